"""Who the council is, who I am, and who decides."""

from dataclasses import replace

from typing_extensions import override

from sendapp.services.council import CouncilSettings
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.posts_button import PostsButton
from sendapp.ui.settings.logo_edit import LogoEdit
from sendapp.ui.settings.page import SettingsPage


class CouncilPage(SettingsPage):
    """Name, logo and posts of the council, and the name of whoever works here."""

    def __init__(self) -> None:
        super().__init__("Council")
        self._council = LineEdit("council_name", "Council")
        self._my_name = LineEdit("my_name", "Your name")
        self._posts = PostsButton(self)
        self._logo = LogoEdit()
        self.heading("Your council")
        self.row(self._council, "Council", "As printed at the head of each new record.")
        self.row(
            self._my_name,
            "Your name",
            "Shows colleagues who has the records open, and stands beside each step you take.",
        )
        self.row(self._posts, "Posts", "Offered under “Decision made by”.")
        self.row(
            self._logo,
            "Logo",
            "A PNG or JPEG picture of at most 500 kB, for the head of the printed record where the "
            "template has a place for it.",
        )
        self.end()

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._council.setText(settings.council)
        self._my_name.setText(settings.my_name)
        self._posts.show_posts(settings.posts)
        self._logo.show_logo(settings.profile.logo)

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        return replace(
            settings,
            council=self._council.text().strip(),
            my_name=self._my_name.text().strip(),
            posts=self._posts.posts(),
            profile=replace(settings.profile, logo=self._logo.logo()),
        )
