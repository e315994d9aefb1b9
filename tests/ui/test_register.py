"""The register shows what it is told and says what the officer wants."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from sendapp.ui.register import Register
from sendapp.ui.register_delegate import facts, found_marks, wrapped
from sendapp.ui.register_model import RegisterModel, Role
from sendapp.ui.state_list import ALL, BIN


@dataclass(frozen=True)
class Line:
    id: str
    title: str = "Award of contract"
    decision_maker: str = "Leader of the Council"
    date_of_decision: str = ""
    status: str = "draft"
    saved: str = "2025-11-20T10:00:00+00:00"
    found: str = ""
    binned: str = ""
    call_in_ends: str = ""
    reference: str = ""


LINES = [Line("a", "First"), Line("b", "Second"), Line("c", "Third")]


@pytest.fixture
def register(qtbot: QtBot) -> Register:
    made = Register()
    qtbot.addWidget(made)
    made.resize(300, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.show_counts({"draft": 2, "ready": 1}, 0)
    made.show_records(LINES, more=False)
    return made


def test_a_tool_tip_says_the_title_as_it_stands(register: Register) -> None:
    title = '<img src="file:///etc/x"> & <b>R&amp;D</b>'
    register.show_records([Line("a", title)], more=False)
    index = register.records.model().index(0, 0)
    shown = QTextDocument()
    shown.setHtml(index.data(Qt.ItemDataRole.ToolTipRole))
    assert shown.toPlainText().split("\n") == [title, "Leader of the Council"]
    assert index.data() == title


def _states(register: Register) -> list[str]:
    model = register.states.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def _open_menu(register: Register, row: int) -> list[str]:
    view = register.records
    at = view.visualRect(view.model().index(row, 0)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(10, 10))
    QApplication.sendEvent(view.viewport(), event)
    menu = register.findChild(QMenu, "register_menu")
    assert menu is not None
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_only_states_with_records_are_shown(register: Register) -> None:
    assert _states(register) == ["Drafting, 2", "Ready for signature, 1", "All records, 3"]
    register.show_counts({"implementable": 1}, 4)
    assert _states(register) == ["Implementable, 1", "All records, 1", "Bin, 4"]


def test_the_chosen_state_stays_when_its_last_record_goes(register: Register) -> None:
    register.choose_state("ready")
    register.show_counts({"draft": 3}, 0)
    assert _states(register) == ["Drafting, 3", "Ready for signature, 0", "All records, 3"]


def test_counts_and_marks_are_nobodys_choice(register: Register, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(register.state_chosen):
        register.choose_state("ready")
        register.show_counts({"draft": 1}, 1)
        register.choose_state(ALL)


def test_a_state_is_chosen_with_the_arrow_keys(register: Register, qtbot: QtBot) -> None:
    register.choose_state("draft")
    register.states.setFocus()
    with qtbot.waitSignal(register.state_chosen) as heard:
        qtbot.keyClick(register.states, Qt.Key.Key_Down)
    assert heard.args == ["ready"]


def test_arrows_move_and_enter_opens(register: Register, qtbot: QtBot) -> None:
    register.focus_records()
    with qtbot.assertNotEmitted(register.record_chosen):
        qtbot.keyClick(register.records, Qt.Key.Key_Down)
    with qtbot.waitSignal(register.record_chosen) as heard:
        qtbot.keyClick(register.records, Qt.Key.Key_Return)
    assert heard.args == ["b"]


def test_a_click_opens(register: Register, qtbot: QtBot) -> None:
    view = register.records
    at = view.visualRect(view.model().index(2, 0)).center()
    with qtbot.waitSignal(register.record_chosen) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["c"]


def test_delete_asks_for_the_bin_but_not_in_the_bin(register: Register, qtbot: QtBot) -> None:
    register.focus_records()
    with qtbot.waitSignal(register.bin_wanted) as heard:
        qtbot.keyClick(register.records, Qt.Key.Key_Delete)
    assert heard.args == ["a"]
    register.choose_state(BIN)
    with qtbot.assertNotEmitted(register.bin_wanted):
        qtbot.keyClick(register.records, Qt.Key.Key_Delete)


def test_the_menu_offers_what_can_be_done(register: Register, qtbot: QtBot) -> None:
    assert _open_menu(register, 1) == ["Open", "Start from this", "Move to bin"]
    menu = register.findChild(QMenu, "register_menu")
    assert menu is not None
    with qtbot.waitSignal(register.copy_wanted) as heard:
        menu.actions()[1].trigger()
    assert heard.args == ["b"]


def test_the_menu_of_the_bin_puts_back_or_empties(register: Register) -> None:
    register.show_counts({"draft": 3}, 3)
    register.choose_state(BIN)
    assert _open_menu(register, 0) == ["Put back", "Empty bin…"]


def test_the_bin_can_be_emptied_with_a_button(register: Register, qtbot: QtBot) -> None:
    button = register.findChild(QPushButton, "register_empty_bin")
    assert button is not None
    assert button.isHidden()
    register.choose_state(BIN)
    with qtbot.waitSignal(register.empty_bin_wanted):
        button.click()


def test_the_open_record_is_marked_without_being_chosen(register: Register, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(register.record_chosen):
        register.select("c")
    model = register.records.model()
    assert [model.index(row, 0).data(Role.OPEN) for row in range(3)] == [False, False, True]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Third, Leader")


def test_a_refresh_keeps_the_place_of_the_keyboard(register: Register) -> None:
    register.select("b")
    register.show_records([replace(LINES[1], title="Second, again"), *LINES], more=False)
    assert register.records.current_id() == "b"


@pytest.mark.parametrize(
    ("words", "state", "sentence"),
    [
        ("unicorn", ALL, "Nothing found for “unicorn”"),
        ("", ALL, "No records here yet"),
        ("", BIN, "The bin is empty"),
    ],
)
def test_an_empty_list_says_why(register: Register, words: str, state: str, sentence: str) -> None:
    register.choose_state(state)
    register.show_records([], more=False, words=words)
    label = register.findChild(QLabel, "register_nothing")
    assert label is not None
    assert label.isVisible()
    assert label.text() == sentence
    register.show_records(LINES, more=False)
    assert register.records.isVisible()


def test_more_is_asked_for_once_near_the_end(register: Register, qtbot: QtBot) -> None:
    lines = [Line(str(number)) for number in range(200)]
    asked: list[int] = []
    register.more_wanted.connect(lambda: asked.append(register.shown()))
    register.show_records(lines, more=True)
    register.records.scrollToBottom()
    qtbot.waitUntil(lambda: asked == [200])
    register.records.scrollToBottom()
    assert asked == [200]
    register.add_records([lines[-1], *(Line(str(n)) for n in range(200, 300))], more=False)
    assert register.shown() == 300


def test_a_refresh_of_the_same_records_changes_only_what_differs(qtbot: QtBot) -> None:
    model = RegisterModel()
    model.show_lines(LINES, more=False)
    with qtbot.waitSignal(model.dataChanged) as heard, qtbot.assertNotEmitted(model.modelReset):
        model.show_lines([LINES[0], replace(LINES[1], title="Other"), LINES[2]], more=False)
    assert heard.args[0].row() == 1


def test_the_day_that_matters_is_shown() -> None:
    model = RegisterModel()
    now = datetime.now(UTC).isoformat()
    model.show_lines(
        [
            Line("a", date_of_decision="2025-11-24"),
            Line("b"),
            Line("c", saved=now),
            Line("d", binned="2025-11-20T12:00:00+00:00"),
        ],
        more=False,
    )
    shown = [model.index(row).data(Role.WHEN) for row in range(4)]
    assert shown[0] == "24 November 2025"
    assert shown[1] == "Saved 20 November 2025"
    assert shown[2].startswith("Saved ")
    assert len(shown[2]) == len("Saved 14:02")
    assert shown[3] == "In the bin since 20 November 2025"


def test_rows_speak_of_another_day_once_it_has_begun(qtbot: QtBot) -> None:
    model = RegisterModel()
    saved = datetime(2026, 3, 6, 23, 50).astimezone(UTC).isoformat()
    ended = Line("a", saved=saved, status="published", call_in_ends="2026-03-06")
    model.show_lines([ended, Line("b")], more=False)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    said = []
    for day in (date(2026, 3, 6), date(2026, 3, 7)):
        with qtbot.waitSignal(model.dataChanged) as heard:
            model.begin_day(day)
        first, last, roles = heard.args
        assert (first.row(), last.row()) == (0, 1)
        assert {Role.WHEN, Role.STATE, spoken} <= {*roles}
        said.append([model.index(0).data(role) for role in (Role.WHEN, Role.STATE)])
        assert ", ".join(said[-1]) in model.index(0).data(spoken)
    assert said == [["Saved 23:50", "In call-in"], ["Saved 6 March 2026", "Call-in ended"]]


def test_a_row_shows_its_reference_and_is_no_higher_for_it(register: Register) -> None:
    view, model = register.records, register.records.model()
    for post in ("Leader of the Council", ""):
        line = Line("a", decision_maker=post)
        heights, pictures = [], []
        for reference in ("", "MBC/2026/014", "MBC/PLACE/HIGHWAYS/2026/000014/REVISED"):
            register.show_records([replace(line, reference=reference)], more=False)
            row = view.visualRect(model.index(0, 0))
            heights.append(row.height())
            pictures.append(view.viewport().grab(row).toImage())
            index = model.index(0, 0)
            assert index.data(Role.REFERENCE) == reference
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
            assert (f", {reference}, Saved " in spoken) == bool(reference)
            assert reference in index.data(Qt.ItemDataRole.ToolTipRole)
        assert len(set(heights)) == 1
        assert pictures[0] != pictures[1] != pictures[2]


@pytest.mark.parametrize("width", [120, 240, 600])
def test_a_long_reference_leaves_half_the_line_to_the_post(register: Register, width: int) -> None:
    line = Line("a", reference="MBC/PLACE/HIGHWAYS/2026/000014/REVISED")
    register.show_records([line], more=False)
    metrics = QFontMetrics(register.records.font())
    [(post, shown), (_, state)] = facts(register.records.model().index(0, 0), metrics, width)
    assert (post, state) == ("Leader of the Council", "Drafting")
    assert metrics.horizontalAdvance(shown) <= max(width // 2, metrics.horizontalAdvance("…"))


def test_a_title_fills_two_lines_at_most_and_loses_no_word_between(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    title = "Highway works, Boileau Road: section 278 agreement and much more"
    lines = wrapped(title, font, 220)
    assert len(lines) == 2
    assert " ".join(lines) == title
    assert QFontMetrics(font).horizontalAdvance(lines[0]) <= 220


def test_found_words_stand_near_the_beginning() -> None:
    text, marks = found_marks("x " * 60 + "for \x02five\x03 years and \x02two\x03 more")
    assert text.startswith("…")
    assert [text[start : start + length] for start, length in marks] == ["five", "two"]
    assert marks[0][0] <= 40


def test_a_row_grows_when_its_title_does(register: Register, qtbot: QtBot) -> None:
    view = register.records
    first = view.model().index(0, 0)
    before = view.visualRect(first).height()
    register.show_records([replace(LINES[0], title="A long title " * 9), *LINES[1:]], more=False)
    qtbot.waitUntil(lambda: view.visualRect(first).height() > before)
