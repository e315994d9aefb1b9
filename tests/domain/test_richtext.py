"""Rich text: one normal form, so that equal texts are equal strings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.richtext import (
    Doc,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Run,
    Table,
    assemble,
    flatten,
    normal_runs,
    plain_text,
    runs_text,
    to_html,
)
from sendapp.domain.richtext_html import normalise, parse
from tests.profiles import thorough
from tests.strategies import DOC, LINES, RUNS, TABLES

BOLD = frozenset({"b"})


@thorough
@given(DOC)
def test_what_is_written_is_read_back(doc: Doc) -> None:
    assert parse(to_html(doc)) == doc


@thorough
@given(DOC)
def test_the_normal_form_is_its_own_normal_form(doc: Doc) -> None:
    html = to_html(doc)
    assert normalise(html) == html


@thorough
@given(st.lists(st.one_of(LINES, TABLES), max_size=8))
def test_assembling_what_was_flattened_changes_nothing(parts: list[Line | Table]) -> None:
    doc = assemble(parts)
    assert assemble(flatten(doc)) == doc


@given(st.lists(LINES, max_size=8))
def test_assembling_keeps_every_word(lines: list[Line]) -> None:
    words = "".join(runs_text(line.runs) for line in lines)
    assert (
        plain_text(assemble(lines)).split() == "\n".join(runs_text(x.runs) for x in lines).split()
    )
    assert bool(assemble(lines)) or not words.strip()


@given(RUNS)
def test_joining_runs_twice_is_joining_them_once(runs: tuple[Run, ...]) -> None:
    once = normal_runs(runs)
    assert normal_runs(once) == once
    assert runs_text(once) == runs_text(runs)


def test_equal_neighbours_are_one_run() -> None:
    assert normal_runs((Run("a", BOLD), Run("b", BOLD))) == (Run("ab", BOLD),)


def test_superscript_wins_over_subscript() -> None:
    both = frozenset({"sup", "sub"})
    assert normal_runs((Run("x", both),)) == (Run("x", frozenset({"sup"})),)


def test_marks_nest_in_one_order() -> None:
    every = frozenset({"b", "i", "u", "sup"})
    doc = (Paragraph((Run("x", every, "https://a.example"),)),)
    assert (
        to_html(doc) == '<p><a href="https://a.example"><b><i><u><sup>x</sup></u></i></b></a></p>'
    )


def test_neighbours_keep_open_what_they_share() -> None:
    doc = (Paragraph((Run("a", BOLD), Run("b", frozenset({"b", "i"})), Run("c"))),)
    assert to_html(doc) == "<p><b>a<i>b</i></b>c</p>"


def test_a_list_is_three_levels_deep_at_most() -> None:
    deep = assemble([Line((Run(str(n)),), n, ordered=True) for n in range(1, 6)])
    assert to_html(deep) == (
        "<ol><li>1<ol><li>2<ol><li>3</li><li>4</li><li>5</li></ol></li></ol></li></ol>"
    )


def test_a_level_is_never_left_out() -> None:
    assert assemble([Line((Run("a"),), 3)]) == (ListBlock(False, (ListItem((Run("a"),)),)),)


def test_bullets_after_numbers_are_another_list() -> None:
    doc = assemble([Line((Run("a"),), 1, ordered=True), Line((Run("b"),), 1)])
    assert to_html(doc) == "<ol><li>a</li></ol><ul><li>b</li></ul>"


def test_tables_never_touch() -> None:
    table = Table(False, (((Run("a"),),),))
    assert to_html(assemble([table, table])) == (
        "<table><tr><td>a</td></tr></table><p></p><table><tr><td>a</td></tr></table>"
    )


def test_a_table_without_cells_does_not_part_two_lists() -> None:
    parts = [Line((Run("a"),), 1), Table(False, ((),)), Line((Run("b"),), 1)]
    assert to_html(assemble(parts)) == "<ul><li>a</li><li>b</li></ul>"


def test_short_rows_of_a_table_are_filled_up() -> None:
    table = Table(True, (((Run("a"),), (Run("b"),)), ((Run("c"),),)))
    assert to_html(assemble([table])) == (
        "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td></td></tr></table>"
    )


@pytest.mark.parametrize(
    "blank", ["", "<p></p>", "<p> </p>", "<p><br></p>", "  ", "<p></p><p></p>"]
)
def test_a_blank_text_is_the_empty_string(blank: str) -> None:
    assert normalise(blank) == ""


def test_empty_paragraphs_stay_only_in_the_middle() -> None:
    assert normalise("<p></p><p>a</p><p></p><p>b</p><p></p>") == "<p>a</p><p></p><p>b</p>"


def test_plain_text_has_a_line_for_each_paragraph_item_and_row() -> None:
    html = (
        "<p>a<br>b</p><ul><li>c<ol><li>d</li></ol></li></ul>"
        "<table><tr><td>e</td><td>f</td></tr></table>"
    )
    assert plain_text(parse(html)) == "a\nb\nc\nd\ne\tf"
