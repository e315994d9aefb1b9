"""The Today view: what it says, and that each line is one click, or one key, from its act."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sendapp.domain.interchange import to_json
from sendapp.domain.states import Act
from sendapp.domain.today import Due, Task, Tasks
from sendapp.storage.database import open_database
from sendapp.storage.journal import JournalStore
from sendapp.ui.today.model import Role
from sendapp.ui.today.view import TodayView
from sendapp.ui.today.wording import details, lines_of, since_words
from tests.documents.test_first_page import pdf
from tests.driver import Officer
from tests.factory import a_record
from tests.journeys.at_signing import DECIDED, make_ready, takes

TODAY = date(2026, 3, 6)


def a_task(due: Due = Due.PUBLISH, record_id: str = "one", day: str = "2026-03-02") -> Task:
    return Task(
        due=due,
        record_id=record_id,
        title=f"The quay, {record_id}",
        reference="MBC/26/7",
        decision_maker="Leader of the Council",
        day=day,
    )


@pytest.fixture
def view(qtbot: QtBot) -> TodayView:
    made = TodayView()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show_tasks(
        (
            Tasks(Due.PUBLISH, 2, (a_task(), a_task(record_id="two"))),
            Tasks(Due.RETENTION, 3, (a_task(Due.RETENTION, "old", "2026-01-05"),)),
        ),
        TODAY,
    )
    with qtbot.waitExposed(made):
        made.show()
    return made


def rows(view: TodayView) -> list[str]:
    return [view.model.index(row).data() for row in range(view.model.rowCount())]


def row_of(view: TodayView, due: Due, record_id: str) -> QPoint:
    return view.list.visualRect(view.model.index_of(due, record_id)).center()


def test_each_kind_has_its_heading_and_says_how_many_are_not_shown(view: TodayView) -> None:
    assert rows(view) == [
        "Overdue to publish: 2",
        "The quay, one",
        "The quay, two",
        "Time of retention over: 3",
        "The quay, old",
        "and 2 more",
    ]


@pytest.mark.parametrize(
    ("task", "says"),
    [
        (a_task(), "Decided Mon 2 March 2026, 4 days ago"),
        (a_task(day=""), "Decided; the record does not say when"),
        (a_task(Due.UNDATED), "Published Mon 2 March 2026"),
        (a_task(Due.UNDATED, day=""), "Published; the record does not say when"),
        (a_task(day="2026-03-05"), "Decided Thu 5 March 2026, yesterday"),
        (a_task(Due.SIGN), "Ready, last changed Mon 2 March 2026"),
        (a_task(Due.CONFIRM), "Can be implemented since Mon 2 March 2026"),
        (a_task(Due.CALL_IN_ENDS_TODAY), "Open to call-in until the end of today"),
        (a_task(Due.CALL_IN_ENDS_THIS_WEEK, day="2026-03-08"),
         "Open to call-in until Sun 8 March 2026"),
        (a_task(Due.SCAN), "Decided Mon 2 March 2026"),
        (a_task(Due.SCAN, day=""), "Decided"),
        (a_task(Due.RETENTION), "Its time was over on Mon 2 March 2026"),
        (a_task(Due.PAPERS), "Their time was over on Mon 2 March 2026"),
    ],
)  # fmt: skip
def test_a_line_says_what_it_waits_for(qtbot: QtBot, task: Task, says: str) -> None:
    view = TodayView()
    qtbot.addWidget(view)
    view.show_tasks((Tasks(task.due, 1, (task,)),), TODAY)
    index = view.model.first()
    assert index.data(Role.LINES) == ("MBC/26/7 · Leader of the Council", says)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(f"{says}.")


@pytest.mark.parametrize("reference", ["MBC/26/7", ""])
@pytest.mark.parametrize("maker", ["Leader of the Council", ""])
@pytest.mark.parametrize("due", list(Due))
def test_a_row_is_as_high_as_what_it_says(due: Due, reference: str, maker: str) -> None:
    task = replace(a_task(due), reference=reference, decision_maker=maker)
    said = (task.title, details(task), since_words(task, TODAY))
    assert lines_of(task) == sum(map(bool, said))


def test_a_click_on_a_line_opens_its_record_and_one_on_its_act_does_that(
    view: TodayView, qtbot: QtBot
) -> None:
    at = row_of(view, Due.PUBLISH, "two")
    port = view.list.viewport()
    with qtbot.waitSignal(view.open_wanted) as opened, qtbot.assertNotEmitted(view.act_wanted):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["two"]
    right = QPoint(port.width() - 40, at.y())
    with qtbot.waitSignal(view.act_wanted) as acted, qtbot.assertNotEmitted(view.open_wanted):
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=right)
    assert acted.args[0].record_id == "two"


def test_the_same_by_keys(view: TodayView, qtbot: QtBot) -> None:
    view.take_focus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.open_wanted) as opened:
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert opened.args == ["two"]
    act = view.findChild(QPushButton, "today_act")
    assert act is not None
    assert act.text() == "Publish…"
    with qtbot.waitSignal(view.act_wanted) as acted:
        qtbot.keyClick(act, Qt.Key.Key_Space)
    assert acted.args[0].record_id == "two"


def test_what_is_chosen_stays_chosen_and_gives_way_to_the_next(view: TodayView) -> None:
    view.list.setCurrentIndex(view.model.index_of(Due.PUBLISH, "one"))
    view.show_tasks((Tasks(Due.PUBLISH, 2, (a_task(record_id="new"), a_task())),), TODAY)
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.record_id == "one"
    view.show_tasks((Tasks(Due.PUBLISH, 1, (a_task(record_id="new"),)),), TODAY)
    chosen = view.chosen()
    assert chosen is not None
    assert chosen.record_id == "new"


def test_where_nothing_is_due_it_says_what_would_be(view: TodayView) -> None:
    view.show_tasks((), TODAY)
    assert view.chosen() is None
    assert not view.list.isVisible()
    shown = [b.objectName() for b in view.findChildren(QPushButton) if b.isVisible()]
    assert shown == []


def brings_in(officer: Officer, **what_matters: object) -> str:
    record = a_record(**what_matters)
    path = officer.folder / f"{record.id}.json"
    path.write_text(to_json(record), encoding="utf-8")
    officer.menu("Record", "Import records")
    officer.opens_file(path)
    officer.waits_until(
        lambda: (
            officer.window.pane.open_record is not None
            and officer.window.pane.open_record.record.id == record.id
        ),
        "the record is open",
    )
    return record.id


def test_today_opens_by_its_key_and_leaves_no_record_open(officer: Officer) -> None:
    officer.starts()
    record_id = brings_in(officer, status="decided", date_of_decision="2024-03-04")
    officer.keys("F5")
    officer.waits_until(lambda: officer.focused() == "tasks", "the tasks have the keyboard")
    officer.waits_until(lambda: officer.window.today.chosen() is not None, "a task is chosen")
    assert officer.window.pane.open_record is None
    assert officer.reads("register_today") == "Today: 1 due"
    officer.keys("Return")
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    assert officer.record.id == record_id


def test_disposal_asks_first_and_is_told_in_the_journal(officer: Officer) -> None:
    officer.starts()
    record_id = brings_in(
        officer, title="Old quay", status="implementable", date_of_decision="2019-03-04"
    )
    officer.keys("F5")
    officer.waits_until(lambda: officer.window.today.chosen() is not None, "a task is chosen")
    officer.presses("Dispose of it")
    officer.answers("Keep")
    assert officer.window.register.shown() == 1
    desk = officer.window.services.desk
    aside = desk.rescue(desk.open(record_id).result(timeout=20).record, {})
    officer.presses("Dispose of it")
    officer.answers("Dispose for good")
    officer.waits_for_notice("Disposed of 1 record.")
    assert not aside.exists(), "what was disposed of is offered to nobody"
    officer.closes()
    db = open_database(officer.paths.database, create=False)
    assert db.execute("select count(*) from records").fetchone() == (0,)
    newest = JournalStore(db).listing(record_id)[0]
    db.close()
    assert newest.words == "Disposed of: Old quay"


def test_a_record_that_is_open_is_left_before_it_is_disposed_of(officer: Officer) -> None:
    officer.starts()
    old = {"status": "implementable", "date_of_decision": "2019-03-04"}
    record_id = brings_in(officer, title="Old quay", **old)
    officer.keys("F5")
    officer.waits_until(lambda: officer.window.today.chosen() is not None, "a task is chosen")
    task = officer.window.today.chosen()
    officer.window.records.open(record_id)
    officer.waits_until(lambda: officer.window.pane.form is not None, "the record is open")
    officer.open_record.set("notes", "Typed last")
    officer.window.today_desk._dispose([task])
    officer.waits_for_notice("Disposed of 1 record.")
    assert officer.window.pane.open_record is None
    officer.closes()
    assert officer.kept() == {}
    assert not list(officer.paths.rescued.glob("*.json"))


def test_the_count_follows_when_the_signed_scan_is_filed(officer: Officer) -> None:
    make_ready(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    officer.window.today_desk.refresh()
    waiting = "Today: 2 due"
    officer.waits_until(lambda: officer.reads("register_today") == waiting, "its paper is missing")
    scan = officer.folder / "signed.pdf"
    scan.write_bytes(pdf((595, 842)))
    officer.window.files_desk.take([scan])
    officer.keys("Return")
    left = "Today: 1 due"
    officer.waits_until(lambda: officer.reads("register_today") == left, "only publishing is left")


def test_dates_that_are_lacking_are_asked_for_by_one_click(officer: Officer) -> None:
    officer.starts()
    brings_in(officer, status="published", date_of_decision="2024-03-04")
    officer.keys("F5")
    officer.waits_until(lambda: officer.window.today.chosen() is not None, "a task is chosen")
    officer.presses("Change dates")
    officer.waits_until(lambda: officer.sees("step_take"), "the dates are asked")
    assert officer.sees("step_in_force_on")
