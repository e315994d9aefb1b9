"""The language of templates: names, loops, conditions and a few filters, and nothing else."""

from typing import Any

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as Running
from jinja2.runtime import LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup
from typing_extensions import override

from sendapp.documents.context import Entry, Items, Plain, Rich
from sendapp.documents.logo import Picture
from sendapp.documents.ooxml import Frame, Writer, paragraph
from sendapp.documents.xmltext import CLOSE, OPEN, inside_text, text_content

FILTERS = ("upper", "lower", "capitalize", "trim", "default", "length", "first", "last", "join")
TESTS = ("defined", "undefined", "none", "equalto", "eq", "ne", "true", "false")
LOOP_NAMES = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "even", "odd"}
)
WRITER, FRAME = "_writer_", "_frame_{}_"
"""The names under which a part's Writer and Frames travel; templates may not name them."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without calls, globals, loaders or attributes other than our own names."""

    intercepted_binops = frozenset({"*", "**", "%", "//", "/"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_printed)
        self.globals.clear()
        allowed = {name: self.filters[name] for name in FILTERS}
        self.filters = allowed | {"placed": _placed, "address": _address}
        self.tests = {name: self.tests[name] for name in TESTS}

    @override
    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the named value of a row, or of a loop; anything else is refused."""
        if isinstance(obj, Entry):
            if attribute in obj.values:
                return obj.values[attribute]
            return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            return self.undefined(name=attribute)
        raise SecurityError(f"A template may not use .{attribute} here.")

    @override
    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return a row of a list by its number, or a named value of a row."""
        if isinstance(obj, Entry) and isinstance(argument, str):
            return self.getattr(obj, argument)
        if isinstance(obj, Items) and isinstance(argument, int):
            rows = obj.rows
            return rows[argument] if argument < len(rows) else self.undefined(name=str(argument))
        raise SecurityError("A template may not use square brackets here.")

    @override
    def call_binop(self, context: Running, operator: str, left: Any, right: Any) -> Any:
        """Refuse what could fill the memory or run for ever."""
        raise SecurityError(f"A template may not calculate with {operator}.")


def _printed(value: object) -> object:
    """Return what {{ value }} writes into an open w:t."""
    if isinstance(value, Markup | Undefined):
        return value
    if isinstance(value, Picture):
        return Markup(f"{CLOSE}{value.drawing()}{OPEN}")
    if isinstance(value, Rich | Items | Entry):
        raise SecurityError("A rich text or a list needs {{p … }} in a paragraph of its own.")
    return Markup(inside_text(str(value)))


def _placed(value: object, writer: Writer, frame: Frame) -> Markup:
    """Return the blocks that stand for the paragraph of {{p value }}."""
    if isinstance(value, Rich):
        return Markup(writer.text(value.doc, frame, value.address))
    if isinstance(value, Items):
        rows = [text for row in value for text in row.values.values() if isinstance(text, Rich)]
        return Markup(writer.items([(row.address, row.doc) for row in rows], frame))
    place = value.address if isinstance(value, Plain) else ""
    look = f"<w:rPr>{frame.run}</w:rPr>" if frame.run else ""
    inside = value.drawing() if isinstance(value, Picture) else text_content(str(value))
    run = f"<w:r>{look}{inside}</w:r>"
    return Markup(paragraph(frame.properties, run, place))


def _address(values: list[object]) -> str:
    """Return the address of the first of `values` that has one."""
    return next((v.address for v in values if isinstance(v, Plain) and v.address), "")
