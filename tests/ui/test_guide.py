"""The guide opens with F1 at the right part, and says nothing that the window does not have."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sendapp.paths import guide
from sendapp.ui.actions import ACTS
from sendapp.ui.guide import (
    AFTER_DRAFTING,
    PARTS,
    GuideText,
    GuideWindow,
    guide_text,
    part_for,
    slug,
)
from sendapp.ui.text.keys import KEYS, ROW_KEYS
from tests.driver import Officer
from tests.factory import a_record
from tests.guide_pictures import PICTURES
from tests.ui.test_find_in_record import opens
from tests.ui.test_window_reach import unnamed
from tests.ui.test_window_sizes import SMALL, clipped

TEXT = guide_text(guide())
WORDS_WITH_KEY = re.compile(r"\*\*([^*]+)\*\*(?: \(([^)]+)\))?")
KEY = re.compile(r"\b(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][a-z]*\b|[=\[\]])|\bF\d+\b")
EDITOR_KEYS = {"Shift+Tab", "Shift+Enter", "Shift+F3", "Ctrl+Enter"}
"""Keys of dialogs and lines, which have no list."""


def keys_of(act_key: object) -> set[str]:
    return {QKeySequence(act_key).toString()} if act_key else set()  # type: ignore[call-overload]


def test_every_act_the_guide_names_exists_with_that_key(qapp: QApplication) -> None:
    acts = {act.words.replace("&", "").rstrip("…"): act for act in ACTS}
    named = WORDS_WITH_KEY.findall(TEXT)
    assert len(named) > 12
    for words, key in named:
        assert words in acts, f"there is no act {words!r}"
        if key:
            assert key in keys_of(acts[words].key), f"{words} is not {key}"


def test_every_key_the_guide_names_exists(qapp: QApplication) -> None:
    known = {key for act in ACTS for key in keys_of(act.key)}
    known |= set(KEYS.values()) | set(ROW_KEYS.values()) | EDITOR_KEYS
    known = {QKeySequence(key).toString() for key in known}
    named = {QKeySequence(key).toString() for key in KEY.findall(TEXT)}
    assert len(named) > 20
    assert named - known == set()


def test_every_picture_is_made_by_the_command_and_is_there() -> None:
    named = re.findall(r"!\[([^\]]+)\]\(pictures/([\w-]+\.png)\)", TEXT)
    assert {name for _, name in named} == set(PICTURES)
    assert TEXT.count("![") == len(named)
    for _, name in named:
        assert not QImage(str(guide() / "pictures" / name)).isNull()


def test_the_command_makes_them_from_the_real_window(tmp_path: Path) -> None:
    # A process of its own: it builds and ends several windows, as the command does.
    command = [sys.executable, "-m", "tests.guide_pictures", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True, timeout=100, cwd=guide().parents[1])
    for made in sorted(tmp_path.iterdir()):
        kept = QImage(str(guide() / "pictures" / made.name))
        assert QImage(str(made)).size() == kept.size(), f"{made.name} is out of date"
    assert {made.name for made in tmp_path.iterdir()} == set(PICTURES)


def test_every_link_and_every_part_that_f1_opens_has_its_heading(qtbot: QtBot) -> None:
    text = GuideText(guide())
    qtbot.addWidget(text)
    linked = re.findall(r"(?<!!)\[[^\]\n]+\]\(#([^)]+)\)", TEXT)
    assert {*linked, *PARTS.values(), AFTER_DRAFTING} <= text.anchors
    assert re.findall(r"(?<!!)\[[^\]\n]+\]\((?!#)", TEXT) == [], "the guide leads nowhere else"


def test_nothing_outside_the_guides_folder_is_read(qtbot: QtBot) -> None:
    text = GuideText(guide())
    qtbot.addWidget(text)
    for name in ("https://a.example/x.png", "file:///etc/passwd", "../templates.md"):
        assert text.loadResource(0, QUrl(name)) is None
    before = text.toPlainText()
    text.anchorClicked.emit(QUrl("https://a.example/"))
    assert text.toPlainText() == before


def test_f1_opens_the_part_that_concerns_the_field(officer: Officer) -> None:
    officer.starts()
    opens(officer, a_record())
    officer.clicks("reasons[0].text")
    officer.keys("F1")
    window = officer.window.findChild(GuideWindow)
    assert window is not None
    officer.waits_until(window.isVisible, "the guide is open")
    assert window.text.textCursor().block().text() == "Decisions, reasons and options"
    assert unnamed(window) == []
    assert [slug(heading) for heading in window.text.headings][1:3] == [
        "a-new-record",
        "the-fields",
    ]
    window.contents.setCurrentRow(window.text.headings.index("Tidy"))
    assert window.text.textCursor().block().text() == "Tidy"
    window.close()


@pytest.mark.parametrize("status", ["decided", "published"])
def test_f1_in_the_form_of_what_was_decided_opens_what_comes_after_drafting(
    officer: Officer, status: str
) -> None:
    officer.starts()
    opens(officer, a_record(status=status))
    for name in ("title", "reasons[0].text", "notes"):
        officer.window.wiring.go_to_field(name)
        officer.keys("F1")
        window = officer.window.findChild(GuideWindow)
        assert window is not None
        officer.waits_until(window.isVisible, "the guide is open")
        chapter = "From draft to signed and published"
        assert window.text.textCursor().block().text() == chapter, name
        window.text.go_to("tidy")
        window.close()
        officer.window.activateWindow()


def test_f1_beside_the_form_of_what_was_decided_opens_the_part_on_the_panel(qtbot: QtBot) -> None:
    qtbot.addWidget(panel := QWidget())
    panel.setObjectName("check_panel")
    inside = QLabel(panel)
    assert part_for(inside, "", sealed=True) == "checks"
    panel.setObjectName("record_form")
    assert part_for(inside, "", sealed=True) == AFTER_DRAFTING
    assert part_for(inside, "") == "the-fields"


def test_f1_opens_the_chapter_on_settings_over_them(officer: Officer) -> None:
    officer.starts()
    officer.keys("Ctrl+,")
    officer.waits_until(lambda: officer.sees("settings_pages"), "the settings are shown")
    dialog = officer.in_front()
    officer.keys("F1")
    officer.waits_until(lambda: bool(dialog.findChildren(GuideWindow)), "the guide is open")
    [guide] = dialog.findChildren(GuideWindow)
    assert guide.isVisible()
    assert guide.text.textCursor().block().text() == "Your council’s settings"
    guide.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_guide_fits_a_small_screen(officer: Officer, theme: str, text_size: int) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    officer.window.help.open_guide("find-and-replace")
    window = officer.window.findChild(GuideWindow)
    assert window is not None
    window.resize(*SMALL)
    QApplication.processEvents()
    assert clipped(window) == []
    window.close()
