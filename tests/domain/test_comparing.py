"""What changed between two texts: nothing forgotten, nothing made up, in words an officer reads."""

import time
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.comparing import Change, How, differences, pieces_of
from sendapp.domain.record import Item, Option
from tests.factory import a_full_record, a_record
from tests.strategies import records


def texts(pieces: object, but_not: Change) -> str:
    return "".join(piece.text for piece in pieces if piece.change is not but_not)  # type: ignore[attr-defined]


@given(st.text(), st.text())
def test_the_pieces_hold_both_texts_whole(before: str, after: str) -> None:
    pieces = pieces_of(before, after)
    assert texts(pieces, Change.ADDED) == before
    assert texts(pieces, Change.REMOVED) == after


def test_only_the_words_that_changed_are_told() -> None:
    told = [
        (piece.text, piece.change)
        for piece in pieces_of("Spend £90,000 on the bridge.", "Spend £95,000 on the old bridge.")
        if piece.change is not Change.SAME
    ]
    assert told == [
        ("90,000 ", Change.REMOVED),
        ("95,000 ", Change.ADDED),
        ("old ", Change.ADDED),
    ]


@given(records())
def test_a_record_does_not_differ_from_itself(record: object) -> None:
    assert differences(record, record) == []  # type: ignore[arg-type]


def test_rows_are_told_by_key_and_a_moved_one_is_only_moved() -> None:
    first, second, third = (
        Item(text=f"<p>{words}</p>") for words in ("One goes.", "Two stays here.", "Three stays.")
    )
    old = a_record(reasons=(first, second, third))
    new = replace(old, reasons=(third, replace(second, text="<p>Two stays there.</p>")))
    told = [(d.label, d.how) for d in differences(old, new)]
    assert ("Reason 2", How.CHANGED) in told
    assert ("Former reason 1", How.REMOVED) in told
    assert [how for _, how in told].count(How.MOVED) == 1


def test_rows_without_a_common_key_are_matched_by_their_words() -> None:
    old = a_record(options=(Option(title="Do nothing", text="<p>The bridge stays shut.</p>"),))
    new = replace(
        old, options=(Option(title="Do nothing", text="<p>The bridge stays shut now.</p>"),)
    )
    (told,) = differences(old, new)
    assert told.how is How.CHANGED
    assert told.label.startswith("Option 1: ")


def test_formatting_alone_is_told_as_formatting() -> None:
    old = a_record(reasons=(Item(key="k", text="<p>By 1st May.</p>"),))
    new = replace(old, reasons=(Item(key="k", text="<p>By 1<sup>st</sup> May.</p>"),))
    assert [d.how for d in differences(old, new)] == [How.LOOKS]


def test_what_only_the_program_keeps_is_not_told() -> None:
    full = a_full_record()
    bare = replace(full, set_aside=(), carried=(), circulations=())
    assert differences(full, bare) == []


def test_a_text_of_5_000_words_is_compared_at_once() -> None:
    words = [f"word{number % 700}" for number in range(5_000)]
    other = [*words[:1_000], "new", *words[1_200:4_000], "and", "more", *words[4_000:]]
    began = time.process_time()
    pieces = pieces_of(" ".join(words), " ".join(other))
    taken = time.process_time() - began
    assert texts(pieces, Change.REMOVED) == " ".join(other)
    assert taken < 2.0, f"{taken:.2f} s"


def test_rows_that_are_alike_find_each_other_among_others() -> None:
    said = ("The quay sinks each winter.", "The bridge carries buses.", "Nobody uses the ferry.")
    old = a_record(reasons=tuple(Item(text=f"<p>{words}</p>") for words in said))
    again = ("Nobody uses the old ferry.", "The quay sinks each cold winter.", "Something new.")
    new = replace(old, reasons=tuple(Item(text=f"<p>{words}</p>") for words in again))
    told = [(d.label, d.how) for d in differences(old, new) if d.how is not How.MOVED]
    assert told == [
        ("Reason 1", How.CHANGED),
        ("Reason 2", How.CHANGED),
        ("Reason 3", How.ADDED),
        ("Former reason 2", How.REMOVED),
    ]


def test_two_hundred_rows_with_no_key_in_common_are_compared_at_once() -> None:
    def rows(first: int) -> tuple[Item, ...]:
        return tuple(
            Item(text=f"<p>{' '.join(f'word{first + n * at % 900}' for n in range(190))}</p>")
            for at in range(1, 201)
        )

    old, new = a_record(reasons=rows(0)), a_record(reasons=rows(5_000))
    began = time.process_time()
    assert len(differences(old, new)) == 400
    taken = time.process_time() - began
    assert taken < 1.0, f"{taken:.2f} s"
