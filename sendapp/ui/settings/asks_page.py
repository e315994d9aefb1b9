"""What the council asks for beyond the law, and how it spells."""

from dataclasses import replace

from typing_extensions import override

from sendapp.services.council import CouncilSettings
from sendapp.ui.line_edit import LineEdit
from sendapp.ui.settings.asked_fields import AskedFields
from sendapp.ui.settings.page import SettingsPage
from sendapp.ui.words_edit import WordsEdit


class AsksPage(SettingsPage):
    """The fields and the clearances that the council wants."""

    def __init__(self) -> None:
        super().__init__("Asked for")
        self._asked = AskedFields()
        self._clearances = LineEdit("asked_clearances", "Clearances to ask for")
        self.heading("What your council asks for")
        self.row(
            self._asked,
            "Optional fields to fill in",
            "The checks remind whoever drafts a record. Blank ones never stop anything.",
        )
        self.row(
            self._clearances,
            "Clearances",
            "Who has to clear a record, with commas between: Legal, Finance.",
        )
        self.end()

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._asked.show_fields(settings.asked_fields)
        self._clearances.setText(", ".join(settings.asked_clearances))

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        roles = (part.strip() for part in self._clearances.text().split(","))
        return replace(
            settings,
            asked_fields=self._asked.fields(),
            asked_clearances=tuple(role for role in roles if role),
        )


class WordsPage(SettingsPage):
    """Words that the spelling takes for right."""

    def __init__(self) -> None:
        super().__init__("Spelling")
        self._words = WordsEdit("council_words", "The council’s words")
        self.heading("Spelling")
        self.row(
            self._words,
            "The council’s words",
            "Taken for right in everybody’s records, one a line; SEND, S106, parklet and the like "
            "are known already.",
            self._words.box,
        )
        self.end()

    @override
    def show_settings(self, settings: CouncilSettings) -> None:
        self._words.show_words(settings.words)

    @override
    def applied(self, settings: CouncilSettings) -> CouncilSettings:
        return replace(settings, words=self._words.words())
