"""The checks at work: against the council's other titles and what it asks for."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.checks.reading import Others
from sendapp.domain.profile import CallInRule, Profile
from sendapp.services.checking import Checking, around_of
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper
from tests.factory import a_record


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    keeper = Keeper(tmp_path / "records.db", Backups(tmp_path / "backups"))
    yield Desk(keeper, (tmp_path / "rescued",))
    keeper.close()


@pytest.fixture
def checking(desk: Desk) -> Iterator[Checking]:
    made = Checking(desk, load_kinds())
    yield made
    made.close()


def names(checking: Checking, **what_matters: str) -> list[str]:
    record = a_record(decision_maker_interest="no", **what_matters)
    others = checking.others_beside(record.id).result(10)
    return [finding.check for finding in checking.check(record, others).result(10)]


def test_the_titles_of_the_other_records_count_and_not_its_own(
    desk: Desk, checking: Checking
) -> None:
    first = desk.create("cabinet-member").result(10).record
    titled = replace(first, title="Resurfacing  of Tanner's QUAY")
    desk.save(titled, {}).result(10)
    beside = checking.others_beside("another").result(10)
    assert beside == Others.called(["resurfacing of tanner's quay"], [])
    assert checking.others_beside(titled.id).result(10) == Others()
    assert names(checking) == ["title-used"]
    desk.bin(titled.id).result(10)
    assert names(checking) == []


def test_a_reference_that_another_record_has_is_told(desk: Desk, checking: Checking) -> None:
    first = desk.create("cabinet-member").result(10).record
    desk.save(replace(first, reference="CMD/2026/001"), {}).result(10)
    assert names(checking, reference="cmd/2026/001") == ["reference-taken"]
    assert names(checking, reference="CMD/2026/002") == []


def test_what_the_council_asks_for_is_asked(checking: Checking) -> None:
    assert names(checking) == []
    checking.council = CouncilSettings(asked_fields=("wards",), asked_clearances=("Legal",))
    assert names(checking) == ["asked-field-missing", "clearance-missing"]
    assert names(checking, wards="Quayside") == ["clearance-missing"]


def test_the_councils_own_rule_of_call_in_and_its_closure_days_count(checking: Checking) -> None:
    dates = {"draft_list_published": "2026-03-03", "confirmed_list_published": "2026-03-06"}
    dates["status"] = "implementable"
    assert names(checking, **dates) == []
    checking.council = CouncilSettings(profile=Profile(call_in=CallInRule(days=5)))
    assert names(checking, **dates) == ["confirmed-before-call-in-ends"]
    checking.council = CouncilSettings(profile=Profile(closure_days=("2026-03-03",)))
    assert names(checking, **dates) == ["published-on-day-off"]


def test_a_kind_of_the_councils_own_has_the_duties_it_names() -> None:
    kinds = load_kinds()
    shipped = kinds["cabinet-member"]
    own = replace(shipped.type, name="grants-panel", duties="officer-non-executive")
    kinds["grants-panel"] = TypeOnPaper(own, shipped.template)
    record = a_record(record_type="grants-panel")
    assert around_of(record, kinds).duties == "officer-non-executive"
    assert around_of(a_record(), kinds).duties == "cabinet-member"
    (finding,) = check_record(replace(record, reasons=()), around_of(record, kinds))
    assert finding.source == "SI 2014/2095, regulation 7"
