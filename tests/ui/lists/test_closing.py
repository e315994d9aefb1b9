"""The window is closed in the middle of a list: the list is made first, or it is said why not."""

from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal

from sendapp.ui import closing
from tests.documents.reading import Reader
from tests.driver import Officer
from tests.ui.lists.test_lists import MARKS_TWO, asks, waits_for_words, with_records


def begins_a_list(officer: Officer, path: Path) -> Event:
    """Begin a list whose records are only marked once the event is set that is returned."""
    asks(officer)
    waits_for_words(officer, MARKS_TWO)
    officer.clicks("list_as_word")
    held = Event()
    officer.program.keeper.run(lambda _: held.wait(30))
    officer.saves_file_as(path)
    return held


def makes_a_list_that_is_held_up(officer: Officer, path: Path) -> None:
    """Begin a list whose records are only marked once the window asks whether it may close."""
    with_records(officer)
    held, asks_to_close = begins_a_list(officer, path), officer.window.closing
    making = asks_to_close._making

    def asked() -> object:
        held.set()
        return making()

    asks_to_close._making = asked  # type: ignore[assignment]


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


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the window wait for hardly anything before it asks."""
    monkeypatch.setattr(closing, "WAIT_S", 0.05)


GOES_ON = "A decision list is still being made. Wait until it is there, or close: it is then"


@pytest.mark.usefixtures("impatient")
def test_a_slow_list_is_finished_after_the_window_that_is_closed_anyway(officer: Officer) -> None:
    path = officer.folder / "list.docx"
    held = begins_a_list(with_records(officer), path)
    assert not officer.window.close()
    assert officer.message().startswith(f"{GOES_ON} finished after the window is gone. Leave")
    officer.answers("Go back")
    assert officer.window.isVisible()
    assert not officer.window.close()
    officer.answers("Close anyway")
    officer.waits_until(lambda: not officer.window.isVisible(), "the window is closed")
    assert not path.exists()
    held.set()
    officer.leaves()
    assert path.exists()
    assert officer.kept()["The quay"].record.status == "published"


@pytest.mark.usefixtures("impatient")
def test_a_list_that_fails_after_the_window_is_in_the_log(
    officer: Officer, caplog: pytest.LogCaptureFixture
) -> None:
    folder = officer.folder / "share"
    folder.mkdir()
    held = begins_a_list(with_records(officer), folder / "list.docx")
    assert not officer.window.close()
    officer.answers("Close anyway")
    officer.waits_until(lambda: not officer.window.isVisible(), "the window is closed")
    folder.rmdir()
    assert not caplog.messages
    held.set()
    officer.leaves()
    (told,) = caplog.messages
    assert told.startswith("list.docx was not made. ")
    assert "share" in told


@pytest.mark.usefixtures("impatient")
def test_the_list_is_asked_about_even_where_words_are_given_up(officer: Officer) -> None:
    with_records(officer).begins_a_record()
    assert not officer.open_record.set("title", "The \x00 mill")
    held = begins_a_list(officer, path := officer.folder / "list.docx")
    assert not officer.window.close()
    assert officer.message().startswith("Not everything is saved: ")
    officer.answers("Close anyway")
    assert officer.message().startswith(GOES_ON)
    officer.answers("Go back")
    # Who goes back is asked about everything again.
    assert not officer.window.close()
    assert officer.message().startswith("Not everything is saved: ")
    officer.answers("Close anyway")
    officer.message()
    officer.answers("Close anyway")
    officer.waits_until(lambda: not officer.window.isVisible(), "the window is closed")
    held.set()
    officer.leaves()
    assert path.exists()
