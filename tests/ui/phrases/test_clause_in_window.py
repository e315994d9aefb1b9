"""The not-for-publication clause: made by an act or as a phrase, and in step with the form."""

from dataclasses import replace

from sendapp.domain.exempt_clause import exempt_clause
from sendapp.domain.record import Appendix, Item
from sendapp.domain.richtext_html import words_of
from tests.driver import Officer
from tests.factory import items
from tests.ui.phrases.seen import listed, opens, steps, texts

PRICES = Appendix(title="Appendix 1: prices", exempt=True, paragraphs=(3,))


def test_the_clause_is_made_from_the_appendices_and_keeps_in_step(officer: Officer) -> None:
    opens(officer, appendices=(PRICES,))
    officer.menu("Edit", "Insert the not-for-publication clause")
    assert officer.record.decisions[-1].text == exempt_clause((PRICES,))
    assert officer.focused() == "decisions[1].text"
    assert steps(officer) == ["Insert the not-for-publication clause"]
    officer.menu("Edit", "Insert the not-for-publication clause")
    assert len(officer.record.decisions) == 2
    officer.window.pane.form.open_more()  # type: ignore[union-attr]
    officer.clicks("paragraphs_5")
    assert "paragraphs 3 and 5" in texts(officer.record)[-1]
    assert "paragraphs 3 and 5" in officer.reads("decisions[1].text")
    officer.keys("Ctrl+Z")
    assert officer.record.appendices == (PRICES,)
    assert officer.reads("decisions[1].text") == words_of(exempt_clause((PRICES,)))
    officer.clicks("decisions[1].text")
    officer.keys("Ctrl+End")
    officer.types(" So it stays.")
    officer.clicks("appendices[0].exempt")
    assert texts(officer.record)[-1].endswith(" So it stays.")


def test_the_clause_goes_when_no_appendix_is_exempt_any_more(officer: Officer) -> None:
    decisions = items("<p>The sale.</p>", exempt_clause((PRICES,)))
    opens(officer, appendices=(PRICES,), decisions=decisions)
    officer.window.pane.form.open_more()  # type: ignore[union-attr]
    officer.clicks("appendices[0].exempt")
    assert texts(officer.record) == ["The sale."]
    assert not officer.sees("decisions[1].text")
    officer.keys("Ctrl+Z")
    assert officer.record.decisions == decisions
    assert officer.sees("decisions[1].text")


def test_the_clause_is_among_the_phrases_and_fills_an_empty_item(officer: Officer) -> None:
    opens(officer, appendices=(PRICES,))
    officer.clicks("decisions[0].text")
    officer.keys("Ctrl+End", "Return")
    assert officer.focused() == "decisions[1].text"
    officer.keys("Ctrl+Shift+P")
    officer.types("from the appendices")
    officer.keys("Return")
    assert officer.record.decisions[1] == Item(text=exempt_clause((PRICES,)))
    assert len(officer.record.decisions) == 2


def test_without_an_exempt_appendix_there_is_no_clause(officer: Officer) -> None:
    opens(officer, appendices=(replace(PRICES, exempt=False),))
    officer.menu("Edit", "Insert the not-for-publication clause")
    officer.waits_for_notice("No appendix is marked as exempt.")
    officer.clicks("decisions[0].text")
    officer.keys("Ctrl+Shift+P")
    officer.types("from the appendices")
    assert listed() == []
    officer.keys("Escape")
