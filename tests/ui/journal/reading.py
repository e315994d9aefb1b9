"""A records file with a journal worth reading, and the journal opened over it."""

from datetime import date

from sendapp.domain.journal import Deed, What
from sendapp.domain.record import DecisionRecord
from sendapp.services.record_types import load_kinds
from sendapp.services.retention import Retention
from sendapp.ui.journal.dialog import JournalDialog
from tests.driver import Officer
from tests.factory import a_record

LONG = (
    "Set aside: Numbered by hand (Reason 2). Reason: it is what the pier has been called since it "
    "was built, and the inspector’s letter of 3 March 2026 calls it so on every one of its pages"
)


def enters(officer: Officer, *deeds: Deed) -> None:
    keeper = officer.program.keeper
    keeper.run(lambda s: [s.journal.add(deed, s.records.by()) for deed in deeds]).result(30)


def with_journal(officer: Officer, width: int = 1_440, height: int = 900) -> DecisionRecord:
    """Start with a list made, a record exported, and an old one disposed of, in this order."""
    officer.starts(width, height)
    enters(officer, Deed(what=What.LISTED, words="Draft Decision List made, 2 decisions"))
    pier = a_record(title="The pier", reference="MBC/7", status="draft")
    mill = a_record(title="The old mill", status="implementable", date_of_decision="2015-03-02")
    for record in (pier, mill):
        officer.program.desk.take_in(record).result(30)
    words = "Exported to Word: pier.docx"
    enters(officer, Deed(what=What.WORD, words=words, record_id=pier.id))
    enters(officer, Deed(what=What.OVERRIDDEN, words=LONG, record_id=pier.id))
    Retention(officer.program.keeper, load_kinds).dispose([mill.id]).result(30)
    officer.window.register_desk.refresh()
    return pier


def opens(officer: Officer) -> JournalDialog:
    """Open the journal from the Help menu, with the keys."""
    officer.keys("Alt+H")
    officer.waits_until(officer.has_popup, "the menu is open")
    officer.keys("J")
    officer.waits_until(lambda: officer.sees("journal_said"), "the journal is shown")
    dialog = officer.in_front()
    assert isinstance(dialog, JournalDialog)
    waits_for_words(officer, "the newest first")
    return dialog


def waits_for_words(officer: Officer, words: str) -> None:
    officer.waits_until(lambda: words in officer.reads("journal_said"), f"{words!r} is said")


def shown(dialog: JournalDialog) -> list[str]:
    rows = dialog.model
    return [str(rows.index(n).data()) for n in range(rows.rowCount())]


def chosen(dialog: JournalDialog) -> str:
    return str(dialog.list.currentIndex().data())


def today_words() -> str:
    now = date.today()
    return f"Today, {now.day} {now:%B %Y}"
