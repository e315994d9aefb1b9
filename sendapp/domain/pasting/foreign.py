"""HTML from other programs as rich text: what a reader saw there, without its looks."""

import re
from collections import Counter

from sendapp.domain.markup import Tag, tokens
from sendapp.domain.pasting.css import Declarations, Sheets, declared
from sendapp.domain.pasting.elements import Element, OpenElements
from sendapp.domain.pasting.fragment import END, START, chosen_part
from sendapp.domain.pasting.gathering import Gathering
from sendapp.domain.pasting.layout import tables_of_layout
from sendapp.domain.pasting.looks import said_by, shows_as_block
from sendapp.domain.pasting.word_lists import word_item
from sendapp.domain.richtext import Doc, assemble
from sendapp.domain.richtext_html import safe_href
from sendapp.domain.text import without_refused

_LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Blocks that end where another block begins."""
_BLOCKS = _LINES | {
    *("div", "pre", "blockquote", "section", "article", "header", "footer", "main", "nav"),
    *("aside", "figure", "figcaption", "caption", "dl", "dt", "dd", "address", "center", "form"),
    *("fieldset", "legend", "details", "summary", "body", "html", "head", "title", "option"),
    *("thead", "tbody", "tfoot"),
}
_ROLES = {"ul": "list", "ol": "list", "menu": "list", "dir": "list", "li": "item"} | {
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
}
_VOID = frozenset({"img", "meta", "link", "input", "col", "wbr", "area", "base", "embed", "source"})
_CLOSED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "td", "th", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "td", "th", "table"})),
}
"""Which open element a new one ends, and which nearer ones prevent it."""
_NEVER_SHOWN = (
    *("del", "xml", "svg", "iframe", "template", "select", "title", "noframes", "audio", "video"),
    *("canvas", "rp", "w:worddocument", "o:officedocumentsettings", "annotation-xml"),
)
"""Deleted text of tracked changes, and what is no text of the page.

It hides its words only where it is ended: else it would hide all that follows.
"""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAK = re.compile(r"\r\n?|\n")
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff")) | {0x2028: "\n", 0x2029: "\n"}


def from_html(html: str) -> Doc:
    """Return the document that HTML from another program shows; nothing is fetched for it."""
    chosen = chosen_part(html)
    reader = _Reader(chosen)
    for token in tokens(chosen):
        if isinstance(token, Tag):
            reader.take_tag(token)
        else:
            reader.take_words(token)
    return reader.finish()


class _Reader:
    """Follows the tags of `html` and gathers the words that can be seen."""

    def __init__(self, html: str) -> None:
        self._sheets = Sheets(html)
        self._layout = tables_of_layout(html)
        self._tables_seen = -1
        self._as_layout: list[bool] = []
        self._open = OpenElements()
        self._gathering = Gathering()
        self._outside = f"<{START}>" in html
        low = html.lower() if "</" in html else ""
        self._ends = Counter({name: low.count(f"</{name}") for name in _NEVER_SHOWN})
        self._hiding: Counter[str] = Counter()

    def take_tag(self, tag: Tag) -> None:
        """Go on with `tag`."""
        if tag.name in (START, END):
            self._outside = tag.name == END
        elif tag.name == "br":
            if not (self._open.hidden or self._outside):
                self._gathering.add("\n")
        elif tag.name == "hr":
            self._gathering.end_line()
        elif tag.name not in _VOID:
            if tag.opens:
                self._start(tag)
            if tag.closes:
                self._end(tag.name)

    def take_words(self, text: str) -> None:
        """Go on with words."""
        if self._open.hidden or self._outside:
            return
        if not self._open.spaces_count:
            text = _SPACE.sub(" ", text)
        else:
            text = _BREAK.sub("\n", text).replace("\t", " ").replace("\f", " ")
        text = text.translate(_UNSEEN)
        if not text.replace("\n", "").isprintable() or "\ufffc" in text:
            text = without_refused(text)
        if self._open.signs:
            self._gathering.add_sign(text)
        elif self._open.one_space and not text.strip(" \u00a0\n"):
            self._gathering.add(" ")
        elif text:
            self._gathering.add(text, self._open.marks, self._open.href)

    def finish(self) -> Doc:
        """Close what was never closed, and return the document."""
        self._ended(self._open.close_all())
        self._gathering.end_line()
        return assemble(self._gathering.parts)

    def _start(self, tag: Tag) -> None:
        name, attributes = tag.name, tag.attributes()
        classes = attributes.get("class", "")
        css = self._sheets.of(name, classes) | declared(attributes.get("style", ""))
        self._end_implied(name)
        role = self._role(name)
        block = shows_as_block(css)
        if role == "" and (name in _BLOCKS if block is None else block):
            role = "block"
        href = attributes.get("href") if name == "a" else None
        element = Element(
            name,
            said_by(name, classes, css, hidden=self._hides(name, attributes)),
            block=role != "",
            role=role,
            href=None if href is None else safe_href(href),
            sign=css.get("mso-list") == "ignore",
        )
        self._begin(element, attributes, css)
        self._open.open(element)

    def _begin(self, element: Element, attributes: dict[str, str], css: Declarations) -> None:
        to = self._gathering
        match element.role:
            case "list":
                start = attributes.get("start", "").strip()[:4]
                number = int(start) if start.isascii() and start.isdigit() else 1
                to.open_list(_numbered(element.name == "ol", css), number)
            case "item":
                to.open_item(_numbered(None, css), _level(attributes))
            case "table":
                to.open_table()
            case "row":
                to.open_row(head=self._open.is_in("thead", "table"))
            case "cell":
                wide, high = attributes.get("colspan", ""), attributes.get("rowspan", "")
                to.open_cell(wide, high, header=element.name == "th")
            case "block":
                classes = attributes.get("class", "")
                to.begin_line(word_item(classes, css, self._sheets))

    def _role(self, name: str) -> str:
        """Return what an element is to lines; in a table that only lays out, cells are blocks."""
        role = _ROLES.get(name, "")
        if role == "table":
            self._tables_seen += 1
            self._as_layout.append(self._tables_seen in self._layout)
        if role in ("table", "row", "cell"):
            return "block" if not self._as_layout or self._as_layout[-1] else role
        return role

    def _hides(self, name: str, attributes: dict[str, str]) -> bool:
        if name not in self._ends:
            return "hidden" in attributes
        self._hiding[name] += 1
        return self._hiding[name] <= self._ends[name]

    def _end_implied(self, name: str) -> None:
        if name in _BLOCKS or name in _ROLES:
            self._ended(self._open.close_line(_LINES))
        if name in _CLOSED_BY:
            self._ended(self._open.close_implied(*_CLOSED_BY[name]))

    def _end(self, name: str) -> None:
        if name in self._ends:
            self._ends[name] -= 1
        self._ended(self._open.close(name))

    def _ended(self, elements: list[Element]) -> None:
        for element in elements:
            if element.name in self._ends:
                self._hiding[element.name] -= 1
            if element.name == "table":
                self._as_layout.pop()
            match element.role:
                case "list":
                    self._gathering.close_list()
                case "item":
                    self._gathering.close_item()
                case "table":
                    self._gathering.close_table()
                case "cell":
                    self._gathering.close_cell()
                case "row" | "block":
                    self._gathering.end_line()


def _numbered(by_kind: bool | None, css: Declarations) -> bool | None:
    """Return whether a list numbers its items, None if it shows no signs or says nothing."""
    sign = css.get("list-style-type") or css.get("list-style", "")
    if not sign:
        return by_kind
    if "none" in sign.split():
        return None
    if any(word in sign for word in ("disc", "circle", "square")):
        return False
    if any(word in sign for word in ("decimal", "alpha", "roman", "latin")):
        return True
    return by_kind


def _level(attributes: dict[str, str]) -> int:
    """Return how deep an item says it is, as Word for the web does; 0 if it does not."""
    said = attributes.get("data-aria-level") or attributes.get("aria-level", "")
    return int(said) if said in ("1", "2", "3", "4", "5", "6", "7", "8", "9") else 0
