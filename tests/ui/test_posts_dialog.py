"""The register of posts, by keyboard: added, changed, taken in turn, and held while wrong."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from sendapp.domain.interchange import to_json
from sendapp.services.council import Post
from sendapp.ui.posts_dialog import PostsDialog
from tests.driver import Officer
from tests.factory import a_record
from tests.ui.test_window_sizes import SMALL, clipped

VANE = Post("Cabinet Member for Streets", "Councillor Vane", since="2023-05-16", until="2025-05-19")
PELL = Post("Cabinet Member for Streets", "Councillor Pell", since="2025-05-20")


def opens_posts(officer: Officer) -> PostsDialog:
    officer.menu("Record", "Posts")
    officer.waits_until(lambda: officer.sees("posts_keep"), "the posts are shown")
    dialog = officer.in_front()
    assert isinstance(dialog, PostsDialog)
    return dialog


def kept_posts(officer: Officer) -> tuple[Post, ...]:
    officer.waits_for_notice("Posts saved.")
    return officer.program.desk.settings().result(30).posts


def test_a_post_and_who_comes_next_are_added_by_keyboard(officer: Officer) -> None:
    officer.starts()
    opens_posts(officer)
    officer.finds("posts_add").setFocus()
    officer.keys("Space")
    assert officer.focused() == "post_title"
    officer.types("Cabinet Member for Streets")
    officer.keys("Tab", "Tab")
    assert officer.focused() == "post_holder"
    officer.types("Councillor Vane")
    officer.keys("Tab", "Tab")
    assert officer.focused() == "post_since"
    officer.types("16 May 2023")
    officer.keys("Tab", "Tab")
    officer.types("19/5/25")
    officer.finds("posts_follow").setFocus()
    officer.keys("Space")
    assert officer.focused() == "post_holder"
    assert officer.reads("post_title") == "Cabinet Member for Streets"
    assert officer.reads("post_since") == "20 May 2025"
    officer.types("Councillor Pell")
    officer.finds("posts_keep").setFocus()
    officer.keys("Space")
    assert kept_posts(officer) == (VANE, PELL)


def test_enter_in_a_field_keeps_nothing_and_enter_with_control_keeps_all(officer: Officer) -> None:
    officer.starts()
    dialog = opens_posts(officer)
    dialog.editor.show_posts([VANE])
    for name in ("post_title", "post_holder", "post_since"):
        officer.clicks(name)
        officer.keys("Return", "Enter")
        assert officer.in_front() is dialog
    officer.keys("Ctrl+Return")
    assert kept_posts(officer) == (VANE,)


def test_times_that_overlap_are_told_and_hold_the_dialog(officer: Officer) -> None:
    officer.starts()
    dialog = opens_posts(officer)
    dialog.editor.show_posts([VANE, Post("Leader"), Post(VANE.title, "Councillor Pell")])
    officer.presses("Save posts")
    assert "is held by Councillor Vane and by Councillor Pell" in officer.reads("posts_problem")
    assert dialog.editor.list.currentRow() == 2
    officer.clicks("post_since")
    officer.types("soon")
    officer.presses("Save posts")
    assert "“soon” is not a date" in officer.reads("posts_problem")
    assert officer.reads("post_since") == "soon"
    officer.clicks("post_since")
    officer.keys("Ctrl+A")
    officer.types("20 May 2025")
    officer.presses("Save posts")
    assert kept_posts(officer) == (VANE, Post("Leader"), PELL)


def test_a_blank_entry_is_dropped_and_escape_keeps_nothing(officer: Officer) -> None:
    officer.starts()
    dialog = opens_posts(officer)
    officer.presses("Add a post")
    officer.presses("Add a post")
    assert dialog.editor.list.count() == 2
    assert dialog.editor.posts() == ()
    officer.types("Mayor")
    officer.keys("Escape")
    assert officer.program.desk.settings().result(30).posts == ()


def test_the_holder_on_the_form_follows_the_date_of_the_decision(officer: Officer) -> None:
    officer.starts()
    dialog = opens_posts(officer)
    dialog.editor.show_posts([VANE, PELL])
    officer.presses("Save posts")
    officer.waits_for_notice("Posts saved.")
    officer.begins_a_record()
    box = officer.finds("decision_maker_box", QComboBox)
    officer.waits_until(lambda: box.count() == 1, "the post is offered")
    officer.types_into("decision_maker", "streets")
    officer.keys("Down", "Return")
    assert officer.record.decision_maker_name == "Councillor Pell"
    officer.types_into("date_of_decision", "2 March 2025")
    assert officer.record.decision_maker_name == "Councillor Vane"
    officer.keys("Ctrl+Z")
    assert officer.record.date_of_decision == ""
    assert officer.record.decision_maker_name == "Councillor Pell"


def test_a_post_is_found_by_its_portfolio_and_by_its_holder(officer: Officer) -> None:
    officer.starts()
    dialog = opens_posts(officer)
    deputy = Post("Deputy Leader (first)", "Councillor Lind", portfolio="Housing")
    dialog.editor.show_posts([VANE, deputy])
    officer.presses("Save posts")
    officer.waits_for_notice("Posts saved.")
    officer.begins_a_record()
    box = officer.finds("decision_maker_box", QComboBox)
    officer.waits_until(lambda: box.count() == 2, "the posts are offered")
    for words in ("hous", "lind"):
        officer.clicks("decision_maker")
        officer.keys("Ctrl+A")
        officer.types(words)
        officer.keys("Down", "Return")
        assert officer.record.decision_maker == deputy.title
        assert officer.record.decision_lead_in == "The Deputy Leader approves"


def test_posts_that_were_changed_are_known_to_the_open_record_and_to_the_checks(
    officer: Officer,
) -> None:
    officer.starts()
    path = officer.folder / "one.json"
    record = a_record(decision_maker_name="Councillor Vane", decision_maker_interest="no")
    path.write_text(to_json(record), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    dialog = opens_posts(officer)
    dialog.editor.show_posts([VANE, PELL])
    found: list[str] = []
    officer.window.checks_desk.found.connect(lambda all_: found.extend(f.check for f in all_))
    officer.presses("Save posts")
    officer.waits_until(lambda: "holder-at-odds" in found, "it is found")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_nothing_of_the_posts_is_clipped_in_a_small_window(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    dialog = opens_posts(officer)
    dialog.editor.show_posts([VANE, PELL, Post("Leader", since="soon")])
    dialog.editor.list.setCurrentRow(2)
    officer.presses("Save posts")
    for _ in range(3):
        QApplication.processEvents()
    assert officer.sees("posts_problem")
    assert clipped(dialog) == []
    assert dialog.height() <= SMALL[1]
