"""The words that an old record has as links: where they lead belongs to the old case."""

from collections.abc import Iterator
from itertools import groupby

from sendapp.domain.fields import Kind
from sendapp.domain.record import DecisionRecord
from sendapp.domain.richtext import Runs, Table, flatten
from sendapp.domain.richtext_html import parse
from sendapp.domain.rows import ROWS, place_of_part

_LAWS = "legislation.gov.uk"


def links_in(record: DecisionRecord) -> dict[str, list[str]]:
    """Return the words of each link, by the place of their text; links to laws are none."""
    found: dict[str, list[str]] = {}
    for name, parts in ROWS.items():
        for index, row in enumerate(getattr(record, name)):
            for part in parts:
                if part.kind is Kind.RICH and "<a " in (html := getattr(row, part.name)):
                    found[place_of_part(name, index, part.name)] = list(_linked(html))
    return found


def _linked(html: str) -> Iterator[str]:
    for part in flatten(parse(html)):
        texts = [cell for row in part.rows for cell in row] if isinstance(part, Table) else []
        for runs in texts or ([] if isinstance(part, Table) else [part.runs]):
            yield from _linked_runs(runs)


def _linked_runs(runs: Runs) -> Iterator[str]:
    for href, group in groupby(runs, key=lambda run: run.href):
        if href and _LAWS not in href:
            lines = "".join(run.text for run in group).split("\n")
            yield from (line.strip() for line in lines if line.strip())
