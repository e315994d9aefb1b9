"""The list of names that a template may use, as text to read (Markdown)."""

from collections.abc import Iterable

from sendapp.documents.context import ITEM_LISTS, NAMES
from sendapp.documents.list_context import LISTS
from sendapp.documents.sandbox import FILTERS, LOOP_NAMES, TESTS
from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.fields import Field, Kind
from sendapp.domain.rows import ROWS

_MADE = {
    "draft": "true while the record is being drafted or waits to be signed",
    "draft_mark": "DRAFT, DRAFT 3 for what was circulated as draft 3, or that it changed since",
    "banner": "the sentence on where the record stands; blank for a draft",
    "no_conflicts": "“None.” where none were declared, else the words for what is missing",
    "record_type_title": "the title of the kind of record, as in its type.toml",
    "missing": "the words that stand where a field is blank: `missing.title`, one for each field",
    "logo": "the council’s logo; in a paragraph of its own within `{%p if logo %}`",
    "signing": "true in the copy that is printed to be signed",
    "code": "in that copy the 12 letters that tie it to the stored text, as 7K2M-QX4R-9TWC",
    "signatories": "in that copy who signs; see below",
    "more": "the filled fields that the template does not name itself; see below",
}
_HOLDS = {
    Kind.LINE: "one line",
    Kind.TEXT: "plain text; its line breaks are kept",
    Kind.RICH: "rich text: `{{p … }}` in a paragraph of its own",
    Kind.POST: "one line",
    Kind.DATE: "a date in words, 5 March 2026",
    Kind.FLAG: "true or false",
    Kind.NUMBERS: "whole numbers; as in `row.paragraphs|join(', ')`",
}
_OF_LISTS = {
    "council": "the council’s name",
    "heading": "which list it is, and of which days",
    "logo": "the council’s logo, blank without one",
    "count": "how many decisions there are, “3 decisions”",
    "note": "what the list says of call-in",
    "empty": "the sentence for a list without decisions",
}
_OF_ENTRIES = {
    **{
        name: field(name).label
        for name in ("reference", "title", "decision_maker", "decision_lead_in")
    },
    "decisions": "the decision, whole and numbered: `{{p entry.decisions }}`",
    **{
        name: f"{field(name).label}, in words"
        for name in (
            "date_of_decision",
            "draft_list_published",
            "confirmed_list_published",
            "in_force_on",
        )
    },
    "number": "its number in the list, from 1",
    "call_in": "when call-in ends, or “Does not apply”",
    "standing": "where it stands",
    "exempt": "how many appendices are exempt, and under which paragraphs",
}
_PARTS = {
    "number": "the row's number, from 1",
    "label": "what the field is called",
    "text": "its text, blank where it is a list",
    "entries": "its texts where it is a list, else empty",
}
_SIGNATORY = {
    "name": "who holds the post; blank where it is written by hand",
    "post": "the post in which somebody signs",
    "number": "the signatory’s number, from 1",
}


def listed() -> str:
    """Return the tables of every name, with what each holds."""
    scalars = [entry for entry in CATALOGUE if NAMES.get(entry.name) == frozenset()]
    lists = [entry for entry in CATALOGUE if NAMES.get(entry.name)]
    lines = ["## Fields", "", *_table(_row(e.name, e.label, _holds(e)) for e in scalars), ""]
    lines += ["## Made by the program", ""]
    lines += [*_table(_row(name, "", holds) for name, holds in _MADE.items()), ""]
    lines += ["Within `{%p for detail in more %}`:", ""]
    lines += _table(_row(f"detail.{part}", "", _PARTS[part]) for part in sorted(NAMES["more"]))
    lines += ["", "Within `{%p for row in signatories %}`:", ""]
    lines += _table(_row(f"row.{part}", "", holds) for part, holds in _SIGNATORY.items())
    lines += ["", "## Lists", ""]
    for entry in lists:
        whole = f", or whole and numbered with `{{{{p {entry.name} }}}}`"
        lines += [f"### `{entry.name}`: {entry.label}", ""]
        lines += [f"Row by row{whole if entry.name in ITEM_LISTS else ''}. A row has:", ""]
        parts = [_row(f"row.{e.name}", e.label, _holds(e)) for e in ROWS[entry.name]]
        lines += [*_table([*parts, _row("row.number", "", _PARTS["number"])]), ""]
    lines += _of_lists()
    lines += ["## Filters, tests and loops", ""]
    lines += [f"- Filters: {_names(FILTERS)}.", f"- Tests, after `is`: {_names(TESTS)}."]
    lines += [f"- Within a loop, after `loop.`: {_names(sorted(LOOP_NAMES))}.", ""]
    return "\n".join(lines)


def _of_lists() -> list[str]:
    """Return the tables of what the templates of decision lists may name."""
    whole = [name for name, parts in LISTS.names.items() if not parts]
    parts = sorted(LISTS.names["entries"] - {"details"})
    return [
        "## Decision lists",
        "",
        "In lists/draft.docx, lists/confirmed.docx and lists/register.docx, and nowhere else:",
        "",
        *_table(_row(name, "", _OF_LISTS[name]) for name in whole),
        "",
        "Within `{%p for group in groups %}` there are `group.heading` and `group.entries`; "
        "`entries` are all of them. Within `{%p for entry in entries %}`:",
        "",
        *_table(_row(f"entry.{part}", "", _OF_ENTRIES[part]) for part in parts),
        "",
        "Within `{%p for detail in entry.details %}`, what the list says of a decision line by "
        "line: `detail.label` and `detail.text`.",
        "",
    ]


def _holds(entry: Field) -> str:
    if entry.kind is Kind.CHOICE:
        codes = ", ".join(f"`{value}`" for value, _ in entry.choices if value)
        return f"a code to compare with: {codes}; blank where nothing is chosen"
    dated = "; a date is printed in words" if entry.name.endswith("_on") else ""
    return _HOLDS[entry.kind] + dated


def _row(name: str, label: str, holds: str) -> tuple[str, str]:
    return f"`{name}`", f"{label}: {holds}" if label else holds


def _table(rows: Iterable[tuple[str, str]]) -> list[str]:
    return ["| name | holds |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows)]


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
