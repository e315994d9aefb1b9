"""Where pages and the fields printed on them are, in the view's own pixels."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF

from sendapp.domain.catalogue import field
from sendapp.domain.rows import row_field
from sendapp.ui.tokens import L, S

SCREEN = 96 / 72
"""Logical pixels a point at a zoom of 1."""

AIR = 3.0
"""How far a highlight reaches beyond the words, in points."""


class Spot(Protocol):
    """A rectangle that prints a field: `page` from 0, points from the page's top left."""

    @property
    def page(self) -> int: ...
    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...
    @property
    def address(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """One field on one page, in points."""

    page: int
    address: str
    box: QRectF


class PageLayout:
    """Pages one beneath the other, at some scale, on ground of some width."""

    def __init__(
        self,
        sizes: Sequence[tuple[float, float]] = (),
        spots: Iterable[Spot] = (),
        scale: float = SCREEN,
        width: float = 0,
    ) -> None:
        self.sizes = tuple(sizes)
        self.scale = scale
        self.places = [place for place in _places(spots) if place.page < len(self.sizes)]
        self._width = max(width, max((w for w, _ in sizes), default=0) * scale + 2 * S)
        self.pages: list[QRectF] = []
        top = float(L)
        for wide, high in sizes:
            left = round((self._width - wide * scale) / 2)
            self.pages.append(QRectF(left, round(top), round(wide * scale), round(high * scale)))
            top = self.pages[-1].bottom() + L
        self._height = top if sizes else 0.0

    @property
    def width(self) -> float:
        """The width of all, in logical pixels."""
        return self._width

    @property
    def height(self) -> float:
        """The height of all, in logical pixels."""
        return self._height

    @property
    def addresses(self) -> tuple[str, ...]:
        """The fields in the order in which they are printed."""
        ordered = sorted(self.places, key=lambda p: (p.page, p.box.top(), p.box.left()))
        return tuple(dict.fromkeys(place.address for place in ordered))

    def visible(self, top: float, height: float) -> range:
        """Return the pages of which something shows between `top` and `top + height`."""
        seen = [
            number
            for number, page in enumerate(self.pages)
            if page.bottom() > top and page.top() < top + height
        ]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    def page_at(self, top: float, height: float) -> int:
        """Return the page, from 0, that takes up most of what shows."""
        window = QRectF(0, top, self._width, height)
        seen = [page.intersected(window).height() for page in self.pages]
        return seen.index(max(seen)) if seen else 0

    def address_at(self, point: QPointF) -> str:
        """Return the field printed at `point`, '' if none."""
        hits = [place for place in self.places if self.box_of(place).contains(point)]
        smallest = min(hits, key=lambda p: p.box.width() * p.box.height(), default=None)
        return smallest.address if smallest else ""

    def boxes(self, address: str) -> list[QRectF]:
        """Return where the field `address`, or what is nearest to it, is printed."""
        near = self.nearest(address)
        return [self.box_of(place) for place in self.places if place.address == near]

    def neighbour(self, address: str, by: int) -> str:
        """Return the field printed `by` places after `address`; the first one if it is nowhere."""
        known, start = self.addresses, self.nearest(address)
        if start not in known:
            return known[0] if known else ""
        return known[max(0, min(known.index(start) + by, len(known) - 1))]

    def nearest(self, address: str) -> str:
        """Return the printed address that stands for `address`: itself, its row or its parts."""
        known = self.addresses
        if address in known or not address:
            return address
        parts = [k for k in known if k.startswith((f"{address}.", f"{address}["))]
        wholes = [k for k in known if address.startswith((f"{k}.", f"{k}["))]
        return parts[0] if parts else max(wholes, key=len, default="")

    def box_of(self, place: Place) -> QRectF:
        """Return where `place` is in the view, in logical pixels."""
        page = self.pages[place.page]
        box = place.box.adjusted(-AIR, -AIR, AIR, AIR)
        return QRectF(
            page.left() + box.left() * self.scale,
            page.top() + box.top() * self.scale,
            box.width() * self.scale,
            box.height() * self.scale,
        )


def spoken_place(address: str) -> str:
    """Return an address in words: "Reason for decision 3", "Alternative options considered 1"."""
    head, _, part = address.partition(".")
    name, _, index = head.partition("[")
    try:
        words = field(name).label
        number = f" {int(index.rstrip(']')) + 1}" if index else ""
        tail = f", {row_field(name, part).label}" if part and index else ""
    except (KeyError, ValueError, StopIteration):
        return address
    return f"{words}{number}{tail}"


def _places(spots: Iterable[Spot]) -> list[Place]:
    """Join the spots of a field on a page: a highlight is one calm shape, not one a line."""
    boxes: dict[tuple[int, str], QRectF] = {}
    for spot in spots:
        box = QRectF(spot.x, spot.y, spot.width, spot.height)
        key = (spot.page, spot.address)
        boxes[key] = boxes[key].united(box) if key in boxes else box
    return [Place(page, address, box) for (page, address), box in boxes.items()]
