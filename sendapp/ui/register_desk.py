"""Keeps the register in step with what is kept: asks the desk, shows what it answers."""

from concurrent.futures import Future
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from sendapp.editing.later import when_done
from sendapp.services.desk import Desk, Listing, Query, Sort
from sendapp.ui.register import Register
from sendapp.ui.state_list import ALL, BIN

PAGE = 60
"""How many records are asked for at once: a few screens full, since each found one is read."""

_SORTS = {
    "saved": Sort.SAVED,
    "title": Sort.TITLE,
    "date": Sort.DATE,
    "maker": Sort.MAKER,
}


class RegisterDesk(QObject):
    """Turns the register's wishes into queries, and never shows an answer that came too late."""

    listed = Signal(object)
    """A listing was shown; carries it."""
    failed = Signal(object)

    def __init__(self, register: Register, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self._desk = desk
        self._state = ALL
        self._today = date.today()
        self._words = ""
        self._sort = "saved"
        self._from_top = True
        self._latest: Future[Listing] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)
        register.state_chosen.connect(self.choose_state)
        register.sort_chosen.connect(self._choose_sort)
        register.more_wanted.connect(self._ask_more)

    @Slot()
    def refresh(self) -> None:
        """Ask again for what is shown."""
        self._soon.start()

    def begin_day(self, today: date) -> None:
        """Show where the records stand on another day, and ask anew what stands where."""
        self._register.begin_day(today)
        if today != self._today:
            self._today = today
            self.refresh()

    @Slot(str)
    def find(self, words: str) -> None:
        """Show the records with these words, in every state; without words, all records."""
        self._words = words
        if words and self._state != ALL:
            self.choose_state(ALL)
        self._ask_afresh()

    @Slot(str)
    def choose_state(self, state: str) -> None:
        """Show the records of a state, or ALL or BIN."""
        self._state = state
        self._register.choose_state(state)
        self._ask_afresh()

    @Slot(str)
    def _choose_sort(self, sort: str) -> None:
        self._sort = sort
        self._ask_afresh()

    def _ask_afresh(self) -> None:
        """Ask for another list: how far the officer had come in the one before says nothing."""
        self._from_top = True
        self.refresh()

    @Slot()
    def _ask(self) -> None:
        limit = PAGE if self._from_top else max(PAGE, self._register.shown())
        self._from_top = False
        self._send(self._query(limit, 0), more=False)

    @Slot()
    def _ask_more(self) -> None:
        self._send(self._query(PAGE, self._register.shown()), more=True)

    def _query(self, limit: int, offset: int) -> Query:
        return Query(
            status="" if self._state in (ALL, BIN) else self._state,
            today=self._today.isoformat(),
            words=self._words,
            sort=_SORTS[self._sort],
            limit=limit,
            offset=offset,
            in_bin=self._state == BIN,
        )

    def _send(self, query: Query, *, more: bool) -> None:
        future = self._desk.register(query)
        self._latest = future

        def show(listing: Listing) -> None:
            if future is not self._latest:
                return
            self._show(listing, query, more=more)

        when_done(future, self, show, self.failed.emit)

    def _show(self, listing: Listing, query: Query, *, more: bool) -> None:
        left = listing.total > query.offset + len(listing.summaries)
        self._register.show_counts(listing.counts, listing.binned)
        if more:
            self._register.add_records(listing.summaries, more=left)
        else:
            self._register.show_records(listing.summaries, more=left, words=query.words)
        self.listed.emit(listing)
