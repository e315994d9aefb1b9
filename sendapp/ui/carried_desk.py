"""What an officer does with facts that came with an older record: go to them, confirm them."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sendapp.domain.carrying.moved import strayed
from sendapp.domain.carrying.standing import plain_spaces
from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding
from sendapp.domain.checks.reading import Reading
from sendapp.editing.open_record import OpenRecord
from sendapp.ui.carried_marks import CarriedMarks, CarriedText
from sendapp.ui.form.record_form import RecordForm
from sendapp.ui.form.section import SectionBox
from sendapp.ui.record_pane import RecordPane
from sendapp.ui.status import announce
from sendapp.ui.text.shown_marks import Marked
from sendapp.ui.text.text_menu import put_first

ALL_CONFIRMED = "Every fact from the older record is confirmed or changed."
NOTHING_HERE = "There is no carried-over fact here. Ctrl+Shift+J goes to the next one."
_ACTS = ("confirm", "confirm_field", "next_carried")
_LONGEST_SHOWN = 40


class CarriedDesk(QObject):
    """Confirms by word and by field, each as an undo step, and goes from one fact to the next."""

    noticed = Signal(str)
    going = Signal()
    """The form is about to be gone to."""

    def __init__(self, pane: RecordPane, acts: dict[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._pane = pane
        self._acts = [acts[name] for name in _ACTS]
        self._form: RecordForm | None = None
        self._open_record: OpenRecord | None = None
        self._boxes: list[SectionBox] = []
        self._marks = CarriedMarks(self)
        self._marks.counted.connect(self._count)
        self._marks.menu_wanted.connect(self._offer)
        pane.banner.wanted.connect(self.go_next)

    def follow(self, form: RecordForm | None, open_record: OpenRecord | None) -> None:
        """Serve another record, or none."""
        self._form, self._open_record = form, open_record
        self._boxes = form.findChildren(SectionBox) if form is not None else []
        for box in self._boxes:
            box.confirm_wanted.connect(self._confirm_whole)
        self._marks.follow(form, open_record)

    @Slot()
    def go_next(self) -> None:
        """Go to the next fact that is not confirmed, behind the cursor and then from the top."""
        self._settle()
        found = self._next()
        if found is not None:
            self._show(*found)

    @Slot()
    def confirm_here(self) -> None:
        """Confirm the fact at the cursor, or those that are selected, and go to the next."""
        self._settle()
        text = self._text_here()
        words = text.between(*text.chosen()) if text is not None else []
        if text is None or not words:
            self.noticed.emit(NOTHING_HERE)
            return
        called = f"“{_short(words[0])}”" if len(words) == 1 else f"{len(words)} facts"
        self._confirm(text.field, words, f"Confirm {called}")
        self._go_on()

    @Slot()
    def confirm_field(self) -> None:
        """Confirm every fact of the field at the cursor, in all its rows, and go to the next."""
        self._settle()
        text = self._text_here()
        if text is None or not self._facts_of(text.field):
            self.noticed.emit(NOTHING_HERE)
            return
        self._confirm_whole(text.field)
        self._go_on()

    @Slot(object)
    def confirm_finding(self, finding: Finding) -> None:
        """Confirm the fact that a finding speaks of; the keyboard stays where it is."""
        words = plain_spaces(finding.words)
        self._confirm(finding.field, [words], f"Confirm “{_short(words)}”")

    @Slot(str)
    def _confirm_whole(self, name: str) -> None:
        self._confirm(name, self._facts_of(name), f"Confirm all in “{field(name).label}”")

    def _confirm(self, name: str, words: Collection[str], sentence: str) -> None:
        if self._open_record is None:
            return
        record = self._open_record.record
        # Those that were moved here are told by the field that they came from.
        moved = strayed(Reading(record))
        left = tuple(
            fact
            for fact in record.carried
            if plain_spaces(fact.words) not in words or (fact.field != name and fact not in moved)
        )
        self._open_record.set("carried", left, words=sentence)

    def _settle(self) -> None:
        """Bring what is still being typed into the record and the marks."""
        if self._open_record is not None:
            self._open_record.flush()
        self._marks.settle()

    def _go_on(self) -> None:
        found = self._next()
        if found is None:
            self.noticed.emit(ALL_CONFIRMED)
        else:
            self._show(*found)

    def _next(self) -> tuple[CarriedText, Marked] | None:
        here = self._text_here()
        texts = self._marks.texts
        if here is None:
            return next(((text, mark) for text in texts for mark in text.facts), None)
        at, behind = texts.index(here), here.chosen()[1]
        later = [(here, mark) for mark in here.facts if mark.start >= behind]
        before = [(here, mark) for mark in here.facts if mark.start < behind]
        others = ((text, mark) for text in texts[at + 1 :] + texts[:at] for mark in text.facts)
        return next(iter([*later, *others, *before]), None)

    def _show(self, text: CarriedText, mark: Marked) -> None:
        self.going.emit()
        if self._form is not None:
            self._form.reveal(text.text.address)
            text.choose(mark)
            announce(text.text.editor, f"{text.facts[mark]}, not confirmed")

    def _text_here(self) -> CarriedText | None:
        focused = self._window.focusWidget()
        return next((text for text in self._marks.texts if text.text.editor is focused), None)

    def _facts_of(self, name: str) -> list[str]:
        return [word for text in self._marks.texts if text.field == name for word in _words(text)]

    @Slot(object, object, int)
    def _offer(self, text: CarriedText, menu: QMenu, position: int) -> None:
        """Put the acts first into the menu of a text that holds facts."""
        if not text.facts:
            return
        start, end = text.chosen()
        inside = start <= position <= end
        words = text.between(start, end) if inside else text.between(position, position)
        offered = []
        for number, word in enumerate(words):
            called = f"Confirm “{_short(word)}”"
            do = partial(self._confirm, text.field, [word], called)
            offered.append(_act(menu, f"confirm_{number}", called, "Ctrl+Shift+K", do))
        do = partial(self._confirm_whole, text.field)
        offered.append(_act(menu, "confirm_all", "Confirm all in this field", "Ctrl+Alt+K", do))
        put_first(menu, offered)

    @Slot(object)
    def _count(self, counts: Mapping[str, int]) -> None:
        left = sum(counts.values())
        for box in self._boxes:
            box.show_unconfirmed(counts)
        self._pane.banner.count(left)
        for act in self._acts:
            act.setEnabled(left > 0)


def _act(menu: QMenu, name: str, words: str, key: str, do: Callable[[], object]) -> QAction:
    # "&" in an officer's words is no key.
    action = QAction(f"{words.replace('&', '&&')}\t{key}", menu)
    action.setObjectName(f"text_{name}")
    action.triggered.connect(do)
    return action


def _words(text: CarriedText) -> list[str]:
    return list(text.facts.values())


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()} …"
