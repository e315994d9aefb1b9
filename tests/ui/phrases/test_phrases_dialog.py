"""The library of phrases: added, changed, removed, put back, brought in and handed on."""

import pytest
from PySide6.QtWidgets import QApplication

from sendapp.domain.phrases.file import to_json
from sendapp.domain.phrases.phrase import Phrase
from sendapp.services.phrasebook import read_file
from sendapp.ui.phrases.dialog import PhrasesDialog
from tests.driver import Officer
from tests.ui.test_window_sizes import SMALL, clipped

OURS = Phrase(id="ours", title="Zebra", keywords=("stripes",), where="reasons", text="<p>Yes.</p>")


def opens_phrases(officer: Officer) -> PhrasesDialog:
    officer.menu("Edit", "Phrases")
    officer.waits_until(lambda: officer.sees("phrases_keep"), "the phrases are shown")
    dialog = officer.in_front()
    assert isinstance(dialog, PhrasesDialog)
    return dialog


def kept(officer: Officer) -> tuple[Phrase, ...]:
    officer.waits_for_notice("Phrases saved.")
    return officer.window.services.phrasebook.read().result(30).phrases


def shipped(officer: Officer) -> tuple[Phrase, ...]:
    return officer.window.services.phrasebook.shipped


def test_a_phrase_is_added_by_keyboard(officer: Officer) -> None:
    officer.starts()
    opens_phrases(officer)
    officer.finds("phrases_add").setFocus()
    officer.keys("Space")
    assert officer.focused() == "phrase_title"
    officer.types("Zebra")
    officer.keys("Tab")
    officer.types("stripes, , black and white")
    officer.keys("Tab")
    assert officer.focused() == "phrase_where"
    officer.keys("Down", "Down")
    officer.finds("phrase_text").setFocus()
    officer.types_rich("<p>A <b>zebra</b> for [name].</p>")
    officer.finds("phrases_keep").setFocus()
    officer.keys("Space")
    new = kept(officer)[-1]
    assert (new.title, new.keywords, new.where) == (
        "Zebra",
        ("stripes", "black and white"),
        "reasons",
    )
    assert new.text == "<p>A <b>zebra</b> for [name].</p>"
    assert kept(officer)[:-1] == shipped(officer)


def test_a_shipped_phrase_is_changed_found_and_put_back(officer: Officer) -> None:
    officer.starts()
    dialog = opens_phrases(officer)
    officer.types_into("phrases_find", "waiver stand")
    assert dialog.list.count() == 1
    officer.keys("Return")
    assert officer.focused() == "phrases"
    officer.clicks("phrase_title")
    officer.keys("End")
    officer.types(" of ours")
    assert dialog.list.item(0).text().endswith(" of ours")
    officer.presses("Save phrases")
    changed = [phrase for phrase in kept(officer) if phrase not in shipped(officer)]
    assert [phrase.id for phrase in changed] == ["procurement-waiver"]
    opens_phrases(officer)
    officer.presses("Put shipped ones back")
    officer.presses("Save phrases")
    officer.waits_until(lambda: kept(officer) == shipped(officer), "they are as they came")


def test_a_phrase_is_removed_and_cancel_brings_it_back(officer: Officer) -> None:
    officer.starts()
    first = opens_phrases(officer).list.item(0).text()
    officer.presses("Remove")
    assert first in officer.reads("phrases_note")
    officer.presses("Cancel")
    officer.answers("Leave")
    dialog = opens_phrases(officer)
    assert dialog.list.item(0).text() == first
    officer.presses("Remove")
    officer.presses("Save phrases")
    assert kept(officer) == shipped(officer)[1:]


def test_escape_asks_before_what_was_typed_is_gone(officer: Officer) -> None:
    officer.starts()
    dialog = opens_phrases(officer)
    officer.clicks("phrase_text")
    officer.types("More. ")
    officer.keys("Escape")
    officer.answers("Go on")
    assert officer.in_front() is dialog
    officer.presses("Save phrases")
    assert any("More. " in phrase.words for phrase in kept(officer))
    opens_phrases(officer)
    officer.keys("Escape")
    assert officer.in_front() is officer.window


def test_what_cannot_be_kept_is_told_and_holds_the_dialog(officer: Officer) -> None:
    officer.starts()
    opens_phrases(officer)
    officer.presses("Add a phrase")
    officer.presses("Add a phrase")
    officer.types("Zebra")
    officer.presses("Save phrases")
    assert officer.reads("phrase_problem") == ("“Zebra” says nothing. Give it words, or remove it.")
    assert officer.focused() == "phrase_text"
    officer.types("Yes.")
    officer.presses("Save phrases")
    assert kept(officer)[-1].text == "<p>Yes.</p>"
    assert len(kept(officer)) == len(shipped(officer)) + 1


def test_phrases_come_in_and_go_out_as_one_file(officer: Officer) -> None:
    officer.starts()
    first = shipped(officer)[0]
    path = officer.folder / "in.json"
    changed = Phrase(id=first.id, title="Changed", text=first.text)
    path.write_text(to_json((shipped(officer)[1], changed, OURS)), encoding="utf-8")
    opens_phrases(officer)
    officer.presses("Import")
    officer.opens_file(path)
    officer.waits_until(lambda: officer.sees("phrases_note"), "they are here")
    assert "1 new, 1 changed, 1 the same as before" in officer.reads("phrases_note")
    out = officer.folder / "out.json"
    officer.presses("Export")
    officer.saves_file_as(out)
    officer.waits_until(lambda: out.name in officer.reads("phrases_note"), "they are written")
    officer.presses("Save phrases")
    assert kept(officer) == (changed, *shipped(officer)[1:], OURS)
    assert read_file(out) == kept(officer)


def test_a_wrong_file_is_refused_with_what_and_where(officer: Officer) -> None:
    officer.starts()
    path = officer.folder / "wrong.json"
    path.write_text('{"format": "decision-phrases/1", "phrases": [{"id": "a"}]}')
    dialog = opens_phrases(officer)
    before = dialog.phrases()
    officer.presses("Import")
    officer.opens_file(path)
    assert "wrong.json is not a file of phrases" in officer.message()
    assert "phrases[0].title" in officer.message()
    officer.presses("Close")
    assert dialog.phrases() == before


def test_junk_that_is_kept_is_named(officer: Officer) -> None:
    officer.starts()
    junk = {"own": [{"id": "a", "title": 3}], "removed": []}
    officer.program.keeper.run(lambda s: s.settings.put("phrases", junk)).result(30)
    opens_phrases(officer)
    assert "phrases[0].title" in officer.reads("phrases_note")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_of_the_library_is_clipped_in_a_small_window(
    officer: Officer, theme: str, text_size: int
) -> None:
    officer.starts(*SMALL)
    officer.window.settings.choose_theme(theme)
    officer.window.settings.choose_text_size(text_size)
    dialog = opens_phrases(officer)
    dialog.resize(min(dialog.width(), SMALL[0]), min(dialog.height(), SMALL[1]))
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(dialog) == []
