"""Whoever is named as the decision maker held the post on the day, says the register of posts."""

from collections.abc import Iterator, Sequence

from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.reading import Reading, Spot
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.dates import long_date
from sendapp.domain.duties import ALL
from sendapp.domain.posts import Post, same_person, terms_of
from sendapp.domain.wording import DRAFT_STATUSES


def _holder_at_odds(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    name, day = record.decision_maker_name, record.date_of_decision
    terms = [term for term in terms_of(reading.around.posts, record.decision_maker) if term.holder]
    if record.status not in DRAFT_STATUSES:
        # An entry without any date says who holds the post now, not who held it then.
        terms = [term for term in terms if term.since or term.until]
    if not name.strip() or not reading.day("date_of_decision") or not terms:
        return
    held = [term for term in terms if term.covers(day)]
    if any(same_person(term.holder, name) for term in held):
        return
    if sentence := _sentence(day, held, [t for t in terms if same_person(t.holder, name)]):
        yield Spot("decision_maker_name", sentence, 0, len(name))


def _sentence(day: str, held: Sequence[Post], own: Sequence[Post]) -> str:
    """Return what the register says against a name, '' where it does not say who held the post."""
    when = long_date(day)
    if held:
        return f"On {when}, says your register of posts, the post was held by {held[0].holder}."
    if own:
        return f"Your register of posts has this holder {own[0].period}, which is not on {when}."
    return ""


CHECKS = (
    Check(
        name="holder-at-odds",
        rank=Rank.LOOKS,
        title="Not the holder on that day",
        duty="A decision is made by whoever holds the post on the day.",
        find=_holder_at_odds,
        types=ALL,
        source=NOTHING,
        found=("Councillor Vane in May, where the register has Councillor Pell from April",),
        passed=("Cllr A. Pell, where the register has Councillor Asha Pell",),
    ),
)
