"""The form of one open record: its sections in the order of the printed record."""

import re
from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding
from sendapp.domain.fields import Field, Kind, Section
from sendapp.domain.record_types import RecordType, TypeSection
from sendapp.editing.open_record import OpenRecord
from sendapp.services.desk import Suggestion
from sendapp.ui.choice import PostChoice
from sendapp.ui.form.bindings import PostBinding
from sendapp.ui.form.inputs import FormText, entry_of, field_input, tab_stops, text_of
from sendapp.ui.form.item_list import ItemList
from sendapp.ui.form.sealed_fields import SealedFields
from sendapp.ui.form.section import SectionBox
from sendapp.ui.form.selecting import select_words
from sendapp.ui.icons import icon
from sendapp.ui.states.bar import StepBar
from sendapp.ui.text.plain_edit import PlainEdit
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import XL, XXL, L, M

COLUMN_CHARACTERS = 88
"""How wide the form grows at most, in average characters, so that lines stay readable."""

_ADDRESS = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")


class RecordForm(QScrollArea):
    """Edits one open record; everything it shows is made from the field catalogue."""

    texts_changed = Signal()
    """Rows came, went or moved: `texts` returns others."""

    def __init__(
        self, open_record: OpenRecord, record_type: RecordType, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("record_form")
        self.setAccessibleName("Record")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        looks(self, Look.BARE)
        self._open_record = open_record
        self._type = record_type
        self.duties = record_type.duties
        """The record type whose duties hold for the record."""
        # What the form asks for stays while it is open, whatever is taken out of it.
        self._fields = {s.section: s.fields_of(open_record.record) for s in record_type.sections}
        self._asked = [(name, entry) for name, entries in self._fields.items() for entry in entries]
        self._sections: dict[Section, SectionBox] = {}
        self._inputs: dict[str, QWidget] = {}
        self._lists: dict[str, ItemList] = {}
        self._rechain = QTimer(self, singleShot=True, interval=0)
        self._rechain.timeout.connect(self.chain_tabs)
        self._page = QWidget(self)
        self._page.setObjectName("form_page")
        self.setWidget(self._page)
        self.bar = StepBar(record_type.title, self._page)
        self.bar.stops_changed.connect(self._rechain.start)
        self._lay_out()
        self._sealed = SealedFields(open_record, self._inputs, self._lists, self)
        self._sealed.changed.connect(self.texts_changed)
        open_record.changed.connect(self._follow)
        open_record.refused.connect(self._show_refusal)
        open_record.stepped.connect(self.reveal)

    def suggest_posts(self, posts: Sequence[Suggestion]) -> None:
        """Offer posts for the decision maker, with what goes with each."""
        box = self._inputs.get("decision_maker")
        if isinstance(box, PostChoice):
            box.show_suggestions(also := {post.title: post.known_by for post in posts}, also)
            for binding in box.findChildren(PostBinding):
                binding.suggest({post.title: post for post in posts})

    def texts(self) -> list[FormText]:
        """Return the texts an officer writes in, in the order they are read."""
        found = []
        for _, entry in self._asked:
            if entry.name in self._lists:
                found += self._lists[entry.name].texts()
            elif (text := text_of(self._inputs[entry.name])) is not None:
                found.append(FormText(entry.name, entry, text))
        return found

    @Slot(str)
    def reveal(self, address: str) -> QWidget | None:
        """Go to the field at `address`: "title", "reasons[2]", "options[0].title".

        Returns where the keyboard is then, None if there is no such field.
        """
        found = _ADDRESS.match(address)
        if address == "status":
            self.bar.take_focus()
            self._show_focus()
            return self._page.window().focusWidget()
        if found is None or not self._has(found[1]):
            return None
        name = found[1]
        self.unfold_for(address)
        if name in self._lists:
            self._lists[name].focus_row(int(found[2] or 0), found[3] or "")
        else:
            entry_of(self._inputs[name]).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_focus()
        # What was just unfolded has no place yet.
        QTimer.singleShot(0, self, self._show_focus)
        return self._page.window().focusWidget()

    def show_words(self, finding: Finding) -> None:
        """Go to where something was found, to the very words where it is words."""
        focused = self.reveal(finding.place)
        if focused is not None:
            select_words(focused, finding.start, finding.words)

    @Slot(object)
    def show_findings(self, shown: Sequence[Finding]) -> None:
        """Mark the fields in which something was found."""
        by_field: dict[str, list[Finding]] = {}
        for seen in shown:
            by_field.setdefault(seen.field, []).append(seen)
        for section, entry in self._asked:
            found = by_field.get(entry.name, [])
            whole = [s for s in found if "[" not in s.place]
            self._sections[section].show_findings(entry.name, whole)
            if entry.name in self._lists:
                self._lists[entry.name].show_findings(found)

    def focus_first(self) -> None:
        """Go to the first field."""
        self.reveal("title")

    def open_more(self) -> None:
        """Show the optional fields."""
        self._more.setChecked(True)

    def unfold_for(self, address: str) -> None:
        """Show the optional fields if `address` is among them, laid out at once."""
        if field(address.partition("[")[0]).section is Section.MORE:
            self.open_more()
            self._page.adjustSize()

    def address_of(self, widget: QWidget | None) -> str:
        """Return the address of the field that `widget` belongs to, '' if it is none."""
        for name, items in self._lists.items():
            if widget is not None and items.isAncestorOf(widget):
                for index, card in enumerate(items.cards):
                    if card.isAncestorOf(widget):
                        return f"{name}[{index}]"
                return name
        for name, made in self._inputs.items():
            if widget is not None and (made is widget or made.isAncestorOf(widget)):
                return name
        return ""

    @Slot()
    def chain_tabs(self) -> None:
        """Let Tab go through the fields in the order they are read."""
        chain: list[QWidget] = self.bar.stops
        for section in self._type.sections:
            if section.section is Section.MORE:
                chain.append(self._more)
            fields = self._fields[section.section]
            chain += [stop for entry in fields for stop in self._stops(entry)]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.chain_tabs()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_holder"):
            self._measure()

    def _measure(self) -> None:
        """Let the column grow only so wide that its lines stay readable."""
        self._holder.setMaximumWidth(self.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS)

    def _has(self, name: str) -> bool:
        return name in self._inputs or name in self._lists

    def _stops(self, entry: Field) -> list[QWidget]:
        items = self._lists.get(entry.name)
        widgets = items.focusables if items else [self._inputs[entry.name]]
        acts = self._sections[entry.section].acts_of(entry.name) if entry.section else []
        return [*acts, *(stop for widget in widgets for stop in tab_stops(widget))]

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(XL)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        for section in self._type.sections:
            box = self._make_section(section)
            if section.section is Section.MORE:
                column.addWidget(self._make_more(section, box))
            column.addWidget(box)
        column.addStretch(1)
        self._holder = holder = QWidget(self._page)
        holder.setLayout(column)
        self._measure()
        holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        outer = QHBoxLayout(self._page)
        outer.setContentsMargins(XXL, XL, XXL, XXL)
        outer.addStretch(1)
        outer.addWidget(holder, 1000)
        outer.addStretch(1)

    def _make_section(self, section: TypeSection) -> SectionBox:
        box = SectionBox(section, self._page)
        self._sections[section.section] = box
        for entry in self._fields[section.section]:
            box.add_field(entry, self._make_input(entry))
        if section.section is Section.CONFLICTS:
            self._follow("conflicts_declared")
        return box

    def _make_input(self, entry: Field) -> QWidget:
        if entry.kind is Kind.ROWS:
            items = ItemList(entry.name, self._open_record, self.duties)
            items.structure_changed.connect(self._rechain.start)
            items.structure_changed.connect(self.texts_changed)
            items.caret_moved.connect(self.keep_in_sight)
            self._lists[entry.name] = items
            return items
        made = field_input(entry, self._open_record, self.duties)
        if isinstance(made, PlainEdit):
            made.caret_moved.connect(partial(self.keep_in_sight, made))
        self._inputs[entry.name] = made
        return made

    def _make_more(self, section: TypeSection, box: SectionBox) -> QWidget:
        self._more = QToolButton(self._page)
        self._more.setObjectName("more")
        self._more.setText(section.label)
        self._more.setAccessibleName(section.label)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setCheckable(True)
        self._more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._more.setIcon(icon("chevron-right", "accent"))
        box.heading.hide()
        box.hide()
        self._more.toggled.connect(box.setVisible)
        self._more.toggled.connect(self._turn_more)
        return self._more

    @Slot(bool)
    def _turn_more(self, is_open: bool) -> None:
        self._more.setIcon(icon("chevron-down" if is_open else "chevron-right", "accent"))
        self._rechain.start()

    @Slot(str)
    def _follow(self, name: str) -> None:
        record = self._open_record.record
        if name == "conflicts_declared" and "conflicts" in self._lists:
            section = self._sections[Section.CONFLICTS]
            section.show_field("conflicts", record.conflicts_declared == "declared")

    @Slot(str, str)
    def _show_refusal(self, address: str, reason: str) -> None:
        for box in self._sections.values():
            box.show_problem(address, reason)

    @Slot(QObject, QRect)
    def keep_in_sight(self, widget: QWidget, caret: QRect) -> None:
        """Scroll so far that the rectangle `caret` of `widget` is seen."""
        top = widget.mapTo(self._page, caret.topLeft())
        self.ensureVisible(top.x(), top.y(), 0, M)
        self.ensureVisible(top.x(), top.y() + caret.height(), 0, L)

    @Slot()
    def _show_focus(self) -> None:
        if (focused := self._page.window().focusWidget()) and self._page.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 2 * XXL)
