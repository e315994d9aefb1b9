"""Finding and replacing in the open record: one undo step, or nothing at all."""

from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Place
from sendapp.domain.finding_words import Wanted
from sendapp.domain.interchange import to_json
from sendapp.editing.finder import MEND_FIRST, Finder
from sendapp.editing.open_record import OpenRecord
from tests.factory import a_record, items
from tests.strategies import records

NAMES = tuple(entry.name for entry in CATALOGUE if Place.FORM in entry.places)


def a_finder(open_record: OpenRecord, words: str) -> Finder:
    finder = Finder(open_record, lambda: NAMES)
    finder.look_for(Wanted(words))
    return finder


def test_it_goes_round_and_says_so() -> None:
    finder = a_finder(OpenRecord(a_record(title="a quay", notes="quay")), "quay")
    count = finder.count
    assert finder.current is None
    assert [finder.step(1) for _ in range(count + 1)] == [False] * count + [True]
    assert finder.at == 0
    assert finder.step(-1)
    assert finder.at == count - 1


def test_it_begins_where_it_is_told() -> None:
    record = a_record(title="x x", reasons=items("<p>x</p>", "<p>none</p>"), notes="x")
    finder = a_finder(OpenRecord(record), "x")
    assert not finder.go_to("title", 1)
    assert (finder.current.place, finder.current.nth) == ("title", 1)  # type: ignore[union-attr]
    assert not finder.go_to("reasons[1]", 0)
    assert finder.current.place == "notes"  # type: ignore[union-attr]
    assert finder.go_to("notes", 1)
    assert finder.current.place == "title"  # type: ignore[union-attr]
    assert finder.go_to("title", 0, back=True)
    assert finder.current.place == "notes"  # type: ignore[union-attr]


def test_all_are_replaced_in_one_step_that_says_how_many() -> None:
    open_record = OpenRecord(a_record(title="old", reasons=items("<p>old <b>old</b></p>")))
    before = open_record.record
    finder = a_finder(open_record, "old")
    assert finder.replace_all("new") == ""
    assert open_record.record.title == "new"
    assert open_record.record.reasons[0].text == "<p>new <b>new</b></p>"
    assert open_record.undo_stack.count() == 1
    assert open_record.undo_stack.undoText() == "Replace 3 ×"
    assert finder.count == 0
    open_record.undo()
    assert open_record.record == before


def test_one_is_replaced_and_undo_leads_to_it() -> None:
    open_record = OpenRecord(a_record(reasons=items("<p>one</p>", "<p>old old</p>")))
    finder = a_finder(open_record, "old")
    finder.step(1)
    finder.step(1)
    assert finder.replace("new") == ""
    assert open_record.record.reasons[1].text == "<p>old new</p>"
    led_to: list[str] = []
    open_record.stepped.connect(led_to.append)
    open_record.undo()
    assert led_to == ["reasons[1].text"]


def test_what_a_field_refuses_leaves_everything_as_it_was() -> None:
    open_record = OpenRecord(a_record(title="x " * 400, reference="x", notes="x"))
    before = open_record.record
    finder = a_finder(open_record, "x")
    why = finder.replace_all("far too long")
    assert why.startswith("Nothing was changed. Title: This holds 5,")
    assert "at most 1,000 can be kept" in why
    assert open_record.record == before
    assert open_record.undo_stack.count() == 0
    assert not open_record.refusals
    finder = a_finder(open_record, "Cabinet")
    assert "Character 2 is" in finder.replace_all("a\x00b")
    assert finder.replace_all("a\nb").endswith("A line break cannot stand in a line.")
    assert open_record.record == before


def test_nothing_is_replaced_while_the_form_shows_what_is_not_kept() -> None:
    open_record = OpenRecord(a_record(title="old"))
    open_record.set("title", "old" * 1_000)
    assert a_finder(open_record, "old").replace_all("new") == MEND_FIRST
    assert open_record.record.title == "old"


def test_the_current_hit_stays_while_the_record_changes() -> None:
    open_record = OpenRecord(a_record(title="quay", notes="quay quay"))
    finder = a_finder(open_record, "quay")
    finder.go_to("notes", 1)
    open_record.set("title", "pier")
    finder.recount()
    assert finder.current is not None
    assert (finder.current.place, finder.current.nth) == ("notes", 1)
    open_record.set("notes", "")
    finder.recount()
    assert finder.current is None


@given(records(), st.sampled_from(["a", "b", " ", "é"]), st.sampled_from(["", "Q", "<&>"]))
def test_undo_gives_the_very_record_back(record, words, by) -> None:  # type: ignore[no-untyped-def]
    open_record = OpenRecord(record)
    finder = a_finder(open_record, words)
    found = finder.count
    assert finder.replace_all(by) == ""
    assert open_record.undo_stack.count() == (1 if found else 0)
    while open_record.undo_stack.canUndo():
        open_record.undo()
    assert to_json(open_record.record) == to_json(record)
