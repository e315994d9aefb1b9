"""What the template of a list may name: the list's sentences and what it says of each decision."""

from collections.abc import Iterable, Mapping

from sendapp.documents.context import Context, Entry, Items, Plain, Rich
from sendapp.documents.logo import picture_of
from sendapp.documents.vocabulary import Vocabulary
from sendapp.domain.dates import long_date
from sendapp.domain.listing.details import details
from sendapp.domain.listing.listing import DecisionList, ListEntry
from sendapp.domain.richtext_html import parse

_NO_COUNCIL = "[Council to be added]"
_SENTENCES = ("council", "heading", "count", "note", "empty")
_TEXTS = ("reference", "title", "decision_maker", "decision_lead_in")
_DATES = (
    "date_of_decision",
    "draft_list_published",
    "confirmed_list_published",
    "in_force_on",
)
_WORDS = ("call_in", "standing", "exempt")
_ENTRY = frozenset({*_TEXTS, *_DATES, *_WORDS, "number", "decisions", "details"})
_DETAIL = frozenset({"label", "text"})

LISTS = Vocabulary(
    subject="a list of decisions",
    names={
        **{name: frozenset() for name in (*_SENTENCES, "logo")},
        "groups": frozenset({"heading", "entries"}),
        **{
            f"{where}{name}": parts
            for where in ("", "groups.")
            for name, parts in (
                ("entries", _ENTRY),
                ("entries.decisions", frozenset({"text"})),
                ("entries.details", _DETAIL),
            )
        },
    },
    rich=frozenset(
        f"{where}entries.decisions{part}" for where in ("", "groups.") for part in ("", ".text")
    ),
)
"""What the template of a list may name; `entries` stand by themselves, or in `groups`."""


def list_context(listing: DecisionList) -> Context:
    """Return what a list's template may print, and the words that each name must show."""
    words: dict[str, list[str]] = {}
    sentences = {name: str(getattr(listing, name)) for name in _SENTENCES}
    sentences["council"] = sentences["council"] or _NO_COUNCIL
    # An empty list says so in its own sentence, a filled one in its entries.
    unsaid = ("count", "note") if not listing.groups else ("empty",)
    for name, text in sentences.items():
        words[name] = [] if name in unsaid else [text] * bool(text)
    numbers = {entry.record_id: n for n, entry in enumerate(listing.entries, 1)}
    made = {entry.record_id: _entry(entry, listing, numbers, words) for entry in listing.entries}
    words["groups.heading"] = [group.heading for group in listing.groups]
    # A template may print a decision whole, or item by item.
    words["entries.decisions"] = words.get("entries.decisions.text", [])
    for name in [name for name in words if name.startswith("entries.")]:
        words[f"groups.{name}"] = words[name]
    groups = Items(
        tuple(
            Entry(
                {
                    "heading": Plain(group.heading, ""),
                    "entries": Items(tuple(made[entry.record_id] for entry in group.entries)),
                }
            )
            for group in listing.groups
        )
    )
    values: dict[str, object] = {name: Plain(text, "") for name, text in sentences.items()}
    logo = picture_of(listing.logo, listing.council)
    values |= {"groups": groups, "entries": Items(tuple(made.values())), "logo": logo or ""}
    return Context(values, words, logo)


def _entry(
    entry: ListEntry,
    listing: DecisionList,
    numbers: Mapping[str, int],
    words: dict[str, list[str]],
) -> Entry:
    """Return what may be printed of one decision, and note its words."""
    texts = {name: str(getattr(entry, name)) for name in (*_TEXTS, *_WORDS)}
    texts |= {name: long_date(getattr(entry, name)) for name in _DATES}
    _note(words, "entries.", texts.items())
    lines = [Rich(parse(text), "") for text in entry.decisions]
    for line in lines:
        _note(words, "entries.decisions.", (("text", said) for said in line.lines()))
    said = details(entry, listing.kind)
    for detail in said:
        _note(words, "entries.details.", (("label", detail.label), ("text", detail.text)))
    values: dict[str, object] = {name: Plain(text, "") for name, text in texts.items()}
    values["number"] = numbers[entry.record_id]
    values["decisions"] = Items(tuple(Entry({"text": line}) for line in lines))
    values["details"] = Items(
        tuple(Entry({"label": Plain(d.label, ""), "text": Plain(d.text, "")}) for d in said)
    )
    return Entry(values)


def _note(words: dict[str, list[str]], where: str, said: Iterable[tuple[str, str]]) -> None:
    for name, text in said:
        if text:
            words.setdefault(f"{where}{name}", []).append(text)
