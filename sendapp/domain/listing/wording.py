"""The words of lists: headings, counts, and what they tell their readers of call-in."""

from collections.abc import Iterable

from sendapp.domain.dates import long_date, read_time
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from sendapp.domain.record import Appendix

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def heading(asked: ListAsked) -> str:
    """Return what stands at the head of the list."""
    if asked.kind is ListKind.REGISTER:
        joined = "on" if asked.since == asked.until else "from"
        return f"{asked.kind.words} made {joined} {asked.days}"
    if asked.since == asked.until:
        return f"{asked.kind.words} published on {asked.days}"
    return f"{asked.kind.words} for {asked.days}"


def count(number: int) -> str:
    """Return how many decisions there are, "3 decisions"."""
    return "1 decision" if number == 1 else f"{number} decisions"


def marking(asked: ListAsked) -> str:
    """Return what becomes of records that are put on the list when it is made."""
    done = "published" if asked.kind is ListKind.DRAFT else "confirmed"
    return f"marked as {done} on {long_date(asked.list_date)}"


def preview(asked: ListAsked, marked: int, new: int) -> str:
    """Return what a list will hold: so many decisions, of which so many are marked for it now."""
    if not new:
        return f"{count(marked)}." if marked else f"{empty(asked)} The list will say so."
    if not marked:
        named = "It" if new == 1 else "All of them"
        return f"{count(new)}. {named} will be {marking(asked)}."
    return f"{count(marked + new)}, of which {new} will be {marking(asked)}."


def preview_of_past(asked: ListAsked, number: int) -> str:
    """Return what stands in for `preview` where days are past and records wait to be ticked.

    `number` is how many decisions the list will hold, those that are ticked included.
    """
    held = f"{count(number)}." if number else "Nothing is on the list yet."
    past = "This day is past" if asked.since == asked.until else "These days are past"
    return f"{held} {past}: what is ticked will be {marking(asked)}, not today."


def empty(asked: ListAsked) -> str:
    """Return the sentence of a list without decisions."""
    day = asked.since == asked.until
    between = f"on {asked.days}" if day else f"from {asked.days}"
    match asked.kind:
        case ListKind.DRAFT:
            return f"No decisions were published {between}."
        case ListKind.CONFIRMED:
            return f"No decisions were confirmed {between}."
        case _:
            return f"No decisions were made {between}."


def note(asked: ListAsked, rule: CallInRule, *, opens: bool) -> str:
    """Return what a list says of call-in before its decisions.

    `opens` is whether any of them may be called in.
    """
    match asked.kind:
        case ListKind.DRAFT if not opens:
            return "Call-in does not apply to the decisions on this list: they can be implemented."
        case ListKind.DRAFT:
            return call_in_note(rule)
        case ListKind.CONFIRMED:
            return (
                "The decisions on this list can be implemented: their call-in is over, or call-in "
                "does not apply to them."
            )
        case _:
            return "Decisions stand in the order of the day on which they were made."


def call_in_note(rule: CallInRule) -> str:
    """Return what the council's rule means for somebody who reads a draft list."""
    if rule.days < 1:
        return "The decisions on this list have been made and published."
    many = _NUMBERS[rule.days] if rule.days < len(_NUMBERS) else str(rule.days)
    days = f"{many}{' clear' if rule.clear else ''} working day{'s' if rule.days > 1 else ''}"
    after = {
        CountedFrom.PUBLICATION: "after the day on which it was published",
        CountedFrom.DECISION: "after the day on which it was made",
    }[rule.counted_from]
    last = "that day" if rule.days == 1 else "the last of these days"
    next_working = f"on the next working day after {last}"
    first = {
        # Clear days stay clear to their end, as `call_in` counts them.
        InForce.LAST: next_working if rule.clear else f"on {last}",
        InForce.NEXT_WORKING: next_working,
        InForce.NEXT_CALENDAR: f"on the day after {last}",
    }[rule.in_force]
    late = read_time(rule.cut_off) if rule.counted_from is CountedFrom.PUBLICATION else ""
    cut_off = (
        f" What is published after {late} counts as published on the next working day."
        if late
        else ""
    )
    return (
        f"Each decision on this list may be called in for {days} {after}, unless it says that "
        f"call-in does not apply. If it is not called in, it can be implemented {first}.{cut_off}"
    )


def exempt(appendices: Iterable[Appendix]) -> str:
    """Return "1 appendix, exempt: paragraph 3", '' without exempt appendices; never their names."""
    said = [_paragraphs(entry.paragraphs) for entry in appendices if entry.exempt]
    if not said:
        return ""
    many = "1 appendix" if len(said) == 1 else f"{len(said)} appendices"
    return f"{many}, exempt: {'; '.join(said)}"


def _paragraphs(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return "paragraph not stated"
    words = [str(number) for number in numbers]
    if len(words) == 1:
        return f"paragraph {words[0]}"
    return f"paragraphs {', '.join(words[:-1])} and {words[-1]}"
