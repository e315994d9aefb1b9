"""The page panel shows what it is given, asks for what it lacks, and leads back to the field."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from sendapp.ui.page_layout import PageLayout, spoken_place
from sendapp.ui.page_paint import picture_of
from sendapp.ui.page_panel import NO_RECORD, PagePanel

A4 = (595.0, 842.0)


@dataclass(frozen=True)
class At:
    page: int
    x: float
    y: float
    width: float
    height: float
    address: str


SPOTS = (
    At(0, 60, 100, 400, 20, "title"),
    At(0, 60, 200, 400, 14, "decisions[0]"),
    At(0, 60, 214, 380, 14, "decisions[0]"),
    At(0, 60, 300, 400, 14, "reasons"),
    At(1, 60, 100, 400, 14, "reasons[1]"),
    At(2, 60, 700, 400, 14, "options[0].title"),
)


def _png(width: int, colour: str = "#ff0000") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _picture(width, colour).save(buffer, "PNG")
    return bytes(buffer.data().data())


def _picture(width: int, colour: str = "#ff0000") -> QImage:
    image = QImage(width, round(width * 842 / 595), QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    return image


def _sharp(panel: PagePanel, colour: str = "#ff0000") -> QImage:
    return _picture(round(595 * panel.wanted()[1] / 72), colour)


@pytest.fixture
def panel(qtbot: QtBot) -> PagePanel:
    made = PagePanel()
    qtbot.addWidget(made)
    made.resize(500, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


@pytest.fixture
def pages(panel: PagePanel) -> PagePanel:
    panel.show_pages(3, dict.fromkeys(range(3), _sharp(panel)), [A4] * 3, SPOTS)
    return panel


def _centre(panel: PagePanel, address: str) -> QPoint:
    box = panel.view.page_layout.boxes(address)[0].center().toPoint()
    return box - QPoint(0, panel.view.verticalScrollBar().value())


def test_the_first_page_can_be_asked_for_before_there_is_one(panel: PagePanel) -> None:
    first, dpi, count = panel.wanted()
    assert (first, count) == (0, 1)
    panel.show_pages(1, {}, [(595.3, 841.9)], ())
    assert panel.wanted()[1] == pytest.approx(dpi, abs=0.2)


def test_before_a_record_is_open_the_panel_says_what_it_is_for(panel: PagePanel) -> None:
    label = panel.findChild(QLabel, "page_empty")
    assert label is not None
    assert label.text() == NO_RECORD
    panel.show_making()
    assert label.text() == "Making the page…"


def test_a_click_goes_to_the_field_that_is_printed_there(pages: PagePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.place_clicked) as heard:
        qtbot.mouseClick(
            pages.view.viewport(), Qt.MouseButton.LeftButton, pos=_centre(pages, "decisions[0]")
        )
    assert heard.args == ["decisions[0]"]
    with qtbot.assertNotEmitted(pages.place_clicked):
        qtbot.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_the_hand_and_a_word_say_where_a_click_leads(pages: PagePanel, qtbot: QtBot) -> None:
    ground = pages.view.viewport()
    qtbot.mouseMove(ground, _centre(pages, "decisions[0]"))
    qtbot.waitUntil(lambda: ground.cursor().shape() == Qt.CursorShape.PointingHandCursor)
    assert ground.toolTip() == "Go to: Decision 1"
    qtbot.mouseMove(ground, QPoint(4, 4))
    qtbot.waitUntil(lambda: ground.cursor().shape() == Qt.CursorShape.ArrowCursor)


def test_pages_that_come_into_view_are_asked_for_once(panel: PagePanel, qtbot: QtBot) -> None:
    panel.show_pages(6, {0: _sharp(panel)}, [A4] * 6, SPOTS)
    bar = panel.view.verticalScrollBar()
    with qtbot.waitSignal(panel.pages_wanted) as heard:
        bar.setValue(bar.maximum())
    first, dpi, count = heard.args
    assert (first, first + count) == (5, 6) or first + count == 6
    with qtbot.assertNotEmitted(panel.pages_wanted, wait=250):
        panel.add_images(dict.fromkeys(range(first, 6), _sharp(panel)))
    assert dpi == panel.wanted()[1]


def test_a_fresh_version_keeps_the_place_and_asks_for_other_pages_in_view(
    pages: PagePanel, qtbot: QtBot
) -> None:
    bar = pages.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    with qtbot.waitSignal(pages.pages_wanted) as heard:
        pages.show_pages(3, {0: _sharp(pages)}, [A4] * 3, SPOTS)
    assert heard.args[0] + heard.args[2] == 3
    assert bar.value() == bar.maximum()


def test_another_width_asks_for_sharper_pages_and_keeps_the_place(
    pages: PagePanel, qtbot: QtBot
) -> None:
    bar = pages.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value() / pages.view.page_layout.height
    with qtbot.waitSignal(pages.pages_wanted) as heard:
        pages.resize(900, 600)
    assert heard.args[1] == pages.wanted()[1]
    assert bar.value() / pages.view.page_layout.height == pytest.approx(before, abs=0.02)


def test_pages_are_painted_dot_for_dot(pages: PagePanel) -> None:
    sheet = pages.view.page_layout.pages[0]
    shot = pages.view.viewport().grab().toImage()
    ratio = shot.devicePixelRatio()
    middle = sheet.center().toPoint() * ratio
    assert shot.pixelColor(middle.x(), min(middle.y(), shot.height() - 1)) == QColor("#ff0000")


def test_a_picture_is_unpacked_for_quick_painting() -> None:
    picture = picture_of(_png(60, "#336699"))
    assert picture.width() == 60
    assert picture.format() is QImage.Format.Format_RGB32
    assert picture.pixelColor(30, 30) == QColor("#336699")


def test_zoom_by_wheel_and_button_and_back_to_the_width(pages: PagePanel, qtbot: QtBot) -> None:
    view = pages.view
    fitted = view.zoom_percent()
    at = QPointF(50, 50)
    wheel = QWheelEvent(
        at,
        at,
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom_percent() > fitted
    assert not view.fits_width()
    view.fit_width()
    assert view.zoom_percent() == fitted
    assert view.horizontalScrollBar().maximum() == 0


def test_fields_are_reached_by_keyboard(pages: PagePanel, qtbot: QtBot) -> None:
    view = pages.view
    view.setFocus()
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.reached == "decisions[0]"
    assert view.accessibleDescription() == "Decision 1"
    with qtbot.waitSignal(pages.place_clicked) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == ["decisions[0]"]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.reached == "title"


def test_page_keys_turn_pages(pages: PagePanel, qtbot: QtBot) -> None:
    pages.view.setFocus()
    with qtbot.waitSignal(pages.page_shown) as heard:
        for _ in range(8):
            qtbot.keyClick(pages.view, Qt.Key.Key_PageDown)
    assert heard.args[1] == 3
    qtbot.keyClick(pages.view, Qt.Key.Key_End)
    assert pages.view.wanted()[0] == 2 or pages.view.wanted()[2] > 1


def test_the_field_being_edited_is_scrolled_to(pages: PagePanel, qtbot: QtBot) -> None:
    bar = pages.view.verticalScrollBar()
    pages.show_field("options[0].title")
    qtbot.waitUntil(lambda: _centre(pages, "options[0].title").y() < pages.view.height())
    assert bar.value() > 0
    pages.show_field("wards")


def test_a_problem_leaves_the_pages_that_are_there(pages: PagePanel) -> None:
    pages.show_problem("The template cannot be read.", "Choose another in the settings.")
    label = pages.findChild(QLabel, "page_problem")
    assert label is not None
    assert label.isVisible()
    assert "Choose another" in label.text()
    assert pages.view.isVisible()
    pages.show_pages(3, {}, [A4] * 3, SPOTS)
    assert label.isHidden()


def test_what_the_page_cannot_show_is_named(pages: PagePanel) -> None:
    pages.show_notes(["✓", "😀"], ["Gill Sans"])
    notes = pages.findChild(QLabel, "page_notes")
    assert notes is not None
    assert "✓  😀" in notes.text()
    assert "Gill Sans" in notes.text()
    pages.show_notes([], [])
    assert notes.isHidden()


def test_an_address_is_found_under_its_row_or_its_parts() -> None:
    layout = PageLayout([A4] * 3, SPOTS)
    assert layout.nearest("decisions[0].text") == "decisions[0]"
    assert layout.nearest("reasons[1].text") == "reasons[1]"
    assert layout.nearest("options[0]") == "options[0].title"
    assert layout.nearest("notes") == ""
    assert layout.addresses[:2] == ("title", "decisions[0]")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("title", "Title"),
        ("reasons[2]", "Reason for decision 3"),
        ("options[0].title", "Alternative options considered 1, Option"),
        ("unheard[x]", "unheard[x]"),
    ],
)
def test_addresses_are_spoken_in_the_words_of_the_form(address: str, words: str) -> None:
    assert spoken_place(address) == words


def test_unpacking_pictures_and_reading_icons_never_wait_for_each_other() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.unpacking", "2"],
        cwd=Path(__file__).resolve().parents[2],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) > 0
