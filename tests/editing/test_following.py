"""The clause keeps in step with the appendices until it is edited by hand; undo keeps both."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import Appendix, Item, Row
from sendapp.editing.open_record import OpenRecord
from tests.factory import a_record, items

PRICES = Appendix(key="a", title="Appendix 1: prices", exempt=True, paragraphs=(3,))
SALE = "<p>The sale.</p>"


def opened(*appendices: Appendix) -> OpenRecord:
    decisions = items(SALE, exempt_clause(appendices))
    return OpenRecord(a_record(decisions=decisions, appendices=appendices), clock=lambda: 0.0)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = opened(PRICES)
    yield made
    delete(made)


def texts(desk: OpenRecord) -> list[str]:
    return [row.text for row in desk.record.decisions]


def clause(desk: OpenRecord) -> str:
    return exempt_clause(desk.record.appendices)


def test_a_change_of_the_appendices_changes_the_clause_in_one_step(desk: OpenRecord) -> None:
    before, keys = texts(desk), [row.key for row in desk.record.decisions]
    assert desk.edit("appendices", "a", "paragraphs", (3, 5))
    assert texts(desk) == [SALE, clause(desk)]
    assert "paragraphs 3 and 5" in texts(desk)[1]
    assert [row.key for row in desk.record.decisions] == keys
    assert desk.undo_stack.count() == 1
    assert desk.undo_stack.text(0) == "Edit appendix 1"
    desk.undo()
    assert texts(desk) == before
    assert desk.record.appendices == (PRICES,)
    desk.redo()
    assert texts(desk) == [SALE, clause(desk)]


def test_typing_a_title_is_still_one_step(desk: OpenRecord) -> None:
    for title in ("A", "An", "Ann", "Annex", "Annex B"):
        desk.edit("appendices", "a", "title", title, typing=True)
    assert texts(desk)[1].startswith("<p>Annex B is not for publication")
    assert desk.undo_stack.count() == 1
    desk.undo()
    assert desk.record.appendices == (PRICES,)
    assert texts(desk)[1].startswith("<p>Appendix 1 is")


def test_the_clause_goes_with_the_last_exempt_appendix_and_comes_back_with_undo(
    desk: OpenRecord,
) -> None:
    desk.edit("appendices", "a", "exempt", False)
    assert texts(desk) == [SALE]
    desk.undo()
    assert texts(desk) == [SALE, clause(desk)]
    desk.remove("appendices", "a")
    assert texts(desk) == [SALE]


def test_what_was_edited_by_hand_is_left_alone_for_ever(desk: OpenRecord) -> None:
    own = "<p>Appendix 1 stays private.</p>"
    desk.edit("decisions", desk.record.decisions[1].key, "text", own)
    desk.edit("appendices", "a", "paragraphs", (5,))
    desk.edit("appendices", "a", "exempt", False)
    assert texts(desk) == [SALE, own]


def test_a_change_that_brings_its_own_decisions_is_taken_as_it_is(desk: OpenRecord) -> None:
    old = items("<p>As it was.</p>", clause(desk))
    desk.set_many({"decisions": old, "appendices": ()}, words="Restore")
    assert desk.record.decisions == old


def test_an_exempt_appendix_alone_brings_no_clause(desk: OpenRecord) -> None:
    desk.remove("decisions", desk.record.decisions[1].key)
    desk.edit("appendices", "a", "paragraphs", (5,))
    assert texts(desk) == [SALE]


def _edit(desk: OpenRecord, act: tuple[Any, ...]) -> None:
    what, at, value = act
    rows: tuple[Row, ...] = desk.rows("appendices")
    if what == "insert":
        desk.insert("appendices", at % (len(rows) + 1), replace(PRICES, key=f"k{value}"))
    elif not rows:
        return
    elif what == "remove":
        desk.remove("appendices", rows[at % len(rows)].key)
    elif what == "move":
        desk.move("appendices", rows[at % len(rows)].key, value % len(rows))
    else:
        desk.edit("appendices", rows[at % len(rows)].key, what, value, typing=what == "title")


_ACTS = st.one_of(
    st.tuples(st.sampled_from(("insert", "remove", "move")), st.integers(0, 5), st.integers(0, 99)),
    st.tuples(st.just("title"), st.integers(0, 5), st.sampled_from(("Appendix 2", "Annex A", ""))),
    st.tuples(st.sampled_from(("exempt", "public_interest")), st.integers(0, 5), st.booleans()),
    st.tuples(st.just("paragraphs"), st.integers(0, 5), st.sampled_from(((), (1,), (3,), (3, 5)))),
)


@given(st.lists(_ACTS, max_size=12))
def test_whatever_is_done_to_the_appendices_the_clause_is_theirs(acts: list[Any]) -> None:
    desk = opened(PRICES)
    try:
        stands = True
        seen = [_both(desk)]
        for act in acts:
            _edit(desk, act)
            stands = stands and bool(clause(desk))
            assert texts(desk) == ([SALE, clause(desk)] if stands else [SALE])
            seen.append(_both(desk))
        while desk.undo_stack.canUndo():
            desk.undo()
            assert _both(desk) in seen
        assert _both(desk) == seen[0]
        while desk.undo_stack.canRedo():
            desk.redo()
        assert _both(desk) == seen[-1]
    finally:
        delete(desk)


def _both(desk: OpenRecord) -> tuple[object, object]:
    return desk.record.decisions, desk.record.appendices


def test_the_rows_of_others_stay_the_very_same(desk: OpenRecord) -> None:
    first = desk.record.decisions[0]
    desk.edit("appendices", "a", "paragraphs", (1,))
    assert desk.record.decisions[0] is first
    assert isinstance(first, Item)
