"""What a template may name: a record's fields as they are printed, each with its address."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sendapp.documents import details
from sendapp.documents.logo import Picture, picture_of
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.record import DecisionRecord, Row
from sendapp.domain.record_types import RecordType
from sendapp.domain.richtext import Doc, Line, flatten, runs_text
from sendapp.domain.richtext_html import parse
from sendapp.domain.rows import ROWS, place_of_part
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.wording import PLAIN_HOUSE, House, banner, draft_mark

ITEM_LISTS = frozenset({"decisions", "reasons"})
"""Lists that a template may print whole, numbered, with {{p name }}."""

_MISSING = {
    "decisions": "[Decision to be added]",
    "decision_maker": "[Decision maker to be added]",
    "reasons": "[Reasons to be added]",
    "options": "[Options to be added]",
    "conflicts": "[Conflicts to be added]",
    "option_title": "[Option to be added]",
}


_KEPT_TEXTS = 1_000

# While somebody types, all texts but one are those of the page before.
_parsed = lru_cache(maxsize=_KEPT_TEXTS)(parse)


class Plain(str):
    """A text of the record, with the address of the field it comes from."""

    __slots__ = ("address",)
    address: str

    def __new__(cls, text: str, address: str) -> "Plain":
        """Return `text` with its `address`, for example "options[0].title"."""
        made = super().__new__(cls, text)
        made.address = address
        return made


@dataclass(frozen=True, slots=True)
class Rich:
    """A rich text of the record; false where it is blank."""

    doc: Doc
    address: str

    def __bool__(self) -> bool:
        return bool(self.doc)

    def lines(self) -> Iterator[str]:
        """Yield the words of each paragraph, list item and table cell."""
        for part in flatten(self.doc):
            if isinstance(part, Line):
                yield runs_text(part.runs)
            else:
                yield from (runs_text(cell) for row in part.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Entry:
    """Named values: a row of a list, a detail, or the words for what is missing."""

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of the record: its rows that hold something."""

    rows: tuple[Entry, ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.rows)


@dataclass(frozen=True, slots=True)
class Context:
    """The values a template may print, and for each named text the words it must show."""

    values: Mapping[str, object]
    words: Mapping[str, list[str]] = field(default_factory=dict)
    """By dotted name ("title", "options.text"): every string that has to be in the output."""
    logo: Picture | None = None


_SCALARS = tuple(f for f in CATALOGUE if Place.TEMPLATE in f.places and f.kind is not Kind.ROWS)
_LISTS = tuple(f for f in CATALOGUE if Place.TEMPLATE in f.places and f.kind is Kind.ROWS)

_WORDS = ("banner", "no_conflicts", "record_type_title")

NAMES: dict[str, frozenset[str]] = (
    {f.name: frozenset() for f in _SCALARS}
    | {f.name: frozenset({r.name for r in ROWS[f.name]} | {"number"}) for f in _LISTS}
    | {name: frozenset() for name in ("draft", "draft_mark", "signing", "code", "logo", *_WORDS)}
    | {"signatories": frozenset({"number", "name", "post"})}
    | {"missing": frozenset({f.name for f in CATALOGUE if Place.TEMPLATE in f.places})}
    | {"more": frozenset({"label", "text", "entries"})}
)
NAMES["missing"] |= {"option_title"}
"""What a template may name: each name with those that may follow it after a dot."""

RICH_NAMES = ITEM_LISTS | {
    f"{name}.{entry.name}"
    for name, entries in ROWS.items()
    for entry in entries
    if entry.kind is Kind.RICH
}
"""The dotted names of rich texts, which need a paragraph of their own."""


def context_for(
    record: DecisionRecord,
    record_type: RecordType,
    named: Collection[str],
    house: House = PLAIN_HOUSE,
    *,
    signing: bool = False,
) -> Context:
    """Return what a template that names `named` (dotted) may print of `record`.

    `house` is what of the council's profile is printed; `signing` asks for the copy to sign.
    """
    values: dict[str, object] = {}
    words: dict[str, list[str]] = {}
    for entry in _SCALARS:
        values[entry.name] = _scalar(entry, getattr(record, entry.name), entry.name, words)
    for entry in _LISTS:
        values[entry.name] = _rows(entry.name, getattr(record, entry.name), words)
    if record.conflicts_declared != "declared":
        values["conflicts"] = Items(())
        words.update({f"conflicts.{row.name}": [] for row in ROWS["conflicts"]})
    more = details.more(record, {name.split(".")[0] for name in named})
    logo = picture_of(house.logo, record.council)
    heading = Plain(banner(record, record_type.duties, house.banners), "status")
    mark = _mark(record, record_type.duties, signing=signing)
    values |= {
        "draft": bool(mark),
        "draft_mark": Plain(mark, "status"),
        "banner": heading,
        "no_conflicts": Plain(_no_conflicts(record), "conflicts_declared"),
        "record_type_title": Plain(record_type.title, ""),
        "missing": _missing_words(record_type, signing=signing),
        "more": tuple(_detail(detail) for detail in more),
        "logo": logo or "",
    }
    words |= {"banner": [heading], "draft_mark": [mark]}
    words["more.text"] = [detail.text for detail in more]
    words["more.entries"] = [entry for detail in more for entry in detail.entries]
    values |= _to_sign(record, record_type, words) if signing else _NOT_TO_SIGN
    return Context(values, words, logo)


def _mark(record: DecisionRecord, duties: str, *, signing: bool) -> str:
    """Return the mark of a draft; the paper that is signed is the decision, and no draft of it."""
    return "" if signing and record.status == "ready" else draft_mark(record, duties)


_NOT_TO_SIGN = {"signing": False, "code": Plain("", ""), "signatories": Items(())}


def _to_sign(
    record: DecisionRecord, record_type: RecordType, words: dict[str, list[str]]
) -> dict[str, object]:
    """Return what the copy to sign has beside the record, and note the words it must show."""
    code = shown_code(code_of(record))
    holder = record.decision_maker_name
    maker = record.decision_maker or str(_missing("decision_maker"))
    rows = tuple(
        Entry(
            {
                "number": number,
                "name": Plain("" if one.post else holder, "decision_maker_name"),
                "post": Plain(one.post or maker, "decision_maker"),
            }
        )
        for number, one in enumerate(record_type.signatories, 1)
    )
    words["code"] = [code]
    for part in ("name", "post"):
        words[f"signatories.{part}"] = [str(row.values[part]) for row in rows]
    return {"signing": True, "code": Plain(code, ""), "signatories": Items(rows)}


def _scalar(
    entry: Field, value: object, address: str, words: dict[str, list[str]], name: str = ""
) -> object:
    """Return a field as it is printed, and note the words it must show under `name`."""
    name = name or address
    noted = words.setdefault(name, [])
    if entry.kind is Kind.RICH:
        rich = Rich(_parsed(str(value)), address)
        noted.extend(line for line in rich.lines() if line)
        return rich
    if entry.kind in (Kind.FLAG, Kind.NUMBERS):
        return value
    # A choice is a code to compare with; what it prints is the template's own affair.
    text = details.printed(entry, str(value))
    if text and entry.kind is not Kind.CHOICE:
        noted.append(text)
    return Plain(text, address)


def _rows(name: str, rows: tuple[Row, ...], words: dict[str, list[str]]) -> Items:
    """Return the rows of the list `name` that hold something, numbered from 1."""
    out: list[Entry] = []
    for entry in ROWS[name]:
        words.setdefault(f"{name}.{entry.name}", [])
    for index, row in enumerate(rows):
        noted: dict[str, list[str]] = {}
        values = {
            entry.name: _scalar(
                entry,
                getattr(row, entry.name),
                place_of_part(name, index, entry.name),
                noted,
                f"{name}.{entry.name}",
            )
            for entry in ROWS[name]
        }
        if any(noted.values()):
            out.append(Entry(values | {"number": len(out) + 1}))
            for key, texts in noted.items():
                words[key] += texts
    return Items(tuple(out))


def _detail(detail: details.Detail) -> Entry:
    entries = tuple(Plain(text, detail.name) for text in detail.entries)
    return Entry(
        {
            "label": Plain(detail.label, detail.name),
            "text": Plain(detail.text, detail.name),
            "entries": entries,
        }
    )


def _missing(name: str) -> Plain:
    entry = next((f for f in CATALOGUE if f.name == name), None)
    label = entry.label if entry else name
    address = "options" if name == "option_title" else name
    return Plain(_MISSING.get(name, f"[{label} to be added]"), address)


_ALL_MISSING = {name: _missing(name) for name in NAMES["missing"]}


_DATE = "date_of_decision"
_DATED_BY_HAND = Plain("_" * 24, _DATE)
"""Where a template of the council's own has no rule for it: whoever signs writes the date."""


def _missing_words(record_type: RecordType, *, signing: bool) -> Entry:
    """Return the words for what is missing, or for what may be blank in this kind of record."""
    answers = {w.name: Plain(w.blank, w.name) for w in record_type.words if w.blank}
    if signing:
        answers[_DATE] = _DATED_BY_HAND
    return Entry(_ALL_MISSING | answers)


def _no_conflicts(record: DecisionRecord) -> str:
    return "None." if record.conflicts_declared == "none" else _MISSING["conflicts"]
