"""What the program checks, as a page to read: the checks by rank, each with its duty and source."""

from collections.abc import Iterator

from sendapp.domain.checks.catalogue import CHECKS
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.duties import (
    ALL,
    CABINET,
    CABINET_MEMBER,
    OFFICER_EXECUTIVE,
    OFFICER_NON_EXECUTIVE,
)

_INTRODUCTION = (
    "The program looks for these things in a record and says where they stand; it changes nothing "
    "itself. The duties are told in plain words and are no legal advice: check the official text."
)
_TYPES = {
    CABINET_MEMBER: "cabinet member",
    OFFICER_EXECUTIVE: "officer, executive",
    CABINET: "cabinet",
    OFFICER_NON_EXECUTIVE: "officer, non-executive",
}
_ASIDE = {
    Rank.LAW: "What is found here cannot be set aside.",
    Rank.COUNCIL: "What your council asks for is chosen in the settings.",
    Rank.LOOKS: "What is found here and is right may be set aside, with a reason.",
}


def listed() -> str:
    """Return every check there is, in Markdown."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# What is checked"
    yield f"\n{_INTRODUCTION}"
    for rank in Rank:
        yield f"\n## {rank.value}"
        yield f"\n{_ASIDE[rank]}"
        for check in CHECKS:
            if check.rank is rank:
                yield from _one(check)


def _one(check: Check) -> Iterator[str]:
    yield f"\n### {check.title} (`{check.name}`)"
    yield f"\n{check.duty}"
    for name, duty in check.duties.items():
        yield f"\n{_TYPES[name].capitalize()}: {duty}"
    yield f"\n- For: {_types(check)}"
    if check.source:
        yield f"- Source: {_sources(check)}"
    yield f"- Found: {_examples(check.found)}"
    yield f"- Left alone: {_examples(check.passed)}"


def _types(check: Check) -> str:
    if check.types == ALL:
        return "every record type"
    return "; ".join(words for name, words in _TYPES.items() if name in check.types)


def _sources(check: Check) -> str:
    """Return the citations of a check, each with its record type where they differ."""
    by_type = {name: check.source_for(name) for name in _TYPES if name in check.types}
    cited = set(by_type.values())
    if len(cited) == 1:
        return cited.pop()
    return "; ".join(f"{source} ({_TYPES[name]})" for name, source in by_type.items() if source)


def _examples(words: tuple[str, ...]) -> str:
    return " · ".join(words)
