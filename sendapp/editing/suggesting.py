"""What follows from the decision maker, as long as nobody wrote something else."""

from collections.abc import Mapping

from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import lead_in
from sendapp.services.desk import Suggestion


def with_decision_maker(
    record: DecisionRecord, post: str, known: Mapping[str, Suggestion]
) -> dict[str, str]:
    """Return the fields that change when `post` becomes the decision maker of `record`.

    The decision's first words and the holder's name follow the post: what `known` says of it,
    or the words made from its name. What the officer wrote there stays.
    """
    changes = {"decision_maker": post}
    before, now = known.get(record.decision_maker), known.get(post)
    followed = {"", lead_in(record.decision_maker), before.lead_in if before else ""}
    if record.decision_lead_in in followed:
        changes["decision_lead_in"] = now.lead_in if now and now.lead_in else lead_in(post)
    if record.decision_maker_name in {"", before.holder if before else ""}:
        changes["decision_maker_name"] = now.holder if now else ""
    return changes
