"""The window is closed in the middle of a list: the list is made first, or it is said why not."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from sendapp.ui import closing
from tests.documents.reading import Reader
from tests.driver import Officer, at_work
from tests.ui.lists.test_lists import MARKS_TWO, asks, waits_for_words, with_records


@pytest.fixture
def officer(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Officer]:
    yield from at_work(request, qtbot, tmp_path)


def makes_a_list_that_is_held_up(officer: Officer, path: Path) -> None:
    """Begin a list whose records are only marked once the window asks whether it may close."""
    with_records(officer)
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    officer.clicks("list_as_word")
    held, asks_to_close = Event(), officer.window.closing
    officer.program.keeper.run(lambda _: held.wait(30))
    making = asks_to_close._making

    def asked() -> object:
        held.set()
        return making()

    asks_to_close._making = asked  # type: ignore[assignment]
    officer.saves_file_as(path)


def test_closing_waits_for_the_list(officer: Officer) -> None:
    path = officer.folder / "list.docx"
    makes_a_list_that_is_held_up(officer, path)
    assert not path.exists()
    assert officer.window.close()
    assert {"The quay", "The gritters"} <= {*Reader(path.read_bytes()).paragraphs()}
    officer.leaves()
    assert officer.kept()["The quay"].record.status == "published"


class Session(QObject):
    """Stands for the application, whose signal nobody but Qt can emit."""

    commitDataRequest = Signal(object)  # noqa: N815 (as Qt has it)


def test_the_sessions_end_waits_for_the_list(
    officer: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = officer.folder / "list.docx"
    makes_a_list_that_is_held_up(officer, path)
    session = Session()
    monkeypatch.setattr(closing, "QGuiApplication", SimpleNamespace(instance=lambda: session))
    closing.flush_at_session_end(officer.window.closing)
    assert not path.exists()
    session.commitDataRequest.emit(None)
    assert path.exists()


def test_the_end_of_the_program_waits_for_the_list(officer: Officer) -> None:
    path = officer.folder / "list.docx"
    makes_a_list_that_is_held_up(officer, path)
    officer.window.closing._making()
    officer.leaves()
    assert path.exists()
    assert officer.kept()["The quay"].record.status == "published"


def test_a_list_that_fails_keeps_the_window_open_and_is_told_of(officer: Officer) -> None:
    folder = officer.folder / "share"
    folder.mkdir()
    makes_a_list_that_is_held_up(officer, folder / "list.docx")
    folder.rmdir()
    assert not officer.window.close()
    officer.waits_until(lambda: "share" in officer.message(), "it is told why")
    officer.presses("Close")
    officer.closes()
