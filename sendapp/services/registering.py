"""What the register asks, and what it is told."""

from dataclasses import dataclass

from sendapp.storage.keeper import Stores
from sendapp.storage.register import Sort, Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the register is to show; `status` '' means all, `in_bin` the bin instead.

    On the ISO date `today`, those whose call-in has ended are no more in call-in.
    """

    status: str = ""
    today: str = ""
    words: str = ""
    sort: Sort = Sort.SAVED
    reverse: bool = False
    limit: int = 200
    offset: int = 0
    in_bin: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of the register, with how many records stand where (STANDINGS) and in all."""

    summaries: tuple[Summary, ...]
    counts: dict[str, int]
    total: int
    """How many records the query finds, on all pages."""
    binned: int
    """How many records are in the bin."""


def listing(stores: Stores, query: Query) -> Listing:
    """Return the page of the register that `query` asks for."""
    records = stores.records
    counts = records.counts(query.today)
    if query.in_bin:
        in_bin = tuple(records.binned())
        return Listing(in_bin, counts, len(in_bin), len(in_bin))
    status = query.status or None
    summaries = records.summaries(
        status=status,
        today=query.today,
        words=query.words,
        sort=query.sort,
        reverse=query.reverse,
        limit=query.limit,
        offset=query.offset,
    )
    total = records.count(status=status, today=query.today, words=query.words)
    return Listing(tuple(summaries), counts, total, records.binned_count())
