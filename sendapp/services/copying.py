"""Starting a new record from an old one: what comes along, and what waits to be confirmed."""

from collections.abc import Mapping
from dataclasses import replace

from sendapp.domain.carrying.standing import standing_in
from sendapp.domain.catalogue import fields_in
from sendapp.domain.checks.reading import Reading
from sendapp.domain.fields import Kind, Place
from sendapp.domain.posts import holder_among
from sendapp.domain.record import Carried, DecisionRecord, new_key
from sendapp.domain.wording import lead_in

_HOLDER = "decision_maker_name"


def started_from(record: DecisionRecord, holders: Mapping[str, str]) -> DecisionRecord:
    """Return a new draft with the words of `record`, whose facts wait to be confirmed.

    Who holds the post is taken from `holders`, by the post's title, where they name one: that is
    no fact of the old record, and a lead-in that names the old holder is made anew from the post.
    Facts of its own that were never confirmed are carried on.
    """
    # Late: the patterns take longer to compile than a window may take to open.
    from sendapp.domain.carrying.facts import facts_in

    copy = without_facts(record)
    if holder := holder_among(holders, record.decision_maker):
        copy = replace(_without_old_holder(copy, holder), decision_maker_name=holder)
    facts = facts_in(copy, (record.decision_maker_name,))
    known = {(fact.field, fact.words) for fact in facts}
    others = (fact for fact in record.carried if (fact.field, fact.words) not in known)
    still = (fact for fact in others if _stands(fact, copy))
    carried = [fact for fact in (*facts, *still) if not (holder and fact.field == _HOLDER)]
    return replace(copy, carried=tuple(_new(fact) for fact in carried))


def without_facts(record: DecisionRecord) -> DecisionRecord:
    """Return a new draft with what the catalogue lets into a copy; its rows are new rows."""
    values = {}
    for entry in fields_in(Place.COPY):
        value = getattr(record, entry.name)
        if entry.kind is Kind.ROWS:
            value = tuple(replace(row, key=new_key(), unknown="") for row in value)
        values[entry.name] = value
    values["appendices"] = tuple(
        # What is exempt stays so, to be safe; the public interest is weighed anew.
        replace(row, public_interest=False)
        for row in values["appendices"]
    )
    return DecisionRecord(**values)


def _without_old_holder(record: DecisionRecord, holder: str) -> DecisionRecord:
    """Return `record` with a lead-in that names no holder but the new one."""
    # Late, as above.
    from sendapp.domain.carrying.people import is_named

    old, post = record.decision_maker_name, record.decision_maker
    if old == holder or not is_named(old, record.decision_lead_in, post.partition("(")[0]):
        return record
    return replace(record, decision_lead_in=lead_in(post))


def _stands(fact: Carried, record: DecisionRecord) -> bool:
    """Whether a fact's words still stand in its field."""
    passages = Reading(record).of(fact.field)
    return any(standing_in(passage.words, (fact.words,)) for passage in passages)


def _new(fact: Carried) -> Carried:
    return Carried(field=fact.field, words=fact.words, kind=fact.kind)
