"""Run as a process: types into a record of many paragraphs, and into a plain editor in turn.

Arguments: when it was started, the data folder, how many keys, how many paragraphs the record
and each of its items have.
"""

import json
import sys
import time
from dataclasses import asdict, dataclass, field

from PySide6.QtWidgets import QMainWindow, QTextEdit

from sendapp.ui.text.rich_editor import RichEditor
from sendapp.ui.window import Window
from tests.benchmarks.program import let_pass, open_in, press, running
from tests.benchmarks.setting import paragraphs_record

EVERY_MS = 70
"""Faster than most people type."""
BLOCK = 50
_TEXT = "the council is asked to approve what follows here and "


@dataclass(frozen=True, slots=True)
class _Times:
    """What each key took, in ms: until painted, of the processor, and late for its moment."""

    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    ours: _Times = field(default_factory=_Times)
    plain: _Times = field(default_factory=_Times)


def main() -> None:
    """Type blocks of keys in turn, and print what each key took."""
    folder, keys, paragraphs, an_item = sys.argv[2], *map(int, sys.argv[3:])
    record = paragraphs_record(paragraphs, an_item)
    found = _Found()
    with running(folder) as window:
        open_in(window, record)
        plain = _plain_window(window, record.decisions + record.reasons)
        let_pass(1_500)
        block = min(keys, BLOCK)
        while len(found.ours.taken) < keys:
            window.activateWindow()
            _type(window, _editor(window), block, found.ours)
            plain.window().activateWindow()
            plain.setFocus()
            _type(window, plain, block, found.plain)
        plain.window().close()
        let_pass(1_500)
    print(json.dumps(asdict(found)))


def _editor(window: Window) -> RichEditor:
    form = window.pane.form
    assert form is not None
    form.reveal("reasons[0].text")
    editor = window.focusWidget()
    assert isinstance(editor, RichEditor)
    return editor


def _type(window: Window, editor: QTextEdit, keys: int, times: "_Times") -> None:
    """Type one block of keys, at even moments, into the middle of the text."""
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().characterCount() // 2)
    editor.setTextCursor(cursor)
    due = time.perf_counter()
    for number in range(keys):
        window.pages_desk.maker.again()
        due += EVERY_MS / 1000
        let_pass((due - time.perf_counter()) * 1000)
        times.late.append(max(0.0, time.perf_counter() - due) * 1000)
        taken, worked = press(editor, _TEXT[number % len(_TEXT)])
        times.taken.append(taken)
        times.worked.append(worked)
        if number % 8 == 7:
            # A breath, in which the words reach the record.
            let_pass(200)
            due = time.perf_counter()


def _plain_window(beside: Window, items) -> QTextEdit:  # type: ignore[no-untyped-def]
    window = QMainWindow(beside)
    editor = QTextEdit(window)
    editor.setHtml("".join(item.text for item in items))
    window.setCentralWidget(editor)
    window.resize(beside.size())
    window.show()
    return editor


if __name__ == "__main__":
    main()
