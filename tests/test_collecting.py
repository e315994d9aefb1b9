"""Garbage is taken apart on the interface thread, and on no other."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from pytestqt.qtbot import QtBot

from sendapp.collecting import Collector, due

GENERATIONS = (700, 10, 10)


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


class Knot:
    """What only a search for garbage takes apart."""

    def __init__(self) -> None:
        self.me = self


def knots(count: int, where: list[int]) -> None:
    """Make garbage; `where` is told the thread on which each piece of it is taken apart."""
    for _ in range(count):
        weakref.finalize(Knot(), lambda: where.append(threading.get_ident()))


def test_garbage_of_another_thread_is_taken_apart_on_this_one(qtbot: QtBot) -> None:
    owner, where = QObject(), list[int]()
    gc.enable()
    collector = Collector(owner, every_ms=5)
    other = threading.Thread(target=knots, args=(5_000, where))
    other.start()
    other.join()
    assert where == []
    collector.look()
    qtbot.waitUntil(lambda: len(where) == 5_000)
    assert set(where) == {threading.get_ident()}
    assert not gc.isenabled()


def test_without_it_python_does_so_on_the_other_thread() -> None:
    """What the collector is for: if Python no longer does, it is not needed."""
    where: list[int] = []
    gc.enable()
    other = threading.Thread(target=knots, args=(5_000, where))
    other.start()
    other.join()
    assert where
    assert threading.get_ident() not in where


def test_nothing_is_taken_apart_within_an_event(qtbot: QtBot) -> None:
    owner, where = QObject(), list[int]()
    collector = Collector(owner, every_ms=600_000)
    knots(5_000, where)
    outer, inner = QEventLoop(), QEventLoop()

    def within() -> None:
        QTimer.singleShot(0, look)
        inner.exec()
        outer.quit()

    def look() -> None:
        collector.look()
        inner.quit()

    QTimer.singleShot(0, within)
    outer.exec()
    assert where == []
    collector.look()
    assert where


@pytest.mark.parametrize(
    ("counts", "generation"),
    [
        ((0, 0, 0), None),
        ((700, 10, 10), None),
        ((701, 0, 0), 0),
        ((701, 11, 0), 1),
        ((3, 11, 0), 1),
        ((701, 11, 11), 2),
    ],
)
def test_the_oldest_generation_that_is_over_its_threshold_is_due(
    counts: tuple[int, int, int], generation: int | None
) -> None:
    assert due(counts, GENERATIONS) == generation


def test_a_threshold_of_nought_means_never() -> None:
    assert due((9_999, 9_999, 9_999), (0, 0, 0)) is None
