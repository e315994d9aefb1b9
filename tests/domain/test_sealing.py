"""The code on a paper to sign: it follows the sealed words alone, and typing errors show."""

import random
from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest

from sendapp.domain.catalogue import field
from sendapp.domain.fields import STATUSES, Kind
from sendapp.domain.record import Appendix, Conflict, DecisionRecord, Option
from sendapp.domain.rows import ROWS
from sendapp.domain.sealing import (
    LENGTH,
    LETTERS,
    SEALED,
    Mistyped,
    code_of,
    read_code,
    seal_of,
    shown_code,
)
from tests.factory import items

RECORDS = 1_000
MISTYPED = 1_000
_ALPHABET = "abcdefghij klmnop qrstuvwxyzABCDEFGHIJ £1234567890 ’“”–.,;é½"
_TEXT_KINDS = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST)


def invented(chance: random.Random) -> DecisionRecord:
    """A record with words in every sealed field, as chance has it."""

    def words(most: int) -> str:
        return "".join(chance.choice(_ALPHABET) for _ in range(chance.randint(1, most))).strip()

    return DecisionRecord(
        record_type=chance.choice(("cabinet", "cabinet-member", "officer-executive")),
        council=words(30) or "A",
        reference=words(12) or "B",
        title=words(60) or "C",
        decision_maker=words(30) or "D",
        decision_maker_name=words(20) or "E",
        decision_lead_in=words(20) or "F",
        decisions=items(*(f"<p>{words(90)}x</p>" for _ in range(chance.randint(1, 4)))),
        reasons=items(*(f"<p>{words(90)}x</p>" for _ in range(chance.randint(1, 4)))),
        options=tuple(
            Option(title=f"{words(20)}x", text=f"<p>{words(50)}x</p>", recommended=not number)
            for number in range(chance.randint(1, 3))
        ),
        conflicts_declared="declared",
        conflicts=(Conflict(member=f"{words(20)}x", interest=f"{words(30)}x"),),
        appendices=(Appendix(title=f"{words(20)}x", exempt=True, paragraphs=(3,)),),
    )


def one_character_other(record: DecisionRecord, chance: random.Random) -> DecisionRecord:
    """`record` with one character of its sealed words put in, taken out or made another."""
    texts = list(_sealed_texts(record))
    name, row, part, text = chance.choice(texts)
    # Of rich text only what stands within the paragraph, so that it stays in normal form.
    low, high = (3, len(text) - 4) if text.startswith("<p>") else (0, len(text))
    at = chance.randrange(low, high)
    letter = chance.choice([c for c in "abcxyz1239" if c != text[at]])
    changed = chance.choice(
        (
            text[:at] + letter + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + text[at + 1 :],
        )
    )
    if row < 0:
        return replace(record, **{name: changed})
    rows = list(getattr(record, name))
    rows[row] = replace(rows[row], **{part: changed})
    values: dict[str, Any] = {name: tuple(rows)}
    return replace(record, **values)


def _sealed_texts(record: DecisionRecord) -> list[tuple[str, int, str, str]]:
    """Each sealed text with where it stands: field, row (-1 for none), part."""
    found = []
    for name in SEALED:
        value = getattr(record, name)
        if not isinstance(value, tuple):
            found.append((name, -1, "", value))
            continue
        for index, row in enumerate(value):
            parts = [p.name for p in ROWS[name] if p.kind in _TEXT_KINDS and getattr(row, p.name)]
            found += [(name, index, part, getattr(row, part)) for part in parts]
    return found


def otherwise(record: DecisionRecord, chance: random.Random) -> DecisionRecord:
    """`record` with another status, dates, notes and everything else that is not sealed."""
    day = (date(2026, 1, 1) + timedelta(days=chance.randrange(900))).isoformat()
    values: dict[str, Any] = {"id": f"{chance.random()}", "status": chance.choice(STATUSES)[0]}
    for entry in fields(DecisionRecord):
        if entry.name in (*SEALED, "id", "status", "unknown"):
            continue
        kind = field(entry.name).kind
        if kind is Kind.DATE:
            values[entry.name] = day
        elif kind in (Kind.LINE, Kind.TEXT):
            values[entry.name] = f"other {chance.random()}"
    return replace(record, **values)


def test_a_thousand_records_with_one_character_changed_never_bear_the_code() -> None:
    chance = random.Random(5)
    codes = set()
    for _ in range(RECORDS):
        record = invented(chance)
        code = code_of(record)
        changed = one_character_other(record, chance)
        assert changed != record
        assert code_of(changed) != code
        assert code_of(otherwise(record, chance)) == code
        codes |= {code, code_of(changed)}
    assert len(codes) == 2 * RECORDS


@pytest.mark.parametrize("name", SEALED)
def test_every_sealed_field_is_part_of_the_seal(name: str) -> None:
    record = invented(random.Random(1))
    blank: dict[str, Any] = {name: () if isinstance(getattr(record, name), tuple) else ""}
    assert seal_of(replace(record, **blank)) != seal_of(record)


def test_an_option_that_is_decided_on_and_an_appendix_that_is_exempt_are_sealed() -> None:
    record = invented(random.Random(2))
    [appendix] = record.appendices
    option = record.options[0]
    for changed in (
        replace(record, appendices=(replace(appendix, exempt=False),)),
        replace(record, appendices=(replace(appendix, paragraphs=(3, 5)),)),
        replace(record, options=(replace(option, recommended=False), *record.options[1:])),
    ):
        assert code_of(changed) != code_of(record)


def test_which_row_is_which_is_no_part_of_it() -> None:
    record = invented(random.Random(3))
    rows = tuple(replace(row, key="another") for row in record.decisions)
    assert code_of(replace(record, decisions=rows)) == code_of(record)


def test_a_code_is_read_in_any_case_and_grouping() -> None:
    code = code_of(invented(random.Random(4)))
    assert len(code) == LENGTH
    assert set(code) <= set(LETTERS)
    for typed in (code, shown_code(code), shown_code(code).lower(), f" {code[:5]} {code[5:]}\n"):
        assert read_code(typed) == code


def _mistypings(code: str, chance: random.Random) -> dict[str, str]:
    """Ways in which somebody types `code` wrong; a way that changes nothing is left out."""
    at = chance.randrange(LENGTH)
    pair = chance.randrange(LENGTH - 1)
    other = chance.choice([letter for letter in LETTERS if letter != code[at]])
    ways = {
        "another letter": code[:at] + other + code[at + 1 :],
        "neighbours": code[:pair] + code[pair + 1] + code[pair] + code[pair + 2 :],
        "left out": code[:at] + code[at + 1 :],
        "doubled": code[:at] + code[at] + code[at:],
        "left out and doubled": _doubled(code[:at] + code[at + 1 :], chance),
        "foreign": code[:at] + chance.choice("01OIL!é") + code[at + 1 :],
    }
    return {way: typed for way, typed in ways.items() if typed != code}


def _doubled(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + text[at] + text[at:]


def test_a_thousand_mistyped_codes_are_all_caught() -> None:
    chance = random.Random(6)
    codes = [code_of(invented(chance)) for _ in range(MISTYPED)]
    kept = set(codes)
    seen = 0
    for code in codes:
        for way, typed in _mistypings(code, chance).items():
            seen += 1
            if way == "left out and doubled":
                # Two faults may cancel out in the check letter, but no other record's code results.
                assert _read(typed) not in kept, (way, code, typed)
            else:
                with pytest.raises(Mistyped):
                    read_code(typed)
    assert seen > 5 * MISTYPED


def _read(typed: str) -> str:
    try:
        return read_code(typed)
    except Mistyped:
        return ""


def test_every_single_letter_and_every_pair_of_neighbours_that_is_wrong_is_refused() -> None:
    code = code_of(invented(random.Random(7)))
    wrong = {code[:n] + letter + code[n + 1 :] for n in range(LENGTH) for letter in LETTERS}
    wrong |= {code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(LENGTH - 1)}
    for typed in wrong - {code}:
        with pytest.raises(Mistyped, match="wrong"):
            read_code(typed)
