"""A desk over a real records file."""

from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

import pytest

from sendapp.paths import Paths
from sendapp.services.desk import Desk, Stored
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper
from tests.factory import a_record

T = TypeVar("T")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def keeper(paths: Paths) -> Iterator[Keeper]:
    keeper = Keeper(paths.database, Backups(paths.backups))
    yield keeper
    keeper.close()


@pytest.fixture
def desk(keeper: Keeper, paths: Paths, tmp_path: Path) -> Desk:
    return Desk(keeper, (paths.rescued, tmp_path / "elsewhere"))


def now(future: "Future[T]") -> T:
    return future.result(timeout=20)


def kept(desk: Desk, **what_matters: object) -> Stored:
    record = a_record(**what_matters)
    now(desk.take_in(record))
    return now(desk.open(record.id))
