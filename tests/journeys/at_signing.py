"""Records on their way to signature, for journeys: taken there by the service, shown anew."""

from sendapp.domain.interchange import to_json
from sendapp.domain.record import DecisionRecord
from sendapp.domain.states import Act
from tests.driver import Officer
from tests.factory import a_record

DECIDED = {"date_of_decision": "2026-03-02"}


def with_draft(officer: Officer, **what_matters: object) -> DecisionRecord:
    """Start with a draft open that has all the law requires."""
    record = a_record(date_of_decision="", decision_maker_interest="no", **what_matters)
    path = officer.folder / "quay.json"
    path.write_text(to_json(record), encoding="utf-8")
    officer.starts()
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    officer.waits_until_saved()
    return officer.record


def make_ready(officer: Officer, **what_matters: object) -> DecisionRecord:
    """Start with a record open that is ready for signature."""
    with_draft(officer, **what_matters)
    return takes(officer, Act.READY)


def takes(officer: Officer, act: Act, **values: str) -> DecisionRecord:
    """Take a step with the open record, and open it again as it stands then."""
    window = officer.window
    window.pane.flush()
    officer.waits_until_saved()
    record = officer.record
    taken = window.services.stating.take(record, officer.open_record.typed, act, values)
    stored = taken.result(timeout=20)
    window.pane.leave(keep=False)
    window.records.show_stored(stored)
    officer.waits_until(lambda: officer.record.status == stored.record.status, "it stands there")
    return officer.record
