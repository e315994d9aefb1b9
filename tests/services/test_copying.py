"""What comes along when a record is started from an old one."""

from dataclasses import replace

from hypothesis import given

from sendapp.domain.catalogue import fields_in
from sendapp.domain.fields import Kind, Place
from sendapp.domain.interchange import from_json, to_json
from sendapp.domain.record import Carried, DecisionRecord, SetAside
from sendapp.services.copying import started_from
from tests.factory import a_full_record, a_record, items
from tests.strategies import records

OLD = a_record(
    title="Lease of Pelling Mills",
    decision_maker="Leader",
    decision_maker_name="Councillor Iris Vane",
    reasons=items("It begins on 1 April 2024."),
)


def facts(record: DecisionRecord) -> list[tuple[str, str, str]]:
    return [(fact.field, fact.words, fact.kind) for fact in record.carried]


def test_the_facts_of_the_old_record_wait_to_be_confirmed() -> None:
    new = started_from(OLD, {})
    assert ("title", "Pelling Mills", "name") in facts(new)
    assert ("reasons", "1 April 2024", "date") in facts(new)
    assert ("decision_maker_name", "Councillor Iris Vane", "name") in facts(new)


def test_the_holder_follows_the_register_of_posts_and_is_no_old_fact() -> None:
    new = started_from(OLD, {"Leader": "Councillor Jo Hale", "Mayor": "Sam Pike"})
    assert new.decision_maker_name == "Councillor Jo Hale"
    assert "decision_maker_name" not in {fact.field for fact in new.carried}


def test_the_judgements_of_the_old_case_are_made_anew() -> None:
    old = a_full_record()
    new = started_from(old, {})
    assert (new.key_decision, new.call_in_applies) == ("", "")
    assert new.key_decision_reason == old.key_decision_reason
    assert any(row.exempt and row.paragraphs and row.public_interest for row in old.appendices)
    assert [(row.exempt, row.paragraphs) for row in new.appendices] == [
        (row.exempt, row.paragraphs) for row in old.appendices
    ]
    assert not any(row.public_interest for row in new.appendices)


def test_a_lead_in_that_names_the_old_holder_is_made_anew() -> None:
    old = replace(
        OLD, decision_lead_in="Councillor Iris Vane, Leader of the Council, approves"
    )  # fmt: skip
    new = started_from(old, {"Leader": "Councillor Jo Hale"})
    assert new.decision_lead_in == "The Leader approves"
    assert "decision_lead_in" not in {fact.field for fact in new.carried}


def test_a_lead_in_that_names_nobody_stays_when_the_holder_changes() -> None:
    old = replace(OLD, decision_lead_in="The Leader, having considered it, agrees")
    new = started_from(old, {"Leader": "Councillor Jo Hale"})
    assert new.decision_lead_in == old.decision_lead_in


def test_people_in_the_post_and_in_the_lead_in_wait_to_be_confirmed() -> None:
    old = replace(
        OLD,
        decision_maker="Leader (Councillor Iris Vane)",
        decision_lead_in="Iris Vane, the Leader, with Mrs Pike approves",
    )
    assert {
        ("decision_maker", "Councillor Iris Vane", "name"),
        ("decision_lead_in", "Iris Vane", "name"),
        ("decision_lead_in", "Mrs Pike", "name"),
    } <= set(facts(started_from(old, {})))


def test_the_post_alone_is_no_fact() -> None:
    old = replace(OLD, decision_maker="Cabinet Member for Old Town", decision_lead_in="It approves")
    fields = {fact.field for fact in started_from(old, {}).carried}
    assert fields.isdisjoint({"decision_maker", "decision_lead_in"})


def test_the_old_holder_is_marked_in_capitals_too() -> None:
    old = replace(OLD, reasons=items("Signed by IRIS VANE here."))
    new = started_from(old, {"Leader": "Councillor Jo Hale"})
    assert ("reasons", "IRIS VANE", "name") in facts(new)


def test_the_post_is_found_whatever_its_capitals_and_spaces() -> None:
    old = replace(OLD, decision_maker="the  leader ")
    assert started_from(old, {"The Leader": "Jo Hale"}).decision_maker_name == "Jo Hale"
    blank = replace(OLD, decision_maker=" ")
    assert started_from(blank, {"The Leader": "Jo Hale"}).decision_maker_name != "Jo Hale"


def test_an_old_fact_that_no_rule_finds_is_carried_on_while_it_stands() -> None:
    old = replace(OLD, carried=(
        Carried(field="reasons", words="begins", kind="name"),
        Carried(field="reasons", words="1 April 2023", kind="date"),
        Carried(field="reasons", words="1 April 2024", kind="date"),
    ))  # fmt: skip
    new = started_from(old, {})
    assert ("reasons", "begins", "name") in facts(new)
    assert "1 April 2023" not in {fact.words for fact in new.carried}
    assert len(set(facts(new))) == len(new.carried)
    assert not {fact.key for fact in new.carried} & {fact.key for fact in old.carried}


def test_what_was_confirmed_in_the_old_record_waits_again_in_the_new() -> None:
    first = started_from(OLD, {})
    second = started_from(replace(first, carried=()), {})
    assert facts(second) == facts(first)


def test_what_belongs_to_the_old_decision_stays_behind() -> None:
    old = a_full_record(set_aside=(SetAside(check="x", field="title", reason="y"),))
    new = started_from(old, {})
    assert (new.clearances, new.set_aside, new.circulations) == ((), (), ())
    assert (new.urgency, new.conflicts, new.conflicts_declared) == ((), (), "")
    assert (new.decision_maker_interest, new.notice_published, new.notice_reference) == ("",) * 3
    assert (new.date_of_decision, new.reference, new.status) == ("", "", "draft")


@given(records())
def test_no_word_is_changed_and_the_facts_go_through_a_file(old: DecisionRecord) -> None:
    new = started_from(old, {})
    for entry in fields_in(Place.COPY):
        if entry.kind is not Kind.ROWS:
            assert getattr(new, entry.name) == getattr(old, entry.name)
    assert from_json(to_json(new)).carried == new.carried
