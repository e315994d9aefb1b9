"""Steps that are refused for what the record lacks: each reason once, with the way to mend it."""

from dataclasses import replace

import pytest

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.issuing import OWN_INTEREST, WHAT_TO_DO
from sendapp.domain.record import Clearance, SetAside
from sendapp.domain.refusing import Refusal
from sendapp.domain.states import Act, step_of
from sendapp.services.desk import Desk
from sendapp.services.record_types import load_kinds
from sendapp.services.stating import UNSHOWABLE, Refused, Stating
from sendapp.storage.keeper import Keeper
from tests.factory import items
from tests.services.conftest import kept, now
from tests.services.test_stating import PUBLISHED, TODAY

INTEREST = Refusal("decision_maker_interest", f"{OWN_INTEREST} {WHAT_TO_DO}")
DATELESS = Refusal("date_of_decision", "“Date of decision” has to be filled in.")


@pytest.fixture
def stating(keeper: Keeper) -> Stating:
    return Stating(keeper, load_kinds(), today=lambda: TODAY)


def _aside(check: str, field: str, words: str) -> SetAside:
    return SetAside(check=check, field=field, words=words, reason="It is signed from Word.")


@pytest.mark.parametrize(
    ("act", "record", "told"),
    [
        (Act.READY, {"status": "draft", "decision_maker_interest": "yes"}, INTEREST),
        (Act.DECIDE, {"status": "ready", "decision_maker_interest": "yes"}, INTEREST),
        (Act.PUBLISH, {"status": "decided", "decision_maker_interest": "yes"}, INTEREST),
        (Act.DECIDE, {"status": "ready", "date_of_decision": ""}, DATELESS),
    ],
)
def test_what_the_step_and_the_law_both_say_is_told_once(
    desk: Desk, stating: Stating, act: Act, record: dict[str, str], told: Refusal
) -> None:
    stored = kept(desk, **({"decision_maker_interest": "no"} | record))
    with pytest.raises(Refused) as refusal:
        now(stating.take(stored.record, {}, act, {}))
    assert [one for one in refusal.value.refusals if one.field == told.field] == [told]


@pytest.mark.parametrize(("act", "status"), [(Act.READY, "draft"), (Act.DECIDE, "ready")])
def test_what_no_signing_copy_can_show_is_written_another_way_or_set_aside(
    desk: Desk, stating: Stating, act: Act, status: str
) -> None:
    day = {"date_of_decision": "2026-03-02"}
    record = kept(
        desk,
        status=status,
        decision_maker_interest="no",
        title="A crossing \N{CHILDREN CROSSING} at Mill Road",
        reasons=items("Safe \N{CHILDREN CROSSING} ways to school."),
    ).record
    with pytest.raises(Refused, match="no PDF can be made") as refusal:
        now(stating.take(record, {}, act, day))
    assert [one.field for one in refusal.value.refusals] == ["title", "reasons[0]"]
    found = [one for one in check_record(record) if one.check == UNSHOWABLE]
    rows = tuple(_aside(*one.key) for one in found)
    aside = replace(record, set_aside=rows)
    now(desk.save(aside, {}))
    taken = now(stating.take(aside, {}, act, day)).record
    assert taken.status == step_of(act).to


def test_what_is_signed_already_is_published_whatever_it_shows(
    desk: Desk, stating: Stating
) -> None:
    record = kept(
        desk,
        status="decided",
        decision_maker_interest="no",
        date_of_decision="2026-03-02",
        title="A crossing \N{CHILDREN CROSSING}",
    ).record
    assert now(stating.take(record, {}, Act.PUBLISH, PUBLISHED)).record.status == "published"


def test_clearances_are_asked_for_where_the_council_wants_them(
    desk: Desk, stating: Stating
) -> None:
    settings = now(desk.settings())
    now(desk.keep_settings(replace(settings, asked_clearances=("Legal",))))
    record = kept(desk, decision_maker_interest="no").record
    with pytest.raises(Refused, match="Legal has not cleared this record yet"):
        now(stating.take(record, {}, Act.READY, {}))
    cleared = replace(record, clearances=(Clearance(role="Legal", name="Ines Coyle"),))
    now(desk.save(cleared, {}))
    assert now(stating.take(cleared, {}, Act.READY, {})).record.status == "ready"
