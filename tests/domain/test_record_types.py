"""Kinds of record are data, and a fault in them is named."""

import pytest

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Place, Section
from sendapp.domain.record_types import TypeFault, parse_type

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
    ],
)
def test_a_fault_names_the_file(toml: str, says: str) -> None:
    with pytest.raises(TypeFault, match=says):
        parse_type("some-kind", toml)
