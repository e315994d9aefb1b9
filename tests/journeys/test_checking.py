"""An officer follows the checks from finding to words, by keyboard only."""

import pytest
from PySide6.QtWidgets import QApplication, QTextEdit

from sendapp.domain.checks.finding import Rank
from sendapp.domain.issuing import OWN_INTEREST
from sendapp.services.findings import ALL_WELL
from sendapp.ui.findings_model import Role
from tests.driver import Officer
from tests.journeys.drafting import tabs_to


@pytest.fixture
def sample(officer: Officer) -> Officer:
    """The sample record, opened with the keyboard."""
    officer.starts()
    tabs_to(officer, "welcome_sample")
    officer.keys("Space")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the sample is open")
    officer.waits_until(lambda: bool(officer.reads("status_law")), "it has been checked")
    return officer


def found(officer: Officer) -> list[tuple[str, str]]:
    """Return the checks that found something and their places, those set aside left out."""
    model = officer.window.checks.model
    rows = [model.index(row).data(Role.FOUND) for row in range(model.rowCount())]
    return [(f.check, f.place) for f in rows if f is not None and not f.set_aside]


def set_aside(officer: Officer) -> list[str]:
    """Return what the panel shows as set aside."""
    model = officer.window.checks.model
    rows = [model.index(row).data(Role.FOUND) for row in range(model.rowCount())]
    return [f"{f.check}: {f.set_aside}" for f in rows if f is not None and f.set_aside]


def finds(officer: Officer, *checks: str) -> None:
    """Wait until exactly these checks have found something."""
    officer.waits_until(
        lambda: sorted(check for check, _ in found(officer)) == sorted(checks),
        f"the panel shows {checks}, not {found(officer)}",
    )


def goes_to(officer: Officer, check: str) -> None:
    """Choose a finding in the panel with the keys and press Enter."""
    chooses(officer, check)
    officer.keys("Return")


def chooses(officer: Officer, check: str) -> None:
    """Go to the panel and down or up to a finding."""
    officer.keys("F8")
    assert officer.focused() == "findings"
    officer.keys("Home")
    for _ in found(officer):
        shown = officer.window.checks.chosen()
        if shown is not None and shown.check == check:
            return
        officer.keys("Down")
    raise AssertionError(f"the keys do not lead to {check}")


def selected(officer: Officer) -> str:
    """Return the words that are selected where the keyboard is."""
    officer.focused()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QTextEdit)
    return editor.textCursor().selectedText()


def test_a_clean_record_is_said_to_be_clean(sample: Officer) -> None:
    sample.keys("F8")
    assert sample.reads("checks_empty") == ALL_WELL
    assert sample.reads("status_law") == "Law: nothing found missing"


def test_emptied_broken_and_mended_by_keyboard_following_the_panel(sample: Officer) -> None:
    # Emptied: four reasons taken away.
    sample.window.pane.form.reveal("reasons[0].text")
    for _ in range(4):
        sample.keys("Ctrl+Shift+Delete")
    finds(sample, "reasons-missing")
    assert sample.reads("status_law") == "Law: 1 thing is missing"
    # Mended: from the finding to the field.
    goes_to(sample, "reasons-missing")
    assert sample.focused() == "reasons[0].text"
    sample.types("Please see the attached report.")
    # That is no reason, and says nothing either.
    finds(sample, "reasons-missing", "says-nothing-itself")
    assert sample.reads("status_law") == "Law: 1 thing is missing · 1 more to look at"
    # A finding leads to the very words, which typing replaces.
    goes_to(sample, "says-nothing-itself")
    assert selected(sample) == "Please see the attached report."
    sample.types("The lane is unsafe for 412 children.")
    finds(sample)
    # Broken in words, behind the table of the third decision.
    sample.window.pane.form.reveal("decisions[3].text")
    sample.keys("Ctrl+End", "Return")
    sample.types("It is recommended that the order applies from 1 May 2027 until 30 April 2026.")
    finds(sample, "worded-as-recommendation", "end-before-start")
    goes_to(sample, "end-before-start")
    assert selected(sample) == "from 1 May 2027 until 30 April 2026"
    sample.types("from 1 May 2027 until 30 April 2028")
    goes_to(sample, "worded-as-recommendation")
    assert selected(sample) == "It is recommended that"
    sample.types("That")
    finds(sample)
    assert sample.record.decisions[4].text == (
        "<p>That the order applies from 1 May 2027 until 30 April 2028.</p>"
    )


def test_what_is_right_is_set_aside_with_a_reason_and_stays_so(sample: Officer) -> None:
    sample.window.pane.form.reveal("reasons[3].text")
    sample.keys("Ctrl+End", "Return")
    sample.types("(a) is the name of a pier, and this is not typed by hand.")
    finds(sample, "numbered-by-hand")
    chooses(sample, "numbered-by-hand")
    tabs_to(sample, "check_aside")
    sample.keys("Space")
    sample.waits_until(lambda: sample.sees("set_aside_reason"), "a reason is asked for")
    assert sample.focused() == "set_aside_reason"
    sample.keys("Return")
    assert sample.sees("set_aside_reason"), "without a reason it stays"
    sample.types("It is the name of a pier.")
    sample.keys("Return")
    finds(sample)
    assert set_aside(sample) == ["numbered-by-hand: It is the name of a pier."]
    # Its row may move, its words stay the same.
    sample.window.pane.form.reveal("reasons[4].text")
    sample.keys("Alt+Shift+Up")
    sample.waits_until(lambda: not found(sample), "it stays set aside")
    sample.waits_until_saved()
    sample.starts_again()
    sample.waits_until(lambda: bool(set_aside(sample)), "it is still set aside")
    assert found(sample) == []
    # Undo and the button bring it back alike.
    sample.keys("F8")
    tabs_to(sample, "check_back")
    sample.keys("Space")
    finds(sample, "numbered-by-hand")
    sample.keys("Ctrl+Z")
    finds(sample)
    sample.waits_until_saved()
    sample.closes()
    (stored,) = sample.kept().values()
    (row,) = stored.record.set_aside
    assert (row.check, row.field) == ("numbered-by-hand", "reasons")
    assert row.words == "(a) is the name of a pier, and th"


def test_what_the_law_requires_cannot_be_set_aside(sample: Officer) -> None:
    sample.window.pane.form.reveal("options[1].title")
    for _ in range(3):
        sample.window.pane.form.reveal("options[1].title")
        sample.keys("Ctrl+Shift+Delete")
    finds(sample, "rejected-options-missing")
    chooses(sample, "rejected-options-missing")
    assert not sample.sees("check_aside")
    assert sample.reads("check_source").startswith("SI 2012/2089, regulation 13")
    assert sample.window.checks.chosen().rank is Rank.LAW  # type: ignore[union-attr]


def test_an_interest_of_the_decision_maker_stops_the_record(sample: Officer) -> None:
    sample.window.pane.form.reveal("decision_maker_interest")
    assert sample.focused() == "decision_maker_interest_no"
    sample.keys("Left")
    assert sample.focused() == "decision_maker_interest_yes"
    sample.keys("Space")
    sample.waits_until(
        lambda: ("own-interest-declared", "decision_maker_interest") in found(sample), "it is found"
    )
    sample.keys("Ctrl+Shift+S")
    sample.waits_until(lambda: OWN_INTEREST in sample.reads("step_reason_0"), "it says why")
    assert sample.record.status == "draft"
    assert sample.reads("state_pill") == "Drafting"
    goes_to(sample, "own-interest-declared")
    # Where the answer stands, so that no key changes it by the way.
    assert sample.focused() == "decision_maker_interest_yes"
    sample.clicks("button_word")
    assert OWN_INTEREST in sample.message()
    sample.presses("Close")
    sample.window.pane.form.reveal("decision_maker_interest")
    sample.keys("Right", "Space")
    sample.keys("Ctrl+Shift+S")
    sample.waits_until(
        lambda: sample.reads("state_pill") == "Ready for signature", "nothing is amiss"
    )
    assert not sample.sees("step_reason_0")
