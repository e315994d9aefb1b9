"""The main job: a whole record is drafted in the window, kept, and handed over."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.interchange import from_json
from sendapp.domain.record import DecisionRecord
from tests.driver import Officer
from tests.journeys.drafting import as_drafted, drafts_with_keys, drafts_with_mouse
from tests.journeys.stepping import takes
from tests.office import office_pdfs, poppler_text, words

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.seed, pytest.mark.slow, pytest.mark.timeout(300)]


def seed_record(seed: Path) -> DecisionRecord:
    return from_json((seed / "record.json").read_text(encoding="utf-8"))


def render(record: Path, out: Path, hash_seed: str) -> bytes:
    """Return what the command line makes of a record file, in a process of its own."""
    subprocess.run(
        [sys.executable, "main.py", "render", str(record), str(out)],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        check=True,
        timeout=120,
    )
    return out.read_bytes()


def without_identity(record: DecisionRecord) -> DecisionRecord:
    return replace(record, id="")


@pytest.mark.office
def test_the_seed_record_is_drafted_kept_and_exported(officer: Officer, seed: Path) -> None:
    wanted = seed_record(seed)
    officer.starts()
    officer.begins_a_record()
    drafts_with_mouse(officer, wanted)
    officer.waits_until_saved()
    officer.starts_again()
    assert without_identity(officer.record) == as_drafted(wanted)
    officer.clicks("decision_maker_interest_no")
    takes(officer, "Ready for signature", "Ready for signature")
    for label, stands, name in (
        ("Record the decision…", "Decided", "date_of_decision"),
        ("Publish…", "Call-in ended", "draft_list_published"),
        ("Confirm: can be implemented…", "Implementable", "confirmed_list_published"),
    ):
        takes(officer, label, stands, **{name: getattr(wanted, name)})

    word, pdf, handed_on = (officer.folder / f"record.{end}" for end in ("docx", "pdf", "json"))
    document = officer.exports("button_word", word)
    officer.exports("button_pdf", pdf)
    officer.menu("Record", "Save a copy to share")
    officer.saves_file_as(handed_on)
    officer.waits_for_notice(f"Exported to {handed_on}")
    officer.closes()

    expected = words((seed / "expected.txt").read_text(encoding="utf-8"))
    assert words(poppler_text(pdf)) == expected
    (office_pdf,) = office_pdfs([word], officer.folder / "office")
    assert words(poppler_text(office_pdf)) == expected
    for hash_seed in ("1", "2"):
        out = officer.folder / f"rendered-{hash_seed}.docx"
        assert render(handed_on, out, hash_seed) == document


def test_the_seed_record_is_drafted_without_a_mouse(officer: Officer, seed: Path) -> None:
    wanted = seed_record(seed)
    officer.starts()
    officer.keys("Ctrl+N")
    officer.waits_until(lambda: officer.focused() == "title", "a new record is open")
    drafts_with_keys(officer, wanted)
    officer.waits_until_saved()
    assert without_identity(officer.record) == as_drafted(wanted)

    word = officer.folder / "record.docx"
    officer.keys("Alt+R")
    officer.waits_until(officer.window.menus["Record"].isVisible, "the menu is open")
    officer.keys("W")
    officer.waits_until(lambda: officer.sees("fileNameEdit"), "a file is asked for")
    officer.keys("Ctrl+A")
    officer.types(str(word) + "\n")
    officer.waits_for_notice(f"Exported to {word}")
    assert word.read_bytes().startswith(b"PK")
    officer.keys("Ctrl+Q")
    officer.waits_until(lambda: not officer.window.isVisible(), "the window is closed")
