"""The journal's words for what leaves the desk, is brought back or is overruled."""

from sendapp.domain.catalogue import field
from sendapp.domain.checks.finding import Finding
from sendapp.domain.journal import Deed, What
from sendapp.domain.journal_lines import JournalAsked
from sendapp.domain.listing.kinds import ListAsked
from sendapp.domain.listing.listing import DecisionList
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.versions import SIGNING, Why, said

_WHAT = {
    Why.WORD: What.WORD,
    Why.PDF: What.PDF,
    Why.SHARED: What.SHARED,
    Why.PRINTED: What.PRINTED,
    Why.SIGNING: What.SIGNING,
    Why.SIGNING_FILE: What.SIGNING,
    Why.CIRCULATED: What.CIRCULATED,
}
"""What the journal calls each way in which a record leaves the desk."""
_ENDED = {What.DISPOSED: "Disposed of: ", What.REMOVED: "Deleted: "}
"""How the journal says that a record went; what it was called stands after it."""


def issued(record: DecisionRecord, why: Why, note: str = "") -> Deed:
    """Return what is entered where `record` left the desk as its version's words say."""
    details: dict[str, object] = {}
    if why in SIGNING:
        details = {"code": code_of(record), "why": str(why)}
    return Deed(what=_WHAT[why], words=said(why, note), record_id=record.id, details=details)


def listed(listing: DecisionList, asked: ListAsked, name: str, digest: str) -> Deed:
    """Return what is entered where a list was made as the file `name`, told by its SHA-256.

    It is one row of no record: what became of the records on it, their own rows tell.
    """
    many = len(listing.entries)
    return Deed(
        what=What.LISTED,
        words=f"{listing.heading} made, {listing.count}; exported as {name}",
        details={
            "list": str(asked.kind),
            "from": asked.since,
            "to": asked.until,
            "decisions": many,
            "sha256": digest,
        },
    )


def journal_saved(asked: JournalAsked, name: str, lines: int, digest: str) -> Deed:
    """Return what is entered where so many lines of the journal went out as the file `name`.

    Titles, names and reasons leave the records file with it, as with a list.
    """
    return Deed(
        what=What.JOURNAL,
        words=f"Journal saved as {name}, {lines:,} {'line' if lines == 1 else 'lines'}",
        details={
            "words": asked.words,
            "from": asked.since,
            "to": asked.until,
            "lines": lines,
            "sha256": digest,
        },
    )


def ended(what: What, record_id: str, called: str) -> Deed:
    """Return what is entered where a record was deleted or disposed of: all that is kept of it."""
    return Deed(what=what, words=f"{_ENDED[what]}{called}", record_id=record_id)


def called_at_its_end(words: str) -> str:
    """Return what a record was called, by the `words` that were entered when it went."""
    for begins in _ENDED.values():
        if words.startswith(begins):
            return words.removeprefix(begins)
    return words


def signed_code(record: DecisionRecord) -> str:
    """Return the code of the signing copy of `record` as it is printed."""
    return shown_code(code_of(record))


def brought_back(record_id: str, number: int, kept: str, name: str = "") -> Deed:
    """Return what is entered where the field `name`, '' for all, was taken from a version.

    `kept` says when and why the version was kept.
    """
    what = f"“{field(name).label}” brought back" if name else "Older text brought back"
    return Deed(
        what=What.RESTORED,
        words=f"{what}, as it was on {kept}",
        record_id=record_id,
        details={"version": number} | ({"field": name} if name else {}),
    )


def overruled(record_id: str, finding: Finding, reason: str) -> Deed:
    """Return what is entered where a finding was set aside with a reason."""
    return Deed(
        what=What.OVERRIDDEN,
        words=f"Set aside: {finding.title} ({finding.where}). Reason: {reason}",
        record_id=record_id,
        details={"check": finding.check, "field": finding.field, "reason": reason},
    )


def counted_again(record_id: str, finding: Finding) -> Deed:
    """Return what is entered where a finding that was set aside counts again."""
    return Deed(
        what=What.OVERRIDDEN,
        words=f"No longer set aside: {finding.title} ({finding.where})",
        record_id=record_id,
        details={"check": finding.check, "field": finding.field},
    )
