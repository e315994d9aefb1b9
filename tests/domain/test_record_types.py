"""Kinds of record are data, and a fault in them is named."""

import pytest

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.duties import OFFICER_NON_EXECUTIVE
from sendapp.domain.fields import Place, Section
from sendapp.domain.record import Conflict, DecisionRecord
from sendapp.domain.record_types import TypeFault, parse_type
from sendapp.domain.rows import parts_for

GOOD = """
title = "Record of Decision"
law = "Some regulations"
[[section]]
id = "title"
label = "Title"
heading = "TITLE:"
number = 1
[[section]]
id = "more"
label = "More"
"""


def test_a_kind_of_record_is_read() -> None:
    kind = parse_type("some-kind", GOOD)
    assert (kind.name, kind.title, kind.law) == (
        "some-kind",
        "Record of Decision",
        "Some regulations",
    )
    assert kind.section(Section.TITLE).heading == "TITLE:"
    assert kind.section(Section.MORE).number == 0
    with pytest.raises(KeyError):
        kind.section(Section.DATES)


def test_a_section_holds_the_fields_of_the_form() -> None:
    names = [entry.name for entry in parse_type("x", GOOD).section(Section.MORE).fields]
    assert names == [
        f.name for f in CATALOGUE if f.section is Section.MORE and Place.FORM in f.places
    ]
    assert "id" not in names


OWN = (
    GOOD
    + """
[starts]
call_in_applies = "no"
[[signatory]]
post = "Proper officer"
[[signatory]]
[field.wards]
label = "Areas"
help = "Which areas."
blank = "None."
"""
)


def test_a_kind_says_what_it_starts_with_who_signs_and_how_it_calls_its_fields() -> None:
    kind = parse_type("some-kind", OWN)
    assert kind.starts == (("call_in_applies", "no"),)
    assert [one.post for one in kind.signatories] == ["Proper officer", ""]
    [wards] = [f for f in kind.section(Section.MORE).fields if f.name == "wards"]
    assert (wards.label, wards.help, kind.blank("wards")) == ("Areas", "Which areas.", "None.")
    assert kind.blank("title") == ""
    assert [one.post for one in parse_type("some-kind", GOOD).signatories] == [""]


def test_what_a_kind_does_not_ask_for_is_on_the_form_only_where_it_is_filled() -> None:
    section = parse_type("cabinet", GOOD).section(Section.MORE)
    blank, filled = DecisionRecord(), DecisionRecord(decision_maker_name="Ines Coyle")
    asked = {entry.name for entry in section.fields_of(blank)}
    assert "decision_maker_name" not in asked
    assert {entry.name for entry in section.fields_of(filled)} - asked == {"decision_maker_name"}
    noted = Conflict(member="Councillor Vane", granted_on="2026-03-02")
    for row, more in ((None, set()), (Conflict(), set()), (noted, {"granted_on"})):
        parts = {entry.name for entry in parts_for("conflicts", OFFICER_NON_EXECUTIVE, row)}
        assert parts == {"member", "interest"} | more


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        ("title = ", "some-kind/type.toml: Invalid value"),
        ('title = "x"\nlaw = "y"', "some-kind/type.toml: 'section' is missing."),
        (GOOD.replace('id = "title"', 'id = "tytle"'), "'tytle' is not a valid Section"),
        (GOOD.replace("number = 1", 'number = "one"'), "invalid literal"),
        ('title = "x"\nlaw = "y"\nsection = 1', "some-kind/type.toml"),
        ('title = "x"\nlaw = "y"\nsection = ["id"]', "some-kind/type.toml"),
        (GOOD.replace("number = 1", "number = inf"), "cannot convert float infinity"),
        (GOOD.replace("number = 1", "number = nan"), "cannot convert float NaN"),
        ("a = " + "[" * 20_000 + "]" * 20_000, "nested too deeply"),
        ("[" + ".".join("a" * 20_000) + "]", "some-kind/type.toml"),
        ("a = " + "9" * 5_000, "some-kind/type.toml"),
        (OWN.replace("field.wards", "field.wors"), "there is no field “wors”"),
        (OWN.replace("blank =", "blanc ="), "some-kind/type.toml: .*blanc"),
        (OWN.replace("call_in_applies", "status"), "cannot start with “status”"),
        (OWN.replace("call_in_applies", "decisions"), "cannot start with “decisions”"),
        (OWN.replace('"no"', '"perhaps"'), "“perhaps” is no answer for “call_in_applies”"),
        (OWN.replace("post =", "posts ="), "some-kind/type.toml: .*posts"),
    ],
)
def test_a_fault_names_the_file(toml: str, says: str) -> None:
    with pytest.raises(TypeFault, match=says):
        parse_type("some-kind", toml)
