"""Texts of painted rows, laid out in the width they have."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from sendapp.ui.painted_rows import height, laid_out

WORDS = "Whether the pier is renewed or taken down is for the council to say"


@pytest.mark.parametrize("words", [WORDS, WORDS.replace(" ", "")])
def test_a_text_takes_the_lines_it_needs_and_none_is_wider(qapp: QApplication, words: str) -> None:
    font = qapp.font()
    whole = QFontMetrics(font).horizontalAdvance(words)
    one, many = laid_out(words, font, 2 * whole), laid_out(words, font, whole // 3)
    assert (one.lineCount(), many.lineCount() > 2) == (1, True)
    assert many.boundingRect().width() <= whole // 3
    assert height(many) > 2 * height(one)
    lines = [many.lineAt(n) for n in range(many.lineCount())]
    assert sum(line.textLength() for line in lines) == len(words)
