"""The head of the record and the dialogs of steps: reached, heard, and nothing clipped."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

from sendapp.domain.deeds import issued
from sendapp.domain.interchange import to_json
from sendapp.domain.versions import Why
from tests.driver import Officer
from tests.factory import a_record
from tests.ui.test_window_reach import names_of, reachable, tabbed_through, unnamed
from tests.ui.test_window_sizes import SMALL, clipped

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
SIZES = pytest.mark.parametrize("text_size", [100, 150, 200])


def opens(officer: Officer, **what_matters: object) -> None:
    """Bring in a record, and wait until it is open."""
    path = officer.folder / "record.json"
    record = a_record(**({"decision_maker_interest": "no"} | what_matters))
    path.write_text(to_json(record), encoding="utf-8")
    before = officer.window.pane.open_record
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(
        lambda: officer.window.pane.open_record not in (None, before), "the record is open"
    )


def steps_to(officer: Officer, stands: str) -> None:
    """Take the usual steps with what they suggest, until the record stands there."""
    form = officer.window.pane.form
    assert form is not None
    pill = form.bar.pill

    def moved(was: str) -> bool:
        return pill.text() != was and officer.sees("state_pill")

    while (was := pill.text()) != stands:
        officer.clicks("step_next")
        officer.waits_until(partial(asked_or_moved, officer, moved, was), "it is asked or done")
        if officer.sees("step_take"):
            officer.clicks("step_take")
        officer.waits_until(partial(moved, was), "it stands elsewhere")


def asks_though_other_words_were_printed(officer: Officer) -> None:
    """Have the journal say that another title was printed for signature; record the decision."""
    printed = issued(replace(officer.record, title="Another title"), Why.SIGNING)
    entered: list[str] = []
    officer.window.journaller.entered.connect(entered.append)
    officer.window.journaller.enter(printed)
    officer.waits_until(lambda: bool(entered), "it is in the journal")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_paper_warned"), "it is warned of")


def asked_or_moved(officer: Officer, moved: Callable[[str], bool], was: str) -> bool:
    return officer.sees("step_take") or moved(was)


def shown(officer: Officer) -> list[str]:
    """Return what is clipped in front, once words that wrap have their height."""
    for _ in range(3):
        QApplication.processEvents()
    return clipped(officer.in_front())


@THEMES
@SIZES
def test_nothing_of_the_steps_is_clipped_in_a_small_window(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    opens(officer, status="draft", date_of_decision="", reasons=(), conflicts_declared="")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_reason_0"), "it is refused")
    found = [f"refused: {one}" for one in shown(officer)]
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "Ready for signature")
    found += [f"ready: {one}" for one in shown(officer)]
    asks_though_other_words_were_printed(officer)
    found += [f"deciding: {one}" for one in shown(officer)]
    assert unnamed(officer.in_front()) == []
    officer.keys("Escape")
    steps_to(officer, "In call-in")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    found += [f"published: {one}" for one in shown(officer)]
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    officer.clicks("step_take")
    officer.waits_until(
        lambda: officer.sees("step_confirmed_list_published_problem"), "it is too soon"
    )
    found += [f"confirming: {one}" for one in shown(officer)]
    officer.keys("Escape")
    officer.window.acts["dates"].trigger()
    officer.waits_until(lambda: officer.sees("step_take"), "dates are asked")
    officer.clicks("step_draft_list_published")
    officer.keys("Ctrl+A")
    officer.types("1/6/2026")
    officer.clicks("step_keep")
    found += [f"dates: {one}" for one in shown(officer)]
    officer.keys("Escape")
    for view in ("versions", "journal"):
        officer.window.history.view.show_value(view)
    assert found == [], "\n".join(found)


def test_the_head_of_a_decided_record_is_reached_and_heard(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "In call-in")
    officer.waits_until(lambda: officer.sees("step_undo"), "it can be taken back")
    officer.presses("More about this decision")
    officer.waits_until(lambda: officer.sees("page_fit"), "pages are shown, with their buttons")
    assert unnamed(officer.window) == []
    gone = tabbed_through(officer)
    assert {"step_next", "step_more", "step_undo", "title"} <= names_of(gone)
    assert reachable(officer.window) <= names_of(gone)


def test_what_a_step_asks_for_is_reached_and_heard(officer: Officer) -> None:
    officer.starts()
    opens(officer, status="draft", date_of_decision="")
    steps_to(officer, "Decided")
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_take"), "it is asked")
    assert officer.focused() == "step_draft_list_published"
    officer.clicks("step_call_in_ends")
    officer.keys("Ctrl+A")
    officer.types("1/6/2030")
    officer.waits_until(lambda: officer.sees("step_call_in_reason"), "it asks why")
    dialog = officer.in_front()
    assert unnamed(dialog) == []
    gone = names_of(tabbed_through(officer))
    assert reachable(dialog) <= gone


def test_steps_are_in_the_record_menu_only_while_they_are_possible(officer: Officer) -> None:
    officer.starts()
    assert "Withdraw" not in " ".join(officer.menu_words("Record"))
    opens(officer, status="draft", date_of_decision="")
    offered = officer.menu_words("Record")
    assert "Next step: Ready for signature" in offered
    assert "Withdraw" in offered
    assert not {"Back to drafting", "Called in", "Change dates"} & set(offered)
    steps_to(officer, "Ready for signature")
    assert "Back to drafting" in officer.menu_words("Record")
    steps_to(officer, "In call-in")
    assert {"Called in", "Change dates"} <= set(officer.menu_words("Record"))
