"""The clause that keeps exempt appendices from publication, made from the appendices themselves."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

_LABEL = r"\d{1,2}[a-z]?|[A-Z]\d?|[IVX]{1,5}"
_LABELLED = re.compile(rf"\s*(?P<kind>(?i:appendix|annexe?))\s+(?P<label>{_LABEL})\b")
_BARE = re.compile(rf"\s*(?P<label>{_LABEL})\s*[:.)–-]")
_PLURALS = {"Appendix": "Appendices", "Annex": "Annexes", "Annexe": "Annexes"}


@dataclass(frozen=True, slots=True)
class _Named:
    """An exempt appendix as the clause names it; `label` is '' where it goes by its title."""

    kind: str
    label: str
    title: str
    paragraphs: tuple[int, ...]
    public_interest: bool

    @property
    def name(self) -> str:
        return f"{self.kind} {self.label}" if self.label else f"the appendix “{self.title}”"


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


def _exempt(appendices: Sequence[Appendix]) -> list[_Named]:
    """Return the exempt appendices, each name once, in the order of the record."""
    found: dict[tuple[str, str, str], _Named] = {}
    for index, row in enumerate(appendices):
        if row.exempt:
            named = _named(row, index)
            found.setdefault((named.kind, named.label, named.title), named)
    return list(found.values())


def _named(row: Appendix, index: int) -> _Named:
    paragraphs = tuple(sorted({number for number in row.paragraphs if number in SUBJECTS}))
    title = " ".join(row.title.split())
    kind, label = "Appendix", ""
    if match := _LABELLED.match(title):
        kind, label = match["kind"].capitalize(), match["label"]
    elif match := _BARE.match(title):
        label = match["label"]
    elif not title:
        label = str(index + 1)
    return _Named(kind, label, "" if label else title, paragraphs, row.public_interest)


def _names(named: Sequence[_Named]) -> str:
    """Return "Appendix 1", "Appendices 1 and 2" or, of several kinds, each by its whole name."""
    kinds = {one.kind for one in named}
    if len(named) > 1 and len(kinds) == 1 and all(one.label for one in named):
        return f"{_PLURALS[named[0].kind]} {_and(one.label for one in named)}"
    return _and(one.name for one in named)


def _by_ground(named: Sequence[_Named]) -> Iterable[str]:
    """Yield a line for each ground: which appendices, and which paragraphs."""
    for ground in dict.fromkeys(one.paragraphs for one in named if one.paragraphs):
        under = [one for one in named if one.paragraphs == ground]
        names = _sentence_start(_names(under))
        yield f"{names}: {_numbers(ground)} of Schedule 12A ({_subjects(ground)})"


def _numbers(paragraphs: Sequence[int]) -> str:
    return f"paragraph{'s' if len(paragraphs) > 1 else ''} {_and(map(str, paragraphs))}"


def _subjects(paragraphs: Sequence[int]) -> str:
    return "; ".join(SUBJECTS[number] for number in paragraphs)


def _weighed(named: Sequence[_Named]) -> str:
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
