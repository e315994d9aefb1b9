"""The phrases that came with the program, those of the council over them, and their file."""

from pathlib import Path

import pytest

from sendapp.domain.checks.catalogue import check_record
from sendapp.domain.phrases.phrase import ANYWHERE, Phrase, places_in
from sendapp.domain.record import Item, Option
from sendapp.errors import InputProblems, NotFound
from sendapp.services.phrasebook import Phrasebook, read_file, shipped_phrases, write_file
from sendapp.storage.keeper import Keeper
from tests.domain.checks.cases import clean
from tests.services.conftest import now

SHIPPED = (Phrase(id="a", title="A", text="<p>a</p>"), Phrase(id="b", title="B", text="<p>b</p>"))
OURS = Phrase(id="x", title="Ours", keywords=("own",), where="reasons", text="<p>[amount]</p>")


@pytest.fixture
def book(keeper: Keeper) -> Phrasebook:
    return Phrasebook(keeper, SHIPPED)


def test_at_first_there_are_the_shipped_ones(book: Phrasebook) -> None:
    assert now(book.read()).phrases == SHIPPED


def test_what_is_kept_is_read_by_another_window(book: Phrasebook, keeper: Keeper) -> None:
    changed = Phrase(id="a", title="Our A", text="<p>a</p>")
    assert now(book.keep((changed, OURS))).phrases == (changed, OURS)
    assert now(Phrasebook(keeper, SHIPPED).read()).phrases == (changed, OURS)
    newer = (*SHIPPED, Phrase(id="c", title="C", text="<p>c</p>"))
    assert now(Phrasebook(keeper, newer).read()).phrases == (changed, newer[2], OURS)


@pytest.mark.parametrize(
    "junk", [4, [], {"own": 3}, {"own": [], "removed": "a"}, {"own": [{"id": 1}, None]}]
)
def test_junk_that_is_kept_is_named_and_left_out(
    book: Phrasebook, keeper: Keeper, junk: object
) -> None:
    now(keeper.run(lambda stores: stores.settings.put("phrases", junk)))
    read = now(book.read())
    assert read.phrases == SHIPPED
    assert read.faults


def test_phrases_travel_in_one_file(tmp_path: Path) -> None:
    path = tmp_path / "phrases.json"
    write_file((*SHIPPED, OURS), path)
    assert read_file(path) == (*SHIPPED, OURS)


def test_a_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "phrases.json"
    with pytest.raises(NotFound):
        read_file(path)
    path.write_bytes(b'{"format": "\xff')
    with pytest.raises(InputProblems) as refused:
        read_file(path)
    assert refused.value.problems == ("This is not UTF-8 text, from byte 13 on.",)
    path.write_text('{"format": "decision-record/1"}', encoding="utf-8")
    with pytest.raises(InputProblems) as refused:
        read_file(path)
    assert "phrases.json is not a file of phrases" in refused.value.sentence


def test_the_shipped_file_is_as_it_would_be_written(tmp_path: Path) -> None:
    write_file(shipped_phrases(), tmp_path / "again.json")
    assert len(shipped_phrases()) >= 30
    again = read_file(tmp_path / "again.json")
    assert again == shipped_phrases()
    assert all(phrase.keywords for phrase in again)


@pytest.mark.parametrize("phrase", [pytest.param(p, id=p.id) for p in shipped_phrases()])
def test_a_shipped_phrase_is_fit_for_a_record_but_for_its_places(phrase: Phrase) -> None:
    where = "reasons" if phrase.where == ANYWHERE else phrase.where
    record = clean()
    if where == "options":
        rows: tuple[object, ...] = (*record.options, Option(title="Another", text=phrase.text))
    else:
        rows = (*getattr(record, where), Item(text=phrase.text))
    findings = check_record(clean(**{where: rows}))
    assert {finding.check for finding in findings} <= {"place-not-filled"}
    assert len(findings) == sum(len(places_in(line)) for line in phrase.words.split("\n"))
