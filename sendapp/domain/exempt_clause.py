"""The clause that keeps exempt appendices from publication, made from the appendices themselves."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html import escape

from sendapp.domain.record import Appendix

SCHEDULE = "Part 1 of Schedule 12A to the Local Government Act 1972"

SUBJECTS = {
    1: "information about an individual",
    2: "information that is likely to reveal who an individual is",
    3: "the financial or business affairs of a particular person, which may be the council itself",
    4: "consultations or negotiations on labour relations",
    5: "information covered by legal professional privilege",
    6: "a notice, order or direction that the council proposes to give or to make",
    7: "action to prevent, investigate or prosecute crime",
}
"""What each paragraph of Part 1 of Schedule 12A is about, in our own words."""

LABEL = (
    r"(?:\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-Z](?:\d{1,2}(?:\.\d{1,2})*)?|[IVX]{1,5})"
    r"(?:\([a-z0-9]{1,4}\))*(?![\w(%]|\.\d)"
)
"""An appendix's number or letter, whole: "2", "B", "1.2", "2(b)", "IV"."""
_LABELLED = re.compile(
    # Not "Appendix 10-year plan", and not one of several: "Annex A and B", "Appendix 1–3".
    rf"(?P<kind>(?i:appendix|annexe?)) (?P<label>{LABEL})(?!-\w|–\w| ?(?:and|&|to|,) ?{LABEL})"
)
_BARE = re.compile(rf"(?P<label>{LABEL})(?::(?= |$)| [–-] (?!\d))")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth"),
    *("seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
)
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_INNER_QUOTES = str.maketrans("“”", "‘’")
_PLURALS = {"Appendix": "Appendices", "Annex": "Annexes", "Annexe": "Annexes"}


@dataclass(frozen=True, slots=True)
class Named:
    """An appendix as the clause names it; `label` is '' where it goes by its title or its place."""

    kind: str
    label: str
    title: str
    paragraphs: tuple[int, ...]
    public_interest: bool
    place: str = ""
    """ "third", for one without a title."""

    @property
    def name(self) -> str:
        """How a sentence calls it: "Appendix 2", "the appendix “Costs”", "the third appendix"."""
        if self.label:
            return f"{self.kind} {self.label}"
        quoted = self.title.translate(_INNER_QUOTES)
        return f"the appendix “{quoted}”" if quoted else f"the {self.place} appendix"


def exempt_clause(appendices: Sequence[Appendix]) -> str:
    """Return the clause as rich text in normal form, '' where no appendix is exempt."""
    named = _exempt(appendices)
    if not named:
        return ""
    grounds = {one.paragraphs for one in named}
    contains = "it contains" if len(named) == 1 else "they contain"
    head = f"{_sentence_start(_names(named))} {'is' if len(named) == 1 else 'are'} not for "
    head += f"publication, because {contains} information that is exempt under "
    if len(grounds) == 1:
        (paragraphs,) = grounds
        of_schedule = f"{_numbers(paragraphs)} of {SCHEDULE}" if paragraphs else SCHEDULE
        about = f" ({_subjects(paragraphs)})" if paragraphs else ""
        return _paragraph(" ".join(filter(None, (f"{head}{of_schedule}{about}.", _weighed(named)))))
    listed = "".join(f"<li>{escape(line, quote=False)}</li>" for line in _by_ground(named))
    return f"{_paragraph(f'{head}{SCHEDULE}:')}<ul>{listed}</ul>{_paragraph(_weighed(named))}"


def named_as(row: Appendix, index: int) -> Named:
    """Return how the clause names the appendix that stands at `index`.

    A number or a letter counts as its label only after "Appendix" or "Annex", or before a colon
    or a dash: "10-year plan" is a title. One without a title goes by its place.
    """
    paragraphs = tuple(sorted({number for number in row.paragraphs if number in SUBJECTS}))
    title = " ".join(row.title.split())
    kind, label = "Appendix", ""
    if match := _LABELLED.match(title):
        kind, label = match["kind"].capitalize(), match["label"]
    elif match := _BARE.match(title):
        label = match["label"]
    place = "" if title else _ordinal(index)
    return Named(kind, label, "" if label else title, paragraphs, row.public_interest, place)


def _exempt(appendices: Sequence[Appendix]) -> list[Named]:
    """Return the exempt appendices, each name once, in the order of the record.

    Of several with one name the grounds are joined, so that none is lost; that the public interest
    was weighed is said of the name only where it is said of each.
    """
    found: dict[str, Named] = {}
    for index, row in enumerate(appendices):
        if row.exempt:
            named = named_as(row, index)
            first = found.setdefault(named.name, named)
            found[named.name] = replace(
                first,
                paragraphs=tuple(sorted({*first.paragraphs, *named.paragraphs})),
                public_interest=first.public_interest and named.public_interest,
            )
    return list(found.values())


def _ordinal(index: int) -> str:
    if index < len(_ORDINALS):
        return _ORDINALS[index]
    number = index + 1
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def _names(named: Sequence[Named]) -> str:
    """Return "Appendix 1", "Appendices 1 and 2" or, of several kinds, each by its whole name."""
    kinds = {one.kind for one in named}
    if len(named) > 1 and len(kinds) == 1 and all(one.label for one in named):
        return f"{_PLURALS[named[0].kind]} {_and(one.label for one in named)}"
    return _and(one.name for one in named)


def _by_ground(named: Sequence[Named]) -> Iterable[str]:
    """Yield a line for each ground: which appendices, and which paragraphs if any is ticked."""
    for ground in dict.fromkeys(one.paragraphs for one in named):
        names = _sentence_start(_names([one for one in named if one.paragraphs == ground]))
        if ground:
            yield f"{names}: {_numbers(ground)} of Schedule 12A ({_subjects(ground)})"
        else:
            yield f"{names}: Part 1 of Schedule 12A"


def _numbers(paragraphs: Sequence[int]) -> str:
    return f"paragraph{'s' if len(paragraphs) > 1 else ''} {_and(map(str, paragraphs))}"


def _subjects(paragraphs: Sequence[int]) -> str:
    return "; ".join(SUBJECTS[number] for number in paragraphs)


def _weighed(named: Sequence[Named]) -> str:
    """Return the sentence on the public interest, '' where it is said of no appendix."""
    weighed = [one for one in named if one.public_interest]
    if not weighed:
        return ""
    what = "this information" if len(weighed) == len(named) else f"that in {_names(weighed)}"
    return (
        f"In all the circumstances, the public interest in withholding {what} outweighs the "
        "public interest in disclosing it."
    )


def _paragraph(words: str) -> str:
    return f"<p>{escape(words, quote=False)}</p>" if words else ""


def _sentence_start(words: str) -> str:
    return words[:1].upper() + words[1:]


def _and(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
