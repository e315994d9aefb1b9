"""What can be corrected, what it is called, and what is printed of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.correcting import (
    REMOVED,
    corrected,
    correction_of,
    must_not_be_public,
    spot_at,
    spots,
    values_at,
    withheld,
    words_at,
)
from sendapp.domain.record import Appendix, Conflict, Correction, DecisionRecord
from sendapp.domain.sealing import SEALED
from sendapp.services.record_types import load_kinds
from tests.factory import a_full_record, a_record, items
from tests.strategies import records

ON = "2026-03-10"


def note(record: DecisionRecord, address: str, **values: object) -> Correction:
    spot = spot_at(record, address)
    return correction_of(record, spot, values_at(record, spot) | values, "A slip.", ON)


def test_places_are_called_as_officers_call_them() -> None:
    labels = [spot.label for spot in spots(a_full_record())]
    assert {
        "Title",
        "Decision made by",
        "Decision 1",
        "Reason 2",
        "Option 2: text",
        "Option 1: whether it is recommended",
        "Conflict 1: member",
        "Appendix 1: title",
        "Appendix 1: whether it is exempt",
        "Appendix 2",
        "Reference",
    } <= set(labels)
    assert len(labels) == len(set(labels))


def test_every_sealed_field_can_be_corrected_but_the_kind_of_record() -> None:
    assert {spot.name for spot in spots(a_full_record())} == set(SEALED) - {"record_type"}


def test_places_are_called_and_ordered_as_on_the_form() -> None:
    kinds = load_kinds()
    record = a_full_record(record_type="officer-non-executive", conflicts=(Conflict(member="P"),))
    kind = kinds[record.record_type].type
    labels = [spot.label for spot in spots(record, kind)]
    on_form = [entry.label for section in kind.sections for entry in section.fields_of(record)]
    scalars = [spot.label for spot in spots(record, kind) if spot.index < 0]
    assert [label for label in on_form if label in scalars] == scalars
    # A record of this kind grants no dispensations.
    assert "Conflict 1: member" in labels
    assert "Conflict 1: dispensation" not in labels


def test_what_the_form_does_not_show_is_corrected_where_it_is_filled() -> None:
    kind = load_kinds()["cabinet-member"].type
    bare = replace(kind, sections=kind.sections[:1])
    names = {spot.name for spot in spots(a_full_record(), bare)}
    assert {"title", "reasons", "appendices"} <= names
    blank = {spot.name for spot in spots(a_full_record(reference=""), bare)}
    assert "reference" in names
    assert blank == names - {"reference"}


def test_neither_decisions_nor_reasons_nor_options_are_added() -> None:
    assert {spot.name for spot in spots(a_full_record()) if spot.is_new} == {
        "conflicts",
        "appendices",
    }


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("title", "title"),
        ("reasons[1]", "reasons[1]"),
        ("options[1]", "options[1].title"),
        ("options[0].text", "options[0].text"),
        ("appendices[1]", "appendices[1]"),
        ("decisions", "decisions[0]"),
        ("", "title"),
        ("notes", "title"),
    ],
)
def test_an_address_of_the_form_finds_its_place(address: str, found: str) -> None:
    assert spot_at(a_full_record(), address).address == found


def test_words_before_and_after_are_plain() -> None:
    row = note(a_record(), "reasons[0]", text="<p>The setts have <b>sunk</b> by 40 mm.</p>")
    assert row == Correction(
        corrected_on=ON,
        place="Reason 1",
        reason="A slip.",
        before="The setts have sunk.",
        after="The setts have sunk by 40 mm.",
    )


def test_answers_are_told_in_words() -> None:
    record = a_full_record()
    row = note(record, "appendices[0].exempt", exempt=False)
    assert (row.before, row.after) == ("Yes", "No")
    row = note(record, "appendices[0].paragraphs", paragraphs=(3, 5))
    assert (row.before, row.after) == ("3", "3, 5")
    row = note(record, "conflicts_declared", conflicts_declared="none")
    assert (row.before, row.after) == ("Declared", "None declared")


def test_only_formatting_is_told_as_that() -> None:
    row = note(a_record(), "reasons[0]", text="<p>The setts have <b>sunk</b>.</p>")
    assert row.place == "Reason 1 (formatting)"
    assert row.before == row.after


def test_an_appendix_left_out_is_added_whole() -> None:
    record = a_record()
    spot = spot_at(record, "appendices[0]")
    assert spot.is_new
    values = values_at(record, spot) | {"title": "Tender prices", "exempt": True}
    values |= {"paragraphs": (3,)}
    after = corrected(record, spot, values)
    assert after.appendices == (Appendix(title="Tender prices", exempt=True, paragraphs=(3,)),)
    row = correction_of(record, spot, values, "Left out.", ON)
    assert row.place == "Appendix 1 (added)"
    assert row.before == ""
    assert row.after.splitlines() == [
        "Tender prices",
        "Exempt: not for publication: Yes",
        "Paragraphs of Schedule 12A that apply: 3",
    ]


def test_an_interest_that_is_added_was_declared() -> None:
    record = a_record(conflicts_declared="none")
    spot = spot_at(record, "conflicts[0]")
    after = corrected(record, spot, values_at(record, spot) | {"member": "Councillor Tarrant"})
    assert (after.conflicts_declared, after.conflicts[0].member) == (
        "declared",
        "Councillor Tarrant",
    )


@given(records(), st.data())
def test_only_the_place_is_changed_and_rows_keep_their_keys(
    record: DecisionRecord, data: st.DataObject
) -> None:
    spot = data.draw(st.sampled_from([s for s in spots(record) if not s.is_new]))
    values = values_at(record, spot)
    assert corrected(record, spot, values) == record
    (name,) = values
    other: object = not values[name] if isinstance(values[name], bool) else (1, 2)
    other = f"{values[name]}x" if isinstance(values[name], str) else other
    after = corrected(record, spot, {name: other})
    differing = [n for n in SEALED if getattr(after, n) != getattr(record, n)]
    assert differing in ([spot.name], [])
    assert values_at(after, spot) == {name: other}
    if spot.index >= 0:
        before, now = getattr(record, spot.name), getattr(after, spot.name)
        assert [row.key for row in before] == [row.key for row in now]
    assert isinstance(words_at(spot, values), str)


SECRET = "Harrow Quarry Ltd bid £1.2 million"


def test_old_words_that_must_not_be_public_are_nowhere_in_what_is_printed() -> None:
    # A slip in the same place was corrected earlier, and both its texts hold the words.
    record = a_record(reasons=items(f"<p>{SECRET} and won.</p>"))
    earlier = Correction(
        corrected_on="2026-03-04",
        place="Reason 1",
        reason="A slip.",
        before=f"{SECRET} and one.",
        after=f"{SECRET} and won.",
    )
    other = replace(earlier, place="Reason 10", before="Tanners", after="Tanner's")
    row = note(record, "reasons[0]", text="<p>The lowest bid won.</p>")
    rows = withheld((earlier, other), row)
    assert SECRET not in str(rows)
    assert [(r.before, r.after) for r in rows] == [
        (REMOVED, REMOVED),
        ("Tanners", "Tanner's"),
        (REMOVED, "The lowest bid won."),
    ]


@pytest.mark.parametrize(
    "place", ["Appendix 1 (added)", "Appendix 1: title", "Appendix 1: title (formatting)"]
)
def test_whatever_was_corrected_in_the_same_row_is_withheld_with_it(place: str) -> None:
    earlier = Correction(place=place, before="", after=SECRET)
    rows = withheld((earlier,), Correction(place="Appendix 1: title", before=SECRET, after="Bid"))
    assert SECRET not in str(rows)


def test_exempt_appendices_are_likely_to_be_withheld() -> None:
    record = a_record(appendices=(Appendix(title=SECRET), Appendix(title="Bids", exempt=True)))
    public, exempt = (spot_at(record, f"appendices[{n}].title") for n in range(2))
    becomes = spot_at(record, "appendices[0].exempt")
    assert not must_not_be_public(record, public, {"title": "Bid"})
    assert must_not_be_public(record, exempt, {"title": "Bids"})
    assert must_not_be_public(record, becomes, {"exempt": True})
    assert not must_not_be_public(record, spot_at(record, "reasons[0]"), {"text": ""})
