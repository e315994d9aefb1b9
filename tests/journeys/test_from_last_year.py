"""From last year's record to draft 2, and one field back from draft 1: by keyboard only."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit

from sendapp.domain.record import DecisionRecord, Option
from sendapp.domain.richtext_html import words_of
from sendapp.domain.versions import Why
from tests.driver import Officer
from tests.factory import a_record, items
from tests.journeys.drafting import tabs_to

OLD = a_record(
    title="Weir Lane: surface dressing in 2024/25",
    decision_maker="Cabinet Member for Transport",
    decision_maker_name="Councillor Amina Okafor",
    decision_lead_in="The Cabinet Member for Transport approves",
    decisions=items("<p>The award of the surfacing contract to Harrow Paving Ltd at £86,500.</p>"),
    reasons=items("<p>The survey of 3 March 2024 found that the road surface had failed.</p>"),
    options=(Option(title="Do nothing", text="<p>The surface would fail further.</p>"),),
    council="Marlhaven Borough Council",
    reference="MBC/2024/031",
    date_of_decision="2024-05-02",
    status="implementable",
)
NEW_TITLE = "Weir Lane: surface dressing in 2026/27"

FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<!--StartFragment--><p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;
mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]><span
style='color:red;font-size:20pt'>The road is a bus route and recieves a bus every ten
minutes.</span><o:p></o:p></p><p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;
mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>The scrutiny
comittee asked for it on the 1<sup>st</sup> of&nbsp;May.<o:p></o:p></p><!--EndFragment--></body>
</html>"""


def selected() -> str:
    """Return the words that are selected where the keyboard is."""
    editor = QApplication.focusWidget()
    if isinstance(editor, QLineEdit):
        return editor.selectedText()
    return editor.textCursor().selectedText() if isinstance(editor, QTextEdit) else ""


def starts_from_last_year(officer: Officer) -> None:
    officer.starts()
    officer.window.records.take_in(OLD)
    officer.waits_until(lambda: officer.window.pane.form is not None, "last year's is open")
    officer.keys("Ctrl+Shift+D")
    officer.waits_until(lambda: officer.record.status == "draft", "the new record is open")


def settles_what_came_along(officer: Officer) -> list[str]:
    """Change the years, the amount and the firm; confirm all else; return what was confirmed."""
    new = {"2024/25": "2026/27", "3 March 2024": "9 March 2026", "£86,500": "£91,250"}
    confirmed = []
    officer.keys("Ctrl+Shift+J")
    while officer.sees("carried_banner"):
        words = selected()
        assert words, officer.record.carried
        if words in new:
            officer.types(new[words])
            officer.waits_until_saved()
            officer.keys("Ctrl+Shift+J")
        else:
            confirmed.append(words)
            officer.keys("Ctrl+Shift+K")
    return confirmed


def circulates(officer: Officer, to: str) -> None:
    number = len(officer.record.circulations) + 1
    officer.keys("Ctrl+Shift+U")
    officer.waits_until(lambda: officer.sees("circulate_to"), "it is asked to whom")
    officer.types(to)
    tabs_to(officer, "circulate_only")
    officer.keys("Space")
    officer.waits_for_notice(f"Circulated as draft {number}, to {to}.")


def pastes_reasons_from_word(officer: Officer) -> None:
    data = QMimeData()
    data.setHtml(FROM_WORD)
    data.setText("1. The road is a bus route…\n2. The scrutiny comittee…")
    QGuiApplication.clipboard().setMimeData(data)
    tabs_to(officer, "reasons[0].text")
    officer.keys("Ctrl+End", "Return")
    officer.waits_until(lambda: officer.focused() == "reasons[1].text", "there is a new reason")
    officer.keys("Ctrl+Shift+O")
    officer.waits_until(lambda: len(officer.record.reasons) == 3, "the reasons are there")


def mends_a_spelling(officer: Officer, wrong: str, right: str) -> None:
    officer.waits_until(lambda: any(underlined(officer)), "what is misspelt is underlined")
    officer.keys("Alt+F7")
    officer.waits_until(officer.has_popup, "the menu is open")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    officer.waits_until(
        lambda: menu.activeAction() is not None and menu.activeAction().text() == right,
        f"{right} is suggested for {wrong}",
    )
    officer.keys("Return")
    assert wrong not in said(officer.record)


def underlined(officer: Officer) -> list[tuple[int, int]]:
    form = officer.window.pane.form
    assert form is not None
    reasons = [text.editor for text in form.texts() if text.address.startswith("reasons")]
    return [span for editor in reasons for span in editor.marks.spans("spelling")]


def inserts_a_phrase(officer: Officer) -> None:
    tabs_to(officer, "decisions[0].text")
    officer.keys("Ctrl+End", "Return")
    officer.waits_until(lambda: officer.focused() == "decisions[1].text", "a new decision")
    officer.keys("Ctrl+Shift+P")
    officer.types("extension of a contract")
    officer.keys("Return")
    fills = {
        "[name of contractor]": "Harrow Paving Ltd",
        "[service]": "surface dressing",
        "[length of extension]": "12 months",
        "[start date]": "1 June 2026",
        "[end date]": "31 May 2027",
        "[amount]": "91,250",
    }
    while selected() in fills:
        officer.types(fills.pop(selected()))
        officer.keys("F11")
    assert not fills
    assert "[" not in words_of(officer.record.decisions[1].text)


def said(record: DecisionRecord) -> str:
    return "\n".join(words_of(row.text) for row in (*record.decisions, *record.reasons))


def brings_the_title_back_from_draft_1(officer: Officer) -> None:
    officer.keys("F9")
    officer.waits_until(lambda: officer.focused() == "versions", "the versions are listed")
    officer.keys("End")
    chosen = officer.window.history.list.version()
    while chosen is not None and chosen.words != "Circulated as draft 1, to Legal":
        officer.keys("Up")
        chosen = officer.window.history.list.version()
    tabs_to(officer, "history_against")
    officer.keys("Down")
    officer.waits_until(lambda: officer.sees("back_title"), "what changed since is shown")
    tabs_to(officer, "back_title")
    officer.keys("Space")
    officer.waits_until(lambda: officer.record.title == NEW_TITLE, "the title is back")


def test_from_last_years_record_to_draft_2(officer: Officer) -> None:
    starts_from_last_year(officer)
    confirmed = settles_what_came_along(officer)
    assert "Harrow Paving Ltd" in confirmed
    assert officer.record.title == NEW_TITLE
    assert (officer.record.reference, officer.record.date_of_decision) == ("", "")
    found = officer.window.checks.model
    assert not officer.sees("carried_banner"), found
    circulates(officer, "Legal")
    inserts_a_phrase(officer)
    pastes_reasons_from_word(officer)
    reasons = [row.text for row in officer.record.reasons]
    assert reasons[1].startswith("<p>The road is a bus route and recieves a bus every ten minutes.")
    assert reasons[2].endswith("asked for it on the 1<sup>st</sup> of\u00a0May.</p>")
    officer.waits_until(lambda: len(underlined(officer)) == 2, "two words are underlined")
    mends_a_spelling(officer, "comittee", "committee")
    mends_a_spelling(officer, "recieves", "receives")
    for _ in range(20):
        if officer.focused() == "title":
            break
        officer.keys("Shift+Tab")
    assert officer.focused() == "title"
    officer.keys("Ctrl+A")
    officer.types("Weir Lane and Mill Rise: surface dressing")
    circulates(officer, "Finance")
    brings_the_title_back_from_draft_1(officer)
    officer.waits_until_saved()
    kept = officer.program.keeper.run(lambda s: s.versions.listing(officer.record.id)).result(9)
    assert [v.note for v in kept if v.why == Why.CIRCULATED] == [
        "as draft 2, to Finance",
        "as draft 1, to Legal",
    ]
    officer.leaves()
    stored = officer.kept()[NEW_TITLE].record
    assert stored.title == NEW_TITLE
    assert len(stored.reasons) == 3
    assert [row.number for row in stored.circulations] == ["1", "2"]
