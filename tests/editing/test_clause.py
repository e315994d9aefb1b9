"""The clause becomes one of the decisions as a step, once, where there is room for it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import Appendix, Item
from sendapp.editing.clause import WORDS, put_clause
from sendapp.editing.open_record import OpenRecord
from tests.factory import a_record

PRICES = Appendix(key="a", title="Appendix 1: prices", exempt=True, paragraphs=(3,))
CLAUSE = exempt_clause((PRICES,))
SALE = Item(key="sale", text="<p>The sale.</p>")


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[OpenRecord]:
    made = OpenRecord(a_record(decisions=(SALE,), appendices=(PRICES,)))
    yield made
    delete(made)


def texts(desk: OpenRecord) -> list[str]:
    return [row.text for row in desk.record.decisions]


def test_it_stands_last_and_can_be_undone(desk: OpenRecord) -> None:
    assert put_clause(desk) == 1
    assert texts(desk) == [SALE.text, CLAUSE]
    assert desk.undo_stack.text(0) == WORDS
    desk.undo()
    assert desk.record.decisions == (SALE,)


def test_it_takes_the_place_of_a_blank_decision_and_of_no_other(desk: OpenRecord) -> None:
    desk.insert("decisions", 0, Item(key="blank"))
    assert put_clause(desk, "sale") == 2
    desk.undo()
    assert put_clause(desk, "blank") == 0
    assert texts(desk) == [CLAUSE, SALE.text]
    assert desk.record.decisions[0].key == "blank"


def test_one_that_is_there_already_is_not_put_in_twice(desk: OpenRecord) -> None:
    put_clause(desk)
    assert put_clause(desk) == 1
    assert texts(desk) == [SALE.text, CLAUSE]
    assert desk.undo_stack.count() == 1


def test_without_an_exempt_appendix_there_is_none(desk: OpenRecord) -> None:
    desk.edit("appendices", "a", "exempt", False)
    assert put_clause(desk) == -1
    assert texts(desk) == [SALE.text]


def test_once_put_in_it_follows_the_appendices(desk: OpenRecord) -> None:
    put_clause(desk)
    desk.edit("appendices", "a", "public_interest", True)
    assert texts(desk)[1].endswith("outweighs the public interest in disclosing it.</p>")
