"""Words that change after the paper was printed: said where the decision is recorded."""

import pypdfium2

from sendapp.domain.sealing import code_of, shown_code
from sendapp.domain.states import Act
from sendapp.ui.labels import unbroken
from tests.driver import Officer
from tests.journeys.at_signing import DECIDED, make_ready, takes
from tests.journeys.stepping import chooses_step, stands_at
from tests.journeys.test_journal import preview_of
from tests.journeys.test_signing_and_correcting import (
    corrects,
    looks_for,
    prints_for_signature,
    words_in_word,
)


def asks_for_the_date(officer: Officer) -> None:
    """Press the button that records the decision, and wait for what is said of the paper."""
    officer.clicks("step_next")
    officer.waits_until(lambda: officer.sees("step_paper"), "it is told of the paper")


def changes_the_title(officer: Officer) -> None:
    """Take the record back to drafting, change its title, and make it ready again."""
    chooses_step(officer, "b")
    stands_at(officer, "Drafting")
    officer.clicks("title")
    officer.keys("End")
    officer.types(" (east)")
    officer.clicks("step_next")
    stands_at(officer, "Ready for signature")


def test_words_changed_after_printing_are_warned_of(officer: Officer) -> None:
    make_ready(officer)
    printed = prints_for_signature(officer)
    asks_for_the_date(officer)
    assert unbroken(printed) in officer.reads("step_paper_told")
    assert not officer.sees("step_paper_warned")
    officer.keys("Escape")

    changes_the_title(officer)
    asks_for_the_date(officer)
    warned = officer.reads("step_paper_warned")
    assert unbroken(printed) in warned
    assert f"code now {unbroken(shown_code(code_of(officer.record)))}" in warned
    assert not officer.sees("step_paper_told")

    officer.clicks("step_paper_compare")
    officer.waits_until(lambda: "(east)" in officer.reads("compare_text"), "it is side by side")
    officer.keys("Escape")
    officer.waits_until(lambda: officer.sees("step_paper_print"), "it still asks")
    officer.clicks("step_paper_print")
    preview_of(officer).close()
    officer.waits_until(lambda: officer.in_front() is officer.window, "only the window is left")
    assert officer.reads("state_pill") == "Ready for signature"


def test_it_warns_and_does_not_refuse(officer: Officer) -> None:
    make_ready(officer)
    asks_for_the_date(officer)
    assert officer.reads("step_paper_told").startswith("No copy to be signed was printed")
    assert not officer.sees("step_paper_compare")
    officer.clicks("step_take")
    stands_at(officer, "Decided")


def test_printing_for_signature_is_offered_while_the_record_waits_for_it(officer: Officer) -> None:
    make_ready(officer)
    officer.clicks("step_sign")
    preview_of(officer).close()
    asks_for_the_date(officer)
    officer.clicks("step_take")
    stands_at(officer, "Decided")
    assert not officer.sees("step_sign")


def test_a_corrected_record_tells_its_corrections_wherever_it_is_printed(officer: Officer) -> None:
    make_ready(officer)
    signed = prints_for_signature(officer)
    takes(officer, Act.DECIDE, **DECIDED)
    officer.window.correcting.ask("title")
    officer.keys("End")
    officer.types(" (east)")
    corrects(officer, "It is the east side.")
    told = ("Corrections", "It is the east side.", "Tanner's Quay (east)")
    pdf = officer.exports("button_pdf", officer.folder / "plain.pdf")
    word = officer.exports("button_word", officer.folder / "plain.docx")
    officer.window.exports.sign_pdf()
    officer.saves_file_as(officer.folder / "to sign.pdf")
    officer.waits_for_notice(f"Exported to {officer.folder / 'to sign.pdf'}")
    to_sign = (officer.folder / "to sign.pdf").read_bytes()
    for printed in (words_in(pdf), words_in_word(word), words_in(to_sign)):
        assert all(words in printed for words in told)
    assert shown_code(code_of(officer.record)) in words_in(to_sign)
    assert signed not in words_in(to_sign)
    # The paper that was signed is still told by its code.
    looks_for(officer, signed)
    officer.waits_until(lambda: officer.sees("code_claim_0"), "the older text is found")
    assert officer.reads("code_claim_0").startswith("An older text of “")


def words_in(pdf: bytes) -> str:
    """Return the words of all pages, a line end counting as a space."""
    document = pypdfium2.PdfDocument(pdf)
    words = []
    for sheet in document:
        text = sheet.get_textpage()
        words.append(text.get_text_bounded())
        text.close()
        sheet.close()
    document.close()
    return " ".join(" ".join(words).split())
