"""The checks' panel: three ranks kept apart, findings chosen by key and mouse, words to the eye."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.checks.finding import Finding, Rank
from sendapp.domain.checks.reading import Around
from sendapp.domain.record import DecisionRecord, SetAside
from sendapp.services.findings import ALL_WELL
from sendapp.ui.check_panel import NO_RECORD, OFFICIAL_TEXT, CheckPanel
from sendapp.ui.findings_model import Role
from sendapp.ui.form.mark import Mark
from tests.factory import a_record, items

WRONG = a_record(
    decision_maker_interest="",
    reasons=items("<p>The setts have sunk.</p>", "<p>See attached.</p>"),
    status="draft",
)
ASIDE = SetAside(
    check="says-nothing-itself", field="reasons", words="See attached.", reason="A quotation."
)


def shown(record: DecisionRecord) -> tuple[Finding, ...]:
    return check_record(record, Around(asked_fields=("wards",)))


@pytest.fixture
def panel(qtbot: QtBot) -> CheckPanel:
    made = CheckPanel()
    qtbot.addWidget(made)
    made.resize(480, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def rows(panel: CheckPanel) -> list[str]:
    return [str(panel.model.index(row).data()) for row in range(panel.model.rowCount())]


def button(panel: CheckPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, name)
    assert found is not None
    return found


def test_the_ranks_stand_apart_each_under_its_heading(panel: CheckPanel) -> None:
    panel.show_findings(shown(WRONG))
    assert rows(panel) == [
        "The law requires: 1",
        "The law requires. Decision maker’s own interest not asked. Has the decision maker a "
        "disclosable pecuniary interest in this matter? Ask the decision maker whether they have "
        "a disclosable pecuniary interest in this matter.",
        "Your council asks: 1",
        "Your council asks. Asked for by your council. Wards affected. “Wards affected” is blank.",
        "Looks wrong: 1",
        "Looks wrong. Says nothing itself. Reason 2. This reason only points elsewhere, or says "
        "nothing. The record has to say it itself. “See attached.”",
    ]
    headings = [row for row in range(6) if panel.model.index(row).data(Role.FOUND) is None]
    assert headings == [0, 2, 4]
    assert all(not panel.model.flags(panel.model.index(row)) for row in headings)


def test_what_was_set_aside_stands_last_with_its_reason(panel: CheckPanel) -> None:
    panel.show_findings(shown(a_record(reasons=WRONG.reasons, set_aside=(ASIDE,))))
    assert rows(panel)[-2:] == [
        "Set aside: 1",
        "Set aside: A quotation. Says nothing itself. Reason 2. This reason only points elsewhere, "
        "or says nothing. The record has to say it itself. “See attached.”",
    ]


def test_of_two_equal_findings_one_is_set_aside_and_the_chosen_one_stays(
    panel: CheckPanel,
) -> None:
    twice = a_record(
        decision_maker_interest="no",
        reasons=items("<p>See attached.</p>", "<p>It sinks.</p>", "<p>See attached.</p>"),
    )
    panel.show_findings(shown(twice))
    last = panel.model.index(panel.model.rowCount() - 1)
    panel.list.setCurrentIndex(last)
    panel.show_findings(shown(replace(twice, title="Another title")))
    assert panel.chosen().place == "reasons[2]"  # type: ignore[union-attr]
    once = shown(replace(twice, set_aside=(ASIDE,)))
    assert [f.set_aside for f in once if f.check == "says-nothing-itself"] == ["A quotation.", ""]


def test_the_law_and_the_council_cannot_be_set_aside() -> None:
    rows = tuple(
        SetAside(check=s.check, field=s.field, words=s.mark, reason="x") for s in shown(WRONG)
    )
    found = shown(a_record(reasons=WRONG.reasons, set_aside=rows, status="draft"))
    assert [(s.rank, s.set_aside) for s in found] == [
        (Rank.LAW, ""),
        (Rank.COUNCIL, ""),
        (Rank.LOOKS, "x"),
    ]


def test_enter_and_a_click_go_to_the_words(panel: CheckPanel, qtbot: QtBot) -> None:
    panel.show_findings(shown(WRONG))
    panel.take_focus()
    with qtbot.waitSignal(panel.go_wanted) as entered:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert entered.args is not None
    assert entered.args[0].check == "own-interest-unanswered"
    spot = panel.list.visualRect(panel.model.index(5)).center()
    with qtbot.waitSignal(panel.go_wanted) as clicked:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clicked.args is not None
    assert (clicked.args[0].place, clicked.args[0].words) == ("reasons[1]", "See attached.")


def test_a_finding_stays_chosen_while_others_come_and_go(panel: CheckPanel) -> None:
    panel.show_findings(shown(WRONG))
    panel.list.setCurrentIndex(panel.model.index(5))
    moved = a_record(
        decision_maker_interest="no", reasons=items("<p>See attached.</p>", "<p>It is old.</p>")
    )
    panel.show_findings(shown(moved))
    chosen = panel.chosen()
    assert chosen is not None
    assert (chosen.check, chosen.place) == ("says-nothing-itself", "reasons[0]")
    panel.show_findings(shown(a_record(decision_maker_interest="no")))
    assert panel.chosen() is not None
    assert panel.chosen().check == "asked-field-missing"  # type: ignore[union-attr]


def test_duty_source_and_the_official_text_stand_beneath(panel: CheckPanel) -> None:
    panel.show_findings(shown(WRONG))
    panel.list.setCurrentIndex(panel.model.index(1))
    texts = {label.objectName(): label.text() for label in panel.findChildren(type(panel._duty))}
    assert texts["check_source"] == "Localism Act 2011, section 31"
    assert "may not decide it alone" in texts["check_duty"]
    assert texts["check_official"] == OFFICIAL_TEXT
    assert button(panel, "check_aside").isHidden()
    panel.list.setCurrentIndex(panel.model.index(5))
    assert button(panel, "check_aside").isVisible()
    assert button(panel, "check_back").isHidden()


def test_nothing_found_and_nothing_open_are_said(panel: CheckPanel) -> None:
    assert panel._empty.text() == NO_RECORD
    panel.show_findings(())
    assert panel._empty.text() == ALL_WELL
    panel.show_findings(shown(WRONG))
    assert panel._empty.isHidden()


def test_a_mark_shows_the_weightiest_and_leaves_out_what_is_set_aside(qtbot: QtBot) -> None:
    mark = Mark()
    qtbot.addWidget(mark)
    assert mark.show_findings(shown(WRONG)).count("\n") == 2
    assert mark.rank is Rank.LAW
    aside = [s for s in shown(a_record(reasons=WRONG.reasons, set_aside=(ASIDE,))) if s.set_aside]
    assert mark.show_findings(aside) == ""
    assert mark.rank is None
