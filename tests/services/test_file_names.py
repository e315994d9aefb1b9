"""Names for files that people recognise and every system allows."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.services.file_names import file_name, unused
from tests.factory import a_record


def named(title: str, **values: str) -> str:
    return file_name(a_record(title=title, **values), ".docx")


def test_the_date_leads_where_there_is_no_reference() -> None:
    assert named("A new school") == "2026-03-02 A new school.docx"


def test_the_reference_leads_where_there_is_one() -> None:
    assert named("A new school", reference="CMD/26/4") == "CMD-26-4 A new school.docx"


def test_a_record_without_a_title_has_a_name() -> None:
    assert named("", date_of_decision="") == "Decision record.docx"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('What? "This": a/b\\c <d> *|', "What- -This-- a-b-c -d.docx"),
        ("ends with dots...", "ends with dots.docx"),
        ("a\u202eb\u200bc", "abc.docx"),
        ("a\u00a0b", "a b.docx"),
        ("École d’été – £5", "École d’été – £5.docx"),
        ("CON", "_CON.docx"),
        ("com1.txt", "_com1.txt.docx"),
        ("...", "Decision record.docx"),
    ],
)
def test_what_a_system_forbids_is_left_out(title: str, name: str) -> None:
    assert named(title, date_of_decision="") == name


def test_a_long_title_is_cut_at_a_word() -> None:
    name = named("word " * 100)
    assert name.endswith("word.docx")
    assert 80 < len(name) <= 105


def test_a_title_of_large_characters_fits_too() -> None:
    assert len(named("議" * 300).encode()) <= 255


@given(st.text(), st.text(max_size=30))
def test_any_title_makes_an_allowed_name(title: str, reference: str) -> None:
    name = named(title, reference=reference)
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert len(name.encode("utf-8", "surrogatepass")) <= 255
    assert not name.startswith((" ", "."))
    assert name.removesuffix(".docx") == name.removesuffix(".docx").rstrip(" .") != ""


def test_a_name_that_is_taken_is_counted_on() -> None:
    assert unused("A.docx", set()) == "A.docx"
    assert unused("A.docx", {"a.docx", "a (2).docx"}) == "A (3).docx"
