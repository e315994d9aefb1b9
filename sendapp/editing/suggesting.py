"""What follows from the decision maker and the day, as long as nobody wrote something else."""

from collections.abc import Callable, Collection, Mapping
from datetime import date

from sendapp.domain.catalogue import field
from sendapp.domain.posts import Suggestion
from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import lead_in

_OF_THE_POST = ("decision_maker", "decision_maker_name", "decision_lead_in")


class PostFollowing:
    """Gives the holder's name and the decision's first words, by the day of the decision.

    Where the record has no such day yet, the posts of today count. `duties` is the record type
    whose duties hold for the record (`RecordType.duties`). `known` may be replaced at any time, as
    when the register of posts is changed.
    """

    def __init__(self, duties: str, today: Callable[[], date] = date.today) -> None:
        self.known: Mapping[str, Suggestion] = {}
        self._duties = duties
        self._today = today

    def chosen(self, record: DecisionRecord, post: str) -> dict[str, str]:
        """Return the fields that change when `post` becomes the decision maker of `record`.

        The first words and the holder's name follow the post: what is known of it, or the words
        made from its name. What the officer wrote there stays.
        """
        changes = {"decision_maker": post}
        day = self._day_of(record)
        before = self.known.get(record.decision_maker)
        now = self.known.get(post)
        followed = {"", lead_in(record.decision_maker)}
        names = {""}
        if before:
            followed |= {before.lead_in, before.lead_in_on(day)}
            names |= {before.holder, *before.names_on(day)}
        if record.decision_lead_in in followed:
            changes["decision_lead_in"] = now.lead_in_on(day) if now else lead_in(post)
        asked = field("decision_maker_name").is_for(self._duties)
        if asked and record.decision_maker_name in names:
            changes["decision_maker_name"] = now.holder_on(day) if now else ""
        return changes

    def follows(
        self, before: DecisionRecord, after: DecisionRecord, names: Collection[str]
    ) -> dict[str, str]:
        """Return what changes with the day of the decision: another holder, other first words.

        On a day on which nobody is known to hold the post, the name that stands there stays.
        """
        post = self.known.get(after.decision_maker)
        if post is None or "date_of_decision" not in names or {*names} & {*_OF_THE_POST}:
            return {}
        was, now = self._day_of(before), self._day_of(after)
        changes = {}
        holder = post.holder_on(now)
        if holder and holder != before.decision_maker_name in post.names_on(was):
            changes["decision_maker_name"] = holder
        if before.decision_lead_in == post.lead_in_on(was) != post.lead_in_on(now):
            changes["decision_lead_in"] = post.lead_in_on(now)
        return changes

    def _day_of(self, record: DecisionRecord) -> str:
        return record.date_of_decision or self._today().isoformat()
