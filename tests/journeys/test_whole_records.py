"""New records, copies, the bin, and files that come in and go out."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton

from sendapp.domain.interchange import from_json, to_json
from tests.driver import Officer
from tests.factory import a_full_record, a_record
from tests.journeys.stepping import takes_by_key


def brings_in(officer: Officer, path: Path) -> None:
    officer.menu("Record", "Import records")
    officer.opens_file(path)


def brings_in_record(officer: Officer, **what_matters: object) -> Path:
    path = officer.folder / "in.json"
    path.write_text(to_json(a_full_record(**what_matters)), encoding="utf-8")
    brings_in(officer, path)
    return path


def waits_for_title(officer: Officer, title: str) -> None:
    officer.waits_until(lambda: officer.reads("title") == title, f"{title!r} is open")


def test_the_first_start_invites_and_the_sample_opens(officer: Officer) -> None:
    officer.starts()
    assert officer.sees("welcome")
    officer.presses("Open the sample record")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the sample is open")
    record = officer.record
    assert record.title
    assert record.decisions
    assert record.reasons
    assert record.options
    officer.closes()
    assert set(officer.kept()) == {record.title}


def test_start_from_this_carries_the_words_and_not_the_facts(officer: Officer) -> None:
    officer.starts()
    brings_in_record(officer)
    waits_for_title(officer, a_full_record().title)
    before = officer.record
    officer.clicks("button_copy")
    officer.waits_until(lambda: officer.open_record.record.id != before.id, "a copy is open")
    copy = officer.record
    assert (copy.title, copy.decisions, copy.reasons) == (
        before.title,
        before.decisions,
        before.reasons,
    )
    for name in ("reference", "date_of_decision", "draft_list_published", "notice_published"):
        assert getattr(copy, name) == ""
    assert (copy.status, copy.urgency, copy.conflicts) == ("draft", (), ())
    officer.types_into("title", "!")
    officer.waits_until_saved()
    officer.closes()
    titles = set(officer.kept())
    assert before.title in titles
    assert len(titles) == 2


def test_the_bin_gives_back_and_is_emptied_only_when_confirmed(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("To be binned")
    officer.waits_until_saved()
    officer.keys("Ctrl+Shift+B")
    officer.waits_for_notice("The record is in the bin.")
    assert officer.sees("welcome")
    officer.presses("Undo")
    waits_for_title(officer, "To be binned")
    officer.menu("Edit", "Move record to the bin")
    officer.waits_for_notice("The record is in the bin.")
    officer.waits_until(
        lambda: "Empty the bin" in officer.menu_words("Edit"),
        "the bin can be emptied",
    )
    officer.menu("Edit", "Empty the bin")
    officer.answers("Keep them")
    officer.menu("Edit", "Empty the bin")
    assert "cannot be undone" in officer.message()
    officer.answers("Delete for good")
    officer.waits_for_notice("1 record is deleted for good.")
    officer.closes()
    assert officer.kept() == {}


def test_what_is_typed_last_is_in_the_record_that_comes_back_from_the_bin(
    officer: Officer,
) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Typed just before")
    officer.keys("Ctrl+Shift+B")
    officer.waits_for_notice("The record is in the bin.")
    officer.presses("Undo")
    waits_for_title(officer, "Typed just before")


def test_a_record_from_a_file_is_kept_and_the_same_again_is_no_question(officer: Officer) -> None:
    officer.starts()
    path = brings_in_record(officer)
    waits_for_title(officer, a_full_record().title)
    assert officer.record == a_full_record()
    brings_in(officer, path)
    officer.waits_for_notice("This record is already here, word for word.")


@pytest.mark.parametrize(
    ("answer", "titles", "open_now"),
    [
        ("Keep the one here", {"Here"}, "Here"),
        ("Replace it", {"Coming"}, "Coming"),
        ("Keep both", {"Here", "Coming"}, "Coming"),
    ],
)
def test_another_version_of_a_record_is_a_question(
    officer: Officer, answer: str, titles: set[str], open_now: str
) -> None:
    officer.starts()
    brings_in_record(officer, title="Here", status="draft")
    waits_for_title(officer, "Here")
    brings_in_record(officer, title="Coming", status="draft")
    assert "Another version of this record is already here" in officer.message()
    officer.answers(answer)
    waits_for_title(officer, open_now)
    officer.closes()
    assert set(officer.kept()) == titles


def test_nothing_is_put_in_the_place_of_what_was_decided(officer: Officer) -> None:
    officer.starts()
    brings_in_record(officer, title="Here")
    waits_for_title(officer, "Here")
    brings_in_record(officer, title="Coming")
    assert "has been decided, so nothing is put in its place" in officer.message()
    words = {button.text() for button in officer.in_front().findChildren(QPushButton)}
    assert words == {"Keep the one here", "Keep both"}
    officer.answers("Keep both")
    waits_for_title(officer, "Coming")
    officer.closes()
    assert {title: stored.sealed for title, stored in officer.kept().items()} == {
        "Here": True,
        "Coming": True,
    }


def test_what_was_decided_here_does_not_go_to_the_bin_and_stays_open(officer: Officer) -> None:
    officer.starts()
    brings_in_record(
        officer, title="Here", status="draft", corrections=(), decision_maker_interest="no"
    )
    waits_for_title(officer, "Here")
    officer.open_record.set("appendices", ())
    takes_by_key(officer, "Ready for signature")
    takes_by_key(officer, "Decided", date_of_decision="2026-03-02")
    offered = officer.window.acts["bin"]
    officer.waits_until(lambda: not offered.isEnabled(), "the bin is not offered any more")
    officer.keys("F6", "Home", "Delete")
    assert "decided here" in officer.message()
    officer.answers("Close")
    waits_for_title(officer, "Here")
    assert officer.reads("state_pill") == "Decided"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"format": "decision-record/1", "title": 7}', "title"),
        ('{"format": "decision-record/1", "reasons": ["<p>a</p>", 3]}', "reasons[1]"),
        ('{"format": "decision-record/1", ', "in.json"),
        ("[]", "in.json"),
    ],
)
def test_a_file_that_is_no_record_is_refused_with_its_sentence(
    officer: Officer, text: str, words: str
) -> None:
    officer.starts()
    path = officer.folder / "in.json"
    path.write_text(text, encoding="utf-8")
    brings_in(officer, path)
    assert words in officer.message()
    officer.answers("Close")
    assert officer.sees("welcome")
    assert path.read_text(encoding="utf-8") == text
    officer.closes()
    assert officer.kept() == {}


def test_a_record_is_handed_on_as_it_stands_on_the_form(officer: Officer) -> None:
    officer.starts()
    brings_in_record(officer, status="draft")
    waits_for_title(officer, a_full_record().title)
    officer.clicks("title")
    officer.keys("End")
    officer.types("!")
    path = officer.folder / "out.json"
    officer.menu("Record", "Save a copy to share")
    officer.saves_file_as(path)
    officer.waits_for_notice(f"Exported to {path}")
    handed_on = from_json(path.read_text(encoding="utf-8"))
    assert handed_on == a_full_record(title=a_full_record().title + "!", status="draft")
    assert "key" not in json.loads(path.read_text(encoding="utf-8"))["options"][0]


def test_an_export_into_a_folder_that_is_gone_says_so(officer: Officer) -> None:
    officer.starts()
    officer.begins_a_record()
    officer.types("Quay")
    officer.clicks("button_word")
    officer.waits_until(lambda: isinstance(officer.in_front(), QFileDialog), "a file is asked for")
    dialog = officer.in_front()
    assert isinstance(dialog, QFileDialog)
    # As if the folder were taken away between the choice and the writing.
    dialog.fileSelected.emit(str(officer.folder / "gone" / "record.docx"))
    dialog.reject()
    assert str(officer.folder / "gone") in officer.message()
    officer.answers("Close")
    assert officer.reads("title") == "Quay"


def test_the_post_is_suggested_and_the_first_words_follow_until_they_are_changed(
    officer: Officer,
) -> None:
    officer.starts()
    brings_in_record(officer, decision_maker="Cabinet Member for Streets")
    waits_for_title(officer, a_record().title)
    officer.begins_a_record()
    officer.types_into("decision_maker", "streets")
    officer.waits_until(lambda: officer.has_popup(), "posts are suggested")
    officer.keys("Down", "Return")
    assert officer.record.decision_maker == "Cabinet Member for Streets"
    assert officer.record.decision_lead_in == "The Cabinet Member for Streets approves"
    officer.clicks("decision_maker")
    officer.keys("Ctrl+A")
    officer.types("Leader")
    officer.keys("Escape")
    assert officer.record.decision_lead_in == "The Leader approves"
    officer.clicks("decision_lead_in")
    officer.keys("Ctrl+A")
    officer.types("The Leader agrees")
    officer.clicks("decision_maker")
    officer.keys("Ctrl+A")
    officer.types("Mayor")
    officer.keys("Escape")
    assert officer.record.decision_lead_in == "The Leader agrees"


def test_records_are_found_by_any_word_and_opened_with_the_keyboard(officer: Officer) -> None:
    officer.starts()
    brings_in_record(officer, title="Quay")
    waits_for_title(officer, "Quay")
    officer.begins_a_record()
    officer.types("Market hall")
    officer.waits_until_saved()
    officer.keys("Ctrl+Shift+F")
    officer.types("setts")
    officer.waits_until(lambda: officer.window.register.shown() == 1, "one record is found")
    officer.keys("Return")
    officer.waits_until(lambda: officer.focused() == "register_records", "the list is reached")
    officer.keys("Return")
    waits_for_title(officer, "Quay")
