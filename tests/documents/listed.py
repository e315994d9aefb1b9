"""Invented lists of decisions, of any length, on the shipped templates."""

import random
from dataclasses import replace
from datetime import date, timedelta

from sendapp.documents.jobs import Form, RenderList
from sendapp.documents.performing import perform
from sendapp.domain.listing.choosing import choose
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.listing.listing import DecisionList, list_of
from sendapp.domain.profile import CallInRule
from sendapp.domain.record import DecisionRecord, Item
from tests.documents.invented import invented, phrase
from tests.documents.shipped import TEMPLATES

POSTS = (
    "Deputy Leader (responsible for Finance and Reform)",
    "Cabinet Member for Children and Education",
    "Cabinet Member for Housing",
)
ASKED = {
    ListKind.DRAFT: ListAsked(kind=ListKind.DRAFT, since="2025-11-24", until="2025-11-24"),
    ListKind.CONFIRMED: ListAsked(kind=ListKind.CONFIRMED, since="2025-11-27", until="2025-11-27"),
    ListKind.REGISTER: ListAsked(kind=ListKind.REGISTER, since="2025-09-01", until="2025-11-30"),
}


def listed_record(number: int, *, rich: bool = False, small: bool = False) -> DecisionRecord:
    """Return the decision `number`: of ordinary length, or `rich` with all that texts can hold.

    `small` writes its title and words in small letters.
    """
    chance = random.Random(number)
    record = invented(number % 60)
    told = tuple(
        Item(text=f"<p>{_cased(phrase(chance, chance.randint(15, 60)), small=small)}.</p>")
        for _ in range(chance.randint(1, 3))
    )
    return replace(
        record,
        id=f"{number:08d}-0000-4000-8000-000000000000",
        reference=f"MBC/2025/{number:03}",
        title=_cased(phrase(chance, 8), small=small),
        decision_maker=POSTS[number % 3],
        decision_maker_interest="no",
        decision_lead_in="The Cabinet Member approves",
        decisions=record.decisions if rich else told,
        date_of_decision=(date(2025, 9, 1) + timedelta(days=number % 90)).isoformat(),
        status="implementable",
        draft_list_published="2025-11-24",
        call_in_ends="2025-11-27",
        in_force_on="2025-11-27",
        confirmed_list_published="2025-11-27",
    )


def a_list(kind: ListKind, count: int, *, rich: bool = False, small: bool = False) -> DecisionList:
    """Return a list of `count` invented decisions."""
    records = [listed_record(n, rich=rich, small=small) for n in range(count)]
    chosen = choose(records, ASKED[kind], {})
    going = [each.record for each in chosen.marked]
    assert len(going) == count
    return list_of(going, ASKED[kind], "Marlhaven Borough Council", CallInRule(), {})


def _cased(words: str, *, small: bool) -> str:
    return words.lower() if small else words


def made(listing: DecisionList, form: Form = Form.WORD) -> bytes:
    """Return the file of `listing` on its shipped template."""
    path = TEMPLATES / "lists" / f"{listing.kind.value}.docx"
    return perform(RenderList(listing=listing, template_path=path, form=form))
