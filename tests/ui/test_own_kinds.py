"""A kind of record of the council's own: the window holds it to the duties that it names."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from sendapp.domain.interchange import to_json
from sendapp.domain.record import Conflict
from sendapp.paths import templates
from sendapp.services.council import CouncilSettings
from tests.driver import Officer
from tests.factory import a_record

DECLARED = Conflict(member="Councillor Bo Lind", interest="Owns the quay", dispensation="None")


@pytest.fixture(params=["officer-executive", "officer-non-executive"])
def duties(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(autouse=True)
def at_a_record_of_their_own(officer: Officer, tmp_path: Path, duties: str) -> None:
    """Sit the officer before a published record of the council's own kind."""
    own = tmp_path / "own"
    shutil.copytree(templates() / "officer-executive", own / "grants-panel")
    about = own / "grants-panel" / "type.toml"
    about.write_text(f'duties = "{duties}"\n{about.read_text("utf-8")}', "utf-8")
    today = date.today().isoformat()
    record = a_record(
        record_type="grants-panel",
        status="published",
        draft_list_published=today,
        call_in_ends=today,
        in_force_on=today,
        conflicts_declared="declared",
        conflicts=(DECLARED,),
    )
    path = tmp_path / "panel.json"
    path.write_text(to_json(record), encoding="utf-8")
    desk = officer.starts().program.desk
    desk.keep_settings(CouncilSettings(templates_folder=str(own))).result(30)
    officer.starts_again()
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")


def test_today_reckons_with_call_in_by_the_duties(officer: Officer, duties: str) -> None:
    officer.menu("View", "Today")
    model = officer.window.today.model
    officer.waits_until(lambda: model.rowCount() > 0, "what is due is shown")
    shown = [str(model.index(row).data()) for row in range(model.rowCount())]
    ends = [line for line in shown if line.startswith("Call-in ends")]
    assert bool(ends) == (duties == "officer-executive")
    assert any(line.startswith("Waiting for the Confirmed") for line in shown)


def test_what_is_copied_follows_the_duties(officer: Officer, duties: str) -> None:
    officer.menu("Edit", "Copy for the committee system")
    officer.waits_until(lambda: officer.sees("committee_copy_conflicts"), "the dialog is open")
    officer.clicks("committee_copy_conflicts")
    assert officer.finds("committee_mark_conflicts", QLabel).text() == "Copied"
    copied = QGuiApplication.clipboard().text()
    assert "Owns the quay" in copied
    assert ("Dispensation" in copied) == (duties == "officer-executive")
