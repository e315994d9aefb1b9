"""Words that are shown on labels."""

import pytest
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from sendapp.ui.labels import unbroken

CODE = "7K2M-QX4R-9TW2"
WORDS = f"It was printed with the code {CODE}; its words have changed (code now 2222-3333-4444)."


def lines(text: str, width: float) -> list[str]:
    """Return `text` in the lines of a label that is so wide."""
    layout = QTextLayout(text, QFont(QApplication.font()))
    layout.beginLayout()
    broken = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        broken.append(text[line.textStart() : line.textStart() + line.textLength()])
    layout.endLayout()
    return broken


@pytest.mark.parametrize("width", [160, 200, 240, 280, 320, 400])
def test_no_code_is_broken_over_two_lines(qapp: QApplication, width: int) -> None:
    shown = unbroken(WORDS)
    for code in (CODE, "2222-3333-4444"):
        assert any(unbroken(code) in line for line in lines(shown, width))


def test_nothing_else_changes_and_the_code_can_be_read_again() -> None:
    others = "A well-known 28-day notice, 2026-03-06, 7K2M-QX4R, CODE-WORD-LIST"
    assert unbroken(others) == others
    shown = unbroken(WORDS)
    assert len(shown) == len(WORDS)
    assert shown.replace("\N{NON-BREAKING HYPHEN}", "-") == WORDS
