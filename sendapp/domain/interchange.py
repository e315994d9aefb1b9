"""The interchange format "decision-record/1": a record as JSON, in and out, and its hash."""

import hashlib
import json
import uuid
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.dates import is_iso_date
from sendapp.domain.fields import Field as Entry
from sendapp.domain.fields import Kind
from sendapp.domain.record import ROW_TYPES, DecisionRecord, Row
from sendapp.domain.richtext_html import normalise
from sendapp.domain.rows import ROWS
from sendapp.domain.text import Refused, clean, one_line

FORMAT = "decision-record/1"
"""What the key "format" must say."""

_MOST_LEVELS = 100
_TOO_DEEP = "This JSON is nested too deeply to be a record."
_T = TypeVar("_T", DecisionRecord, Row)

_TYPE_NAMES = {str: "text", bool: "true or false", list: "a list", dict: "an object"} | {
    int: "a whole number",
    float: "a number",
    type(None): "null",
}


class InterchangeError(ValueError):
    """A JSON text is no record; `problems` holds a sentence for each fault, with its place."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def to_json(record: DecisionRecord) -> str:
    """Return `record` in the interchange format, every key present, indented by two."""
    named = {"format": FORMAT}
    return json.dumps(named | to_dict(record) | named, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> DecisionRecord:
    """Return the record that `text` holds; raises InterchangeError naming each key at fault."""
    try:
        data = json.loads(
            text.removeprefix("\ufeff"), parse_constant=_no_constant, parse_float=_finite
        )
    except json.JSONDecodeError as fault:
        where = f"line {fault.lineno}, column {fault.colno}"
        raise InterchangeError([f"This is not JSON: {fault.msg} at {where}."]) from fault
    except RecursionError as fault:
        raise InterchangeError([_TOO_DEEP]) from fault
    except ValueError as fault:
        raise InterchangeError([f"This is not JSON: {fault}."]) from fault
    if not isinstance(data, dict):
        raise InterchangeError([f"A record is an object, not {_type_name(data)}."])
    if data.get("format") != FORMAT:
        raise InterchangeError([f'The key "format" must say "{FORMAT}".'])
    del data["format"]
    return from_dict(data)


def canonical_json(record: DecisionRecord) -> str:
    """Return `record` as JSON for hashing: sorted keys, no white space, no defaults."""
    return canonical(to_dict(record, with_defaults=False))


def content_hash(record: DecisionRecord) -> str:
    """Return the SHA-256 of the record's canonical JSON, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_json(record).encode()).hexdigest()


def canonical(value: object) -> str:
    """Return `value` as JSON with sorted keys and no white space."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_dict(record: DecisionRecord, *, with_defaults: bool = True) -> dict[str, Any]:
    """Return the record's keys and JSON values."""
    return _object(record, CATALOGUE, with_defaults)


def from_dict(data: dict[str, Any]) -> DecisionRecord:
    """Return the record that the JSON object `data` says; raises InterchangeError."""
    if _deeper_than(_MOST_LEVELS, data):
        raise InterchangeError([_TOO_DEEP])
    reader = _Reader()
    record = reader.record(data)
    if reader.problems:
        raise InterchangeError(reader.problems)
    return record


def absorbed(record: DecisionRecord) -> DecisionRecord:
    """Return `record` with those of its unknown keys that are fields by now as these fields.

    A field that says something stays as it is; a value that its field does not take stays unknown.
    """
    lists: dict[str, Any] = {}
    for name in ROW_TYPES:
        rows: tuple[Row, ...] = getattr(record, name)
        if any(row.unknown for row in rows):
            lists[name] = tuple(_absorbed(row, ROWS[name]) for row in rows)
    return _absorbed(replace(record, **lists), CATALOGUE)


def _absorbed(value: _T, entries: tuple[Entry, ...]) -> _T:
    if not value.unknown:
        return value
    unknown: dict[str, Any] = json.loads(value.unknown)
    known = [entry for entry in entries if entry.name in unknown]
    if not known:
        return value
    defaults = _defaults(type(value))
    taken: dict[str, Any] = {}
    for entry in known:
        reader = _Reader()
        read = reader.field(unknown[entry.name], entry)
        if reader.problems:
            continue
        del unknown[entry.name]
        if getattr(value, entry.name) == defaults.get(entry.name, MISSING):
            taken[entry.name] = read
    return replace(value, **taken, unknown=canonical(unknown) if unknown else "")


def _object(value: Any, entries: tuple[Entry, ...], with_defaults: bool) -> dict[str, Any]:
    defaults = _defaults(type(value))
    out: dict[str, Any] = {}
    for entry in entries:
        field_value = getattr(value, entry.name)
        if not with_defaults and field_value == defaults.get(entry.name, MISSING):
            continue
        if entry.kind is Kind.ROWS:
            field_value = [_row_value(entry.name, row, with_defaults) for row in field_value]
        elif entry.kind is Kind.NUMBERS:
            field_value = list(field_value)
        out[entry.name] = field_value
    if value.unknown:
        # A key that is a field by now must not hide what the field says.
        unknown = json.loads(value.unknown)
        out |= {key: said for key, said in unknown.items() if key not in out}
    return out


def _row_value(name: str, row: Row, with_defaults: bool) -> Any:
    if is_text_row(name) and not row.unknown:
        return getattr(row, "text")  # noqa: B009  (only rows of one text come here)
    return _object(row, ROWS[name], with_defaults)


def is_text_row(name: str) -> bool:
    """Whether a row of the list `name` is just its text, in JSON a string."""
    return [entry.name for entry in ROWS[name]] == ["text"]


def _defaults(cls: type) -> dict[str, Any]:
    return {f.name: f.default for f in fields(cls) if f.default is not MISSING}


class _Reader:
    """Reads JSON values by the catalogue and collects every fault with its place."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def record(self, data: dict[str, Any]) -> DecisionRecord:
        values = self._fields(data, CATALOGUE, "")
        if values.get("id") == "":
            del values["id"]
        elif "id" in values and not _is_uuid(values["id"]):
            self._fault("id", "is not a UUID")
        return DecisionRecord(**values, unknown=self._unknown(data, CATALOGUE, ""))

    def field(self, value: Any, entry: Entry) -> Any:
        """Return what the JSON value says for the field."""
        return self._value(value, entry, entry.name)

    def _fields(
        self, data: dict[str, Any], entries: tuple[Entry, ...], path: str
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for entry in entries:
            if entry.name in data:
                values[entry.name] = self._value(data[entry.name], entry, path + entry.name)
        return values

    def _value(self, value: Any, entry: Entry, path: str) -> Any:
        match entry.kind:
            case Kind.ROWS:
                return self._rows(value, entry.name, path)
            case Kind.FLAG:
                return self._expect(value, bool, path, default=False)
            case Kind.NUMBERS:
                return self._numbers(value, path)
            case _:
                return self._text(value, entry, path)

    def _text(self, value: Any, entry: Entry, path: str) -> str:
        text: str = self._expect(value, str, path, default="")
        if text is not value:
            return ""
        try:
            match entry.kind:
                case Kind.RICH:
                    return normalise(text, entry.limit)
                case Kind.TEXT:
                    return clean(text, entry.limit)
                case _:
                    text = one_line(text, entry.limit)
        except Refused as reason:
            self._fault(path, f"cannot be kept: {reason}")
            return ""
        if entry.kind is Kind.DATE and text and not is_iso_date(text):
            self._fault(path, f"is not a date like 2025-11-24: {text[:40]}")
        if entry.kind is Kind.CHOICE and text not in (allowed := [c[0] for c in entry.choices]):
            named = ", ".join(f'"{choice}"' for choice in allowed)
            self._fault(path, f'must be one of {named}, not "{text[:40]}"')
        return text

    def _rows(self, value: Any, name: str, path: str) -> tuple[Row, ...]:
        items = self._expect(value, list, path, default=[])
        return tuple(self._row(item, name, f"{path}[{n}]") for n, item in enumerate(items))

    def _row(self, item: Any, name: str, path: str) -> Row:
        if is_text_row(name) and isinstance(item, str):
            item = {"text": item}
        elif is_text_row(name) and not isinstance(item, dict):
            self._fault(path, f"must be text, not {_type_name(item)}")
            item = {}
        data = self._expect(item, dict, path, default={})
        values = self._fields(data, ROWS[name], path + ".")
        return ROW_TYPES[name](**values, unknown=self._unknown(data, ROWS[name], path + "."))

    def _numbers(self, value: Any, path: str) -> tuple[int, ...]:
        items = self._expect(value, list, path, default=[])
        for n, item in enumerate(items):
            if type(item) is not int or not 1 <= item <= 7:
                self._fault(f"{path}[{n}]", "must be a whole number from 1 to 7")
        return tuple(sorted({item for item in items if type(item) is int}))

    def _unknown(self, data: dict[str, Any], entries: tuple[Entry, ...], path: str) -> str:
        known = {entry.name for entry in entries}
        rest = {key: value for key, value in data.items() if key not in known}
        text = canonical(rest) if rest else ""
        try:
            text.encode()
        except UnicodeEncodeError:
            named = ", ".join(ascii(path + key) for key in rest)
            self.problems.append(f"{named}: holds half of a broken character.")
            return ""
        return text

    def _expect(self, value: Any, wanted: type, path: str, default: Any) -> Any:
        if type(value) is wanted:
            return value
        self._fault(path, f"must be {_TYPE_NAMES[wanted]}, not {_type_name(value)}")
        return default

    def _fault(self, path: str, says: str) -> None:
        self.problems.append(f"{path} {says}.".replace("..", "."))


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def _deeper_than(levels: int, data: dict[str, Any]) -> bool:
    """Whether lists and objects nest in `data` more than `levels` deep."""
    layer: list[Any] = [data]
    for _ in range(levels):
        inside = (i for h in layer for i in (h.values() if isinstance(h, dict) else h))
        layer = [value for value in inside if isinstance(value, dict | list)]
    return bool(layer)


def _type_name(value: object) -> str:
    return _TYPE_NAMES.get(type(value), type(value).__name__)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in (float("inf"), float("-inf")):
        raise ValueError(f"the number {digits} is too large")
    return number
