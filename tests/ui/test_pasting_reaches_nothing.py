"""Pasting opens no file and no connection, whatever is pasted; and the counter can count."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sendapp.ui.text.rich_editor import RichEditor
from tests.domain.pasting.corpus_cases import cases

_WATCHED = ("open", "socket.", "urllib.", "http.client.", "subprocess.", "os.listdir", "os.scandir")
_counting: list[list[str]] = []


def _hear(event: str, _: tuple[object, ...]) -> None:
    if _counting and event.startswith(_WATCHED):
        _counting[-1].append(event)


sys.addaudithook(_hear)


@contextmanager
def _reached() -> Iterator[list[str]]:
    """Collect the names of accesses to files and network while it lasts."""
    found: list[str] = []
    _counting.append(found)
    try:
        yield found
    finally:
        _counting.pop()


class CountingEditor(RichEditor):
    """Counts what its document asks to be loaded."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded: list[str] = []

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        self.loaded.append(str(name))
        return super().loadResource(type, name)


def _paste(editor: RichEditor, html: str, text: str) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    editor.insertFromMimeData(data)
    editor.document().size()
    editor.grab()
    QApplication.processEvents()


def test_no_case_of_the_corpus_reaches_for_anything(qtbot: QtBot) -> None:
    editor = CountingEditor()
    qtbot.addWidget(editor)
    _paste(editor, "<p>first use imports what it needs</p>", "")
    corpus = cases()
    pasted = 0
    with _reached() as accesses:
        for case in corpus:
            editor.set_value("")
            _paste(editor, case.html, case.text)
            pasted += editor.value() == case.expected
    assert pasted == len(corpus) >= 60
    assert (accesses, editor.loaded) == ([], [])


def test_the_counter_hears_of_files_and_of_resources(qtbot: QtBot, tmp_path: Path) -> None:
    editor = CountingEditor()
    qtbot.addWidget(editor)
    with _reached() as accesses:
        (tmp_path / "x").write_text("x", encoding="utf-8")
        editor.setHtml(f'<img src="{(tmp_path / "none.png").as_uri()}">')
        editor.document().size()
        editor.grab()
    assert "open" in accesses
    assert editor.loaded
