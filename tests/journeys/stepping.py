"""How an officer takes a record from step to step, with the mouse or with keys alone."""

from dataclasses import replace

from sendapp.domain.interchange import to_json
from sendapp.domain.journal import Entry
from sendapp.storage.database import open_database
from sendapp.storage.journal import JournalStore
from tests.driver import Officer
from tests.factory import a_record
from tests.journeys.drafting import as_typed, tabs_to


def opens_a_draft(officer: Officer, **what_matters: str) -> Officer:
    """Bring in a draft, and wait until it is open."""
    officer.starts()
    path = officer.folder / "draft.json"
    record = replace(a_record(date_of_decision="", title="Quay"), **what_matters)  # type: ignore[arg-type]
    path.write_text(to_json(record), encoding="utf-8")
    officer.window.records.bring_in_files([str(path)])
    officer.waits_until(lambda: officer.reads("state_pill") == "Drafting", "the draft is open")
    return officer


def takes(officer: Officer, words: str, stands: str, **dates: str) -> None:
    """Press the main button, which says `words`, fill in `dates`, and see where it stands then."""
    assert officer.reads("step_next") == words
    officer.clicks("step_next")
    if dates:
        officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
        for name, iso in dates.items():
            officer.clicks(f"step_{name}")
            officer.keys("Ctrl+A")
            officer.types(as_typed(iso))
        officer.clicks("step_take")
    stands_at(officer, stands)


def takes_by_key(officer: Officer, stands: str, **values: str) -> None:
    """Press the key for the next step, and fill in `values` without a mouse."""
    officer.keys("Ctrl+Shift+S")
    fills_in(officer, **values)
    stands_at(officer, stands)


def chooses_step(officer: Officer, letter: str) -> None:
    """Open the Record menu by key and press the letter of an act in it."""
    officer.keys("Alt+R")
    officer.waits_until(officer.window.menus["Record"].isVisible, "the menu is open")
    officer.keys(letter)


def fills_in(officer: Officer, **values: str) -> None:
    """Fill in what a step asks for with keys alone, and press Enter on its button."""
    if not values:
        return
    officer.waits_until(lambda: officer.sees("step_take"), "the step asks")
    for name, value in values.items():
        tabs_to(officer, f"step_{name}")
        officer.keys("Ctrl+A")
        officer.types(as_typed(value) if value[:4].isdigit() else value)
    tabs_to(officer, "step_take")
    officer.keys("Space")


def stands_at(officer: Officer, stands: str) -> None:
    """Wait until the record stands there, and the window is in front."""
    officer.waits_until(lambda: officer.reads("state_pill") == stands, f"it stands at {stands!r}")


def journal(officer: Officer) -> list[Entry]:
    """Return the journal, the oldest entry first; the program must be closed."""
    db = open_database(officer.paths.database, create=False)
    try:
        return list(reversed(JournalStore(db).newest()))
    finally:
        db.close()
