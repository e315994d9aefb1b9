"""What a template may name, by what is printed on it: a record, or a list of records."""

from collections.abc import Mapping
from dataclasses import dataclass

from sendapp.documents.context import NAMES, RICH_NAMES


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The names of one kind of template, and the words officers have for them.

    Compared by identity: there is one for each kind of template, and no other.
    """

    subject: str
    """What its names are fields of, "a record"."""
    names: Mapping[str, frozenset[str]]
    """Each dotted name with those that may follow it after a dot."""
    rich: frozenset[str]
    """The dotted names of rich texts, which need a paragraph of their own."""


RECORDS = Vocabulary(
    subject="a record",
    names=NAMES,
    rich=RICH_NAMES,
)
