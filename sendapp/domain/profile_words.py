"""A council's customs in words, and what was changed in them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from sendapp.domain.banners import LABELS, SHIPPED
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.checks.asked import ASKABLE
from sendapp.domain.dates import long_date
from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, CountedFrom, InForce
from sendapp.domain.profile_exchange import SharedProfile

COUNTED_FROM = {
    CountedFrom.PUBLICATION: "the day the Draft Decision List is published",
    CountedFrom.DECISION: "the date of the decision",
}
"""From which day call-in is counted, in words."""

IN_FORCE = {
    InForce.LAST: "on the last day of call-in",
    InForce.NEXT_WORKING: "on the next working day after call-in",
    InForce.NEXT_CALENDAR: "on the next day after call-in, whichever it is",
}
"""When a decision may be carried out, in words."""

_LABELS = {entry.name: entry.label for entry in (*CATALOGUE, *ASKABLE)}


def days_in_words(rule: CallInRule) -> str:
    """Return how many days of which kind a rule counts: "5 clear working days"."""
    kind = "clear working day" if rule.clear else "working day"
    return f"{rule.days} {kind}" if rule.days == 1 else f"{rule.days} {kind}s"


def runs_of_days(days: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return ISO dates as runs of days on end, each by its first and its last day."""
    runs: list[tuple[str, str]] = []
    for day in sorted(set(days)):
        if runs and date.fromisoformat(runs[-1][1]) + timedelta(days=1) == date.fromisoformat(day):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return tuple(runs)


def run_in_words(run: tuple[str, str]) -> str:
    """Return a run of days in words: "24 December 2026 to 1 January 2027"."""
    first, last = run
    return long_date(first) if first == last else f"{long_date(first)} to {long_date(last)}"


def profile_changes(before: SharedProfile, after: SharedProfile) -> tuple[str, ...]:
    """Return what was changed, a line each, with what stood there before; () for nothing."""
    return (
        *_one("Council’s name", before.council, after.council),
        *_rule_changes(before.profile.call_in, after.profile.call_in),
        *_days("Closure days", before.profile.closure_days, after.profile.closure_days),
        *_banner_changes(dict(before.profile.banners), dict(after.profile.banners)),
        *_one(
            "Decision records kept for",
            _years(before.profile.retention_years),
            _years(after.profile.retention_years),
        ),
        *_one(
            "Background papers kept for",
            _years(before.profile.papers_years),
            _years(after.profile.papers_years),
        ),
        *_one("Reference numbers", before.profile.series, after.profile.series),
        *_logo_change(before.profile.logo, after.profile.logo),
        *_lists("Field asked for", _called(before.asked_fields), _called(after.asked_fields)),
        *_lists("Clearance asked for", before.asked_clearances, after.asked_clearances),
        *_lists("Post", map(_post, before.posts), map(_post, after.posts)),
        *_lists("Word of the council", before.words, after.words),
    )


def _rule_changes(before: CallInRule, after: CallInRule) -> Iterator[str]:
    yield from _one("Call-in rule", days_in_words(before), days_in_words(after))
    yield from _one(
        "Call-in counted from", COUNTED_FROM[before.counted_from], COUNTED_FROM[after.counted_from]
    )
    yield from _one("Cut-off time for publication", before.cut_off, after.cut_off)
    yield from _one("Decisions in force", IN_FORCE[before.in_force], IN_FORCE[after.in_force])


def _banner_changes(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    for name, label in LABELS.items():
        old, new = (said.get(name) or SHIPPED[name] for said in (before, after))
        if old != new:
            end = " (the usual words)" if name not in after else ""
            yield f"Banner “{label}” changed: “{new}”{end} (was “{old}”)"


def _logo_change(before: str, after: str) -> Iterator[str]:
    if before != after:
        yield f"Logo {'changed' if before and after else 'added' if after else 'removed'}"


def _days(what: str, before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    old, new = set(before), set(after)
    for words, days in (("added", new - old), ("removed", old - new)):
        if days:
            yield f"{what} {words}: {'; '.join(map(run_in_words, runs_of_days(days)))}"


def _lists(what: str, before: Iterable[str], after: Iterable[str]) -> Iterator[str]:
    """Yield what came and what went; the order alone is told of, too, for it is shown."""
    old, new = tuple(before), tuple(after)
    came = [text for text in new if text not in set(old)]
    went = [text for text in old if text not in set(new)]
    for words, texts in (("added", came), ("removed", went)):
        if texts:
            yield f"{what} {words}: {'; '.join(texts)}"
    if not came and not went and old != new:
        yield f"{what} put in another order: {'; '.join(new)}"


def _one(what: str, before: str, after: str) -> Iterator[str]:
    if before != after:
        yield f"{what} changed: {after or 'none'} (was {before or 'none'})"


def _years(years: int) -> str:
    return "1 year" if years == 1 else f"{years} years"


def _called(names: Iterable[str]) -> Iterator[str]:
    return (_LABELS.get(name, name) for name in names)


def _post(post: Post) -> str:
    parts = [part for part in (post.holder, post.period, post.portfolio, post.lead_in) if part]
    return f"{post.title} ({', '.join(parts)})" if parts else post.title
