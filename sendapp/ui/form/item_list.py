"""A list of the record on the form: one widget serves every list, with cards by row key."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding
from sendapp.domain.fields import Field
from sendapp.domain.interchange import is_text_row
from sendapp.domain.record import ROW_TYPES, Row
from sendapp.domain.richtext import assemble, flatten, to_html
from sendapp.domain.richtext_html import parse
from sendapp.domain.rows import parts_for
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.places import place_of
from sendapp.ui.form.fixed import Fixing
from sendapp.ui.form.inputs import FormText, tab_stops
from sendapp.ui.form.row_card import RowCard
from sendapp.ui.form.row_drop import RowDrop
from sendapp.ui.icons import icon
from sendapp.ui.text.keys import row_verb_of, types_words
from sendapp.ui.text.verbs import go_to_part
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, S

_TEXT: Any = "text"
"""The part of a row that splitting and joining divide."""

_READY_TO_TYPE = frozenset({"decisions", "reasons", "options", "conflicts"})
"""Lists that show an empty row to type in where the record has none."""


class ItemList(QWidget):
    """Shows the rows of the record's list `name`, and turns acts on them into undo steps."""

    structure_changed = Signal()
    """Rows came, went or moved: the tab order must be made anew."""
    caret_moved = Signal(QObject, QRect)
    """An editor, and the rectangle in it where its text cursor is."""

    def __init__(
        self, name: str, open_record: OpenRecord, duties: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self._duties = duties
        self._open_record = open_record
        self._cards: dict[str, RowCard] = {}
        self._ghost: Row = ROW_TYPES[name]()
        self.setObjectName(f"{name}_list")
        self._fixing: Fixing | None = None
        self._drops = RowDrop(self, name, lambda: self.cards)
        self._drops.dropped.connect(self._drop)
        self._drops.aloft.connect(partial(self.caret_moved.emit, self))
        self._rows_box = QVBoxLayout()
        # Rows of several parts need more air between them than rows of one.
        self._rows_box.setSpacing(S if is_text_row(name) else L)
        self.add_button = self._make_add_button()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(S)
        outer.addLayout(self._rows_box)
        outer.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        open_record.changed.connect(self.show_field)
        open_record.flush_wanted.connect(self.commit)
        open_record.refused.connect(self._show_refusal)
        self.show_field(name)

    @property
    def cards(self) -> list[RowCard]:
        """The cards in the order of the form."""
        # Where one step changes several lists, others ask before this one shows its new rows.
        return [self._cards[row.key] for row in self._shown_rows() if row.key in self._cards]

    @property
    def focusables(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [widget for card in self.cards for widget in card.widgets] + [self.add_button]

    def texts(self) -> list[FormText]:
        """Return the texts of the rows, in order, each with its address."""
        return [text for index, card in enumerate(self.cards) for text in card.texts(index)]

    @Slot(str)
    def show_field(self, name: str) -> None:
        """Show the record's rows: cards that match stay, only what changed is filled anew."""
        if name != self.name:
            return
        rows = self._shown_rows()
        # A card that cannot show all that stands in its row now is made anew.
        cards = ((row, self._cards.get(row.key)) for row in rows)
        wanted = {row.key for row, card in cards if card is None or card.shows(self._parts(row))}
        before = list(self._cards)
        gone = [self._cards.pop(key) for key in before if key not in wanted]
        for card in gone:
            self._rows_box.removeWidget(card)
        for index, row in enumerate(rows):
            card = self._cards.get(row.key) or self._make_card(row)
            if self._rows_box.indexOf(card) != index:
                self._rows_box.insertWidget(index, card)
            card.show_row(index, row)
            self._free(card)
        self._cards = {row.key: self._cards[row.key] for row in rows}
        for card in gone:
            # Only now: hiding moves the focus, and whoever follows it asks for the cards.
            card.hide()
            card.deleteLater()
        if gone or before != list(self._cards):
            self.structure_changed.emit()

    def be_fixed(self, fixing: Fixing | None) -> None:
        """Let the rows stay as they are, kept so by `fixing`; None lets them be changed."""
        was, self._fixing = self._fixing, fixing
        self.setAcceptDrops(fixing is None)
        self.add_button.setVisible(fixing is None)
        for card in self._cards.values():
            if was is not None:
                was.fix(card, False)
            self._free(card)

    def _free(self, card: RowCard) -> None:
        """Offer to move and remove a row, unless all of them stay as they are."""
        free = self._fixing is None
        card.be_removable(free and bool(self._open_record.rows(self.name)))
        card.number.be_movable(free)
        if self._fixing is not None:
            self._fixing.fix(card, True)

    @Slot()
    def commit(self) -> None:
        """Hand over what is still being typed in any row."""
        for card in list(self._cards.values()):
            card.commit()

    def show_findings(self, shown: Sequence[Finding]) -> None:
        """Mark the rows in which something was found."""
        for index, card in enumerate(self.cards):
            row = f"{self.name}[{index}]"
            card.show_findings(tuple(s for s in shown if s.place.startswith(row)))

    def focus_row(self, index: int, part: str = "") -> None:
        """Put the focus into a row's part, or into its first."""
        cards = self.cards
        if not cards:
            self.add_button.setFocus()
            return
        card = cards[max(0, min(index, len(cards) - 1))]
        widget = card.part(part) if part else card.widgets[0]
        tab_stops(widget)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def add(self) -> None:
        """Put a new row at the end and go to it."""
        self.commit()
        self._insert(len(self._open_record.rows(self.name)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a whole row, which the editors in it leave alone."""
        verb = row_verb_of(event)
        focused = QApplication.focusWidget()
        if focused is self.add_button and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add()
            return
        if focused is self.add_button and types_words(event):
            self._type_on(event)
            return
        cards = [card for card in self.cards if focused and card.isAncestorOf(focused)]
        if verb is None or not cards:
            super().keyPressEvent(event)
            return
        self.commit()
        if verb == "remove":
            index = self.cards.index(cards[0])
            self._remove(cards[0].key)
            self.focus_row(index)
        else:
            self._move(cards[0].key, -1 if verb == "move-up" else 1)

    def _type_on(self, event: QKeyEvent) -> None:
        """Put what is typed while the button has the keyboard into a new row, or an empty last one.

        Tab comes to the button from the last row, and whoever goes on typing means the next one.
        """
        rows = self._shown_rows()
        if rows and rows[-1] == ROW_TYPES[self.name]():
            self.focus_row(len(rows) - 1)
        else:
            self.add()
        QApplication.sendEvent(tab_stops(self.cards[-1].widgets[0])[0], event.clone())

    def _shown_rows(self) -> tuple[Row, ...]:
        rows = self._open_record.rows(self.name)
        return rows or ((self._ghost,) if self.name in _READY_TO_TYPE else ())

    def _parts(self, row: Row) -> tuple[Field, ...]:
        return parts_for(self.name, self._duties, row)

    def _make_card(self, row: Row) -> RowCard:
        key, card = row.key, RowCard(self.name, row.key, self._parts(row), self)
        self._cards[key] = card
        card.part_edited.connect(partial(self._edit, key))
        card.touched.connect(self._open_record.touch)
        card.remove_wanted.connect(partial(self._remove, key))
        for editor in card.editors.values():
            editor.caret_moved.connect(partial(self.caret_moved.emit, editor))
            editor.new_item_wanted.connect(partial(self._insert_after, key))
            editor.split_wanted.connect(partial(self._split, key))
            editor.join_wanted.connect(partial(self._join, key))
        return card

    def _make_add_button(self) -> QPushButton:
        entry = field(self.name)
        article = "an" if entry.row[0] in "aeiou" and entry.row != "urgency" else "a"
        words = "Add urgency" if entry.row == "urgency" else f"Add {article} {entry.row}"
        button = looks(QPushButton(icon("plus", "accent"), words, self), Look.QUIET)
        button.setObjectName(f"add_{self.name}")
        button.setAccessibleName(words)
        button.clicked.connect(self.add)
        return button

    def _edit(self, key: str, part: str, value: Any, words: str, typing: bool) -> None:
        if any(row.key == key for row in self._shown_rows()):
            self._open_record.edit(self.name, key, part, value, words=words, typing=typing)

    def _insert(self, index: int) -> None:
        row = ROW_TYPES[self.name]()
        if not self._open_record.rows(self.name) and self._ghost.key in self._cards:
            # The empty row that is shown already becomes one of the record's.
            row = self._ghost
        self._open_record.insert(self.name, index, row)
        self.focus_row(index)

    def _insert_after(self, key: str) -> None:
        self._insert(self._open_record.index_of(self.name, key) + 1)

    def _remove(self, key: str) -> None:
        self.commit()
        if self._open_record.index_of(self.name, key) >= 0:
            self._open_record.remove(self.name, key)
            if key == self._ghost.key:
                self._ghost = ROW_TYPES[self.name]()
                self.show_field(self.name)

    def _move(self, key: str, by: int) -> None:
        at = self._open_record.index_of(self.name, key)
        if at >= 0 and 0 <= at + by < len(self._open_record.rows(self.name)):
            self._open_record.move(self.name, key, at + by)

    def _split(self, key: str, before: str, after: str) -> None:
        at = self._open_record.index_of(self.name, key)
        if at < 0:
            return
        rows = list(self._open_record.rows(self.name))
        rows[at : at + 1] = [
            _with_text(rows[at], before),
            _with_text(ROW_TYPES[self.name](), after),
        ]
        self._open_record.replace_rows(self.name, rows, at + 1, f"Split {field(self.name).row}")
        self.focus_row(at + 1)

    def _join(self, key: str) -> None:
        at = self._open_record.index_of(self.name, key)
        if at < 1:
            return
        rows = list(self._open_record.rows(self.name))
        docs = [parse(getattr(row, _TEXT)) for row in rows[at - 1 : at + 1]]
        joined = to_html(assemble(part for doc in docs for part in flatten(doc)))
        rows[at - 1 : at + 1] = [_with_text(rows[at - 1], joined)]
        words = f"Join {field(self.name).row}s"
        if not self._open_record.replace_rows(self.name, rows, at - 1, words):
            return
        self.focus_row(at - 1)
        go_to_part(self.cards[at - 1].editors[_TEXT], len(list(flatten(docs[0]))))

    @Slot(str, str)
    def _show_refusal(self, place: str, reason: str) -> None:
        for key, card in self._cards.items():
            for part in card.problems:
                if place_of(self.name, key, part) == place:
                    card.show_problem(part, reason)

    @Slot(str, int)
    def _drop(self, key: str, to: int) -> None:
        at = self._open_record.index_of(self.name, key)
        if at >= 0 and (to := to - (to > at)) != at:
            self._open_record.move(self.name, key, to)


def _with_text(row: Row, html: str) -> Row:
    return replace(row, **{_TEXT: html})
