"""What a record said before: kept by itself, told word by word, brought back and undone."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from sendapp.domain.versions import Why
from sendapp.errors import Problem
from sendapp.services.history import Version
from sendapp.storage.versions import VersionStore
from tests.driver import Officer
from tests.journeys.drafting import tabs_to


@pytest.fixture
def draft(officer: Officer) -> Officer:
    """A draft made from the sample, with its first version kept."""
    officer.starts()
    tabs_to(officer, "welcome_sample")
    officer.keys("Space")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the sample is open")
    sample = officer.record.id
    officer.keys("Ctrl+Shift+D")
    officer.waits_until(lambda: officer.record.id != sample, "the copy is open")
    return officer


def versions(officer: Officer) -> list[Version]:
    """Return the versions of the open record as they stand in the file, newest first."""
    keeper = officer.program.keeper
    record_id = officer.record.id
    return keeper.run(lambda stores: stores.versions.listing(record_id)).result(timeout=10)


def whys(officer: Officer) -> list[str]:
    return [version.why for version in versions(officer)]


def circulates(officer: Officer, to: str) -> None:
    officer.keys("Ctrl+Shift+U")
    officer.waits_until(lambda: officer.sees("circulate_to"), "the dialog asks to whom")
    officer.types(to)
    officer.clicks("circulate_only")


def shown_changes(officer: Officer) -> str:
    """Return the words of the changes as the panel shows them, marks left out."""
    labels = officer.window.history.changes.findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def test_a_circulated_draft_is_listed_told_of_and_prints_its_number(draft: Officer) -> None:
    circulates(draft, "Legal")
    draft.waits_until(lambda: bool(draft.record.circulations), "it is circulated")
    assert draft.record.circulations[0].to == "Legal"
    draft.waits_until(lambda: Why.CIRCULATED in whys(draft), "the version is kept")
    draft.waits_until(
        lambda: "Circulated as draft 1, to Legal." in draft.reads("status_notice"), "it is said"
    )
    draft.keys("F9")
    draft.waits_until(lambda: draft.focused() == "versions", "the keyboard is on the versions")
    chosen = draft.window.history.list.version()
    assert chosen is not None
    assert chosen.words == "Circulated as draft 1, to Legal"
    circulates(draft, "Finance")
    draft.waits_until(lambda: len(draft.record.circulations) == 2, "it is circulated")
    assert [row.number for row in draft.record.circulations] == ["1", "2"]


def test_one_field_comes_back_and_undo_takes_it_away_again(draft: Officer) -> None:
    before = draft.record.title
    circulates(draft, "Legal")
    draft.window.pane.form.reveal("title")  # type: ignore[union-attr]
    draft.keys("Ctrl+A")
    draft.types("Another title")
    draft.waits_until_saved()
    draft.keys("F9")
    box = draft.window.history.against
    box.setCurrentIndex(1)
    box.activated.emit(1)
    draft.waits_until(lambda: "Another " in shown_changes(draft), "what changed is shown")
    draft.finds("back_title").setFocus()
    draft.keys("Space")
    draft.waits_until(lambda: draft.record.title == before, "the title is back")
    draft.waits_until(lambda: Why.BEFORE_RESTORE in whys(draft), "what stood there is kept")
    draft.keys("Ctrl+Z")
    assert draft.record.title == "Another title"


def test_a_whole_version_comes_back_but_not_what_was_sent_round(draft: Officer) -> None:
    circulates(draft, "Legal")
    first = draft.record
    rows = draft.open_record.rows("reasons")
    draft.open_record.remove("reasons", rows[0].key)
    draft.open_record.set("wards", "All")
    circulates(draft, "Finance")
    draft.waits_until(lambda: len(draft.record.circulations) == 2, "both are circulated")
    draft.keys("F9")
    draft.waits_until(lambda: len(draft.window.history.list.versions()) == 2, "both are listed")
    draft.waits_until(lambda: draft.focused() == "versions", "the keyboard is there")
    draft.keys("End")
    draft.clicks("history_restore")
    draft.waits_until(lambda: draft.record.reasons == first.reasons, "the reasons are back")
    assert draft.record.wards == first.wards
    assert len(draft.record.circulations) == 2


def test_two_versions_are_laid_side_by_side(draft: Officer) -> None:
    circulates(draft, "Legal")
    draft.open_record.set("title", "Another title")
    draft.keys("F9")
    draft.waits_until(lambda: draft.sees("history_compare"), "the version is listed")
    draft.clicks("history_compare")
    draft.waits_until(lambda: draft.sees("compare_text"), "the dialog is open")
    draft.waits_until(lambda: "Another title" in draft.reads("compare_text"), "both are shown")
    draft.keys("Escape")


def test_leaving_moving_on_and_exporting_keep_versions(draft: Officer) -> None:
    draft.open_record.set("decision_maker_interest", "no")
    draft.open_record.set("conflicts_declared", "none")
    draft.window.stepping.next_step()
    draft.waits_until(lambda: draft.record.status == "ready", "it is ready")
    assert whys(draft) == [Why.STATE]
    assert versions(draft)[0].note == "Drafting → Ready for signature"
    draft.window.stepping.back()
    draft.waits_until(lambda: draft.record.status == "draft", "it is a draft again")
    draft.open_record.set("wards", "All")
    copy = draft.record.id
    draft.exports("button_pdf", draft.folder / "draft.pdf")
    draft.waits_until(lambda: Why.PDF in whys(draft), "the export is kept")
    draft.open_record.set("wards", "Old Town")
    draft.starts_again()
    draft.waits_until(lambda: draft.window.pane.form is not None, "the record is open again")
    assert draft.record.id == copy
    assert whys(draft)[0] == Why.LEFT


def test_the_list_says_today_and_yesterday(draft: Officer) -> None:
    circulates(draft, "Legal")
    draft.keys("F9")
    panel = draft.window.history
    draft.waits_until(lambda: panel.list.count() == 2, "a day and a version are listed")
    assert panel.list.item(0).text() == "Today"
    later = date.fromordinal(date.today().toordinal() + 1)
    panel.show_versions(panel.list.versions(), later)
    assert panel.list.item(0).text() == "Yesterday"


def refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise Problem("The disk is full.", "Free some space.")

    monkeypatch.setattr(VersionStore, "keep", refuse)


def test_a_draft_that_could_not_be_kept_was_not_circulated(
    draft: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses(monkeypatch)
    circulates(draft, "Legal")
    draft.waits_until(lambda: "The disk is full." in draft.reads("status_notice"), "it is told")
    assert draft.record.circulations == ()


def test_nothing_comes_back_before_what_stands_there_is_kept(
    draft: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    circulates(draft, "Legal")
    draft.waits_until(lambda: bool(draft.record.circulations), "it is circulated")
    draft.open_record.set("title", "Another title")
    draft.keys("F9")
    draft.waits_until(lambda: draft.sees("history_restore"), "the version is listed")
    refuses(monkeypatch)
    draft.clicks("history_restore")
    draft.waits_until(lambda: "The disk is full." in draft.reads("status_notice"), "it is told")
    assert draft.record.title == "Another title"


def test_the_undo_that_is_offered_takes_back_its_own_step_only(draft: Officer) -> None:
    before = draft.record.title
    circulates(draft, "Legal")
    draft.waits_until(lambda: bool(draft.record.circulations), "it is circulated")
    draft.open_record.set("title", "Another title")
    draft.keys("F9")
    draft.waits_until(lambda: draft.sees("history_restore"), "the version is listed")
    draft.clicks("history_restore")
    draft.waits_for_notice("Brought back.")
    assert draft.record.title == before
    draft.open_record.set("notes", "Written since.")
    draft.presses("Undo")
    draft.waits_for_notice("There are later changes")
    assert (draft.record.title, draft.record.notes) == (before, "Written since.")


def test_two_lists_come_back_in_one_step(draft: Officer) -> None:
    circulates(draft, "Legal")
    draft.waits_until(lambda: bool(draft.record.circulations), "it is circulated")
    before = draft.record
    draft.open_record.set_many({"reasons": before.reasons[:1], "decisions": before.decisions[:1]})
    draft.keys("F9")
    draft.waits_until(lambda: draft.sees("history_restore"), "the version is listed")
    draft.clicks("history_restore")
    draft.waits_until(lambda: draft.record.reasons == before.reasons, "the reasons are back")
    assert draft.record.decisions == before.decisions
    draft.keys("Ctrl+Z")
    assert len(draft.record.decisions) == 1
