"""A paper's code finds the text it was made from, and no other."""

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import LETTERS, SEALED, Mistyped, code_of, read_code, shown_code
from sendapp.domain.states import Act
from sendapp.domain.versions import Why
from sendapp.services.desk import Desk
from sendapp.services.finding_codes import Claim, FindingCodes
from sendapp.services.history import History
from sendapp.services.issuing import note_issued
from sendapp.services.record_types import load_kinds
from sendapp.services.stating import Stating
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper
from tests.factory import items
from tests.services.conftest import kept, now
from tests.storage import bulk


@pytest.fixture
def codes(keeper: Keeper) -> FindingCodes:
    return FindingCodes(keeper)


def found(codes: FindingCodes, record: DecisionRecord) -> tuple[Claim, ...]:
    return now(codes.find(code_of(record)))


def printed(keeper: Keeper, desk: Desk, record: DecisionRecord) -> None:
    now(note_issued(keeper, now(desk.open(record.id)), Why.SIGNING, "code"))


def test_the_text_of_today_is_found(desk: Desk, codes: FindingCodes) -> None:
    record = kept(desk, status="ready").record
    (claim,) = found(codes, record)
    assert (claim.stored.record, claim.version) == (record, None)


def test_a_draft_has_no_code(desk: Desk, codes: FindingCodes) -> None:
    assert found(codes, kept(desk, status="draft").record) == ()


def test_where_it_stands_and_dates_change_no_code(
    keeper: Keeper, desk: Desk, codes: FindingCodes
) -> None:
    stating = Stating(keeper, load_kinds())
    record = kept(desk, status="ready", date_of_decision="", decision_maker_interest="no").record
    on = {"date_of_decision": "2026-03-02"}
    decided = now(stating.take(record, {}, Act.DECIDE, on)).record
    (claim,) = found(codes, record)
    assert (claim.stored.record, claim.version) == (decided, None)


def test_a_paper_of_other_words_is_an_older_text(
    keeper: Keeper, desk: Desk, codes: FindingCodes
) -> None:
    record = kept(desk, status="ready").record
    printed(keeper, desk, record)
    changed = replace(record, reasons=items("<p>The setts have sunk by 40 mm.</p>"))
    now(desk.save(changed, {}))
    (claim,) = found(codes, record)
    assert claim.stored.record == changed
    assert claim.version is not None
    assert claim.version.why == Why.SIGNING
    assert now(History(keeper).get(claim.version.number)).record == record
    (claim,) = found(codes, changed)
    assert claim.version is None


def test_the_newest_of_several_older_texts_is_told_once(
    keeper: Keeper, desk: Desk, codes: FindingCodes
) -> None:
    record = kept(desk, status="ready").record
    printed(keeper, desk, record)
    printed(keeper, desk, record)
    now(desk.save(replace(record, title="Other"), {}))
    (claim,) = found(codes, record)
    numbers = [version.number for version in now(History(keeper).listing(record.id))]
    assert claim.version is not None
    assert claim.version.number == max(numbers)


def test_several_records_may_say_the_same(desk: Desk, codes: FindingCodes) -> None:
    one, other = kept(desk, status="ready").record, kept(desk, status="ready").record
    assert {claim.stored.record.id for claim in found(codes, one)} == {one.id, other.id}


def test_a_record_in_the_bin_is_found_too(desk: Desk, codes: FindingCodes) -> None:
    record = kept(desk, status="ready").record
    now(desk.bin(record.id))
    (claim,) = found(codes, record)
    assert claim.stored.in_bin


def test_a_code_of_no_text_here_finds_nothing(desk: Desk, codes: FindingCodes) -> None:
    record = kept(desk, status="ready").record
    assert found(codes, replace(record, title="Never kept")) == ()


def changed_by_a_letter(record: DecisionRecord, chance: random.Random) -> DecisionRecord:
    """Return `record` with one character of its sealed set changed, added or taken out."""
    texts = [(n, -1, "") for n in SEALED if isinstance(getattr(record, n), str)]
    for name in ("decisions", "reasons", "options", "appendices"):
        for index, row in enumerate(getattr(record, name)):
            texts += [(name, index, p) for p in ("text", "title") if hasattr(row, p)]
    name, index, part = chance.choice(texts)
    holder = getattr(record, name)[index] if part else record
    attribute = part or name
    text = getattr(holder, attribute)
    # Within the words of a rich text, so that it stays one.
    low = text.find(">") + 1 if text.startswith("<") else 0
    end = text.find("<", low) if text.startswith("<") else len(text)
    at = chance.randint(low, end)
    letter = chance.choice([c for c in "abcxyz019" if text[at : at + 1] != c])
    how = chance.choice(["change", "add", "remove"]) if at < end else "add"
    after = {
        "change": text[:at] + letter + text[at + 1 :],
        "add": text[:at] + letter + text[at:],
        "remove": text[:at] + text[at + 1 :],
    }[how]
    assert after != text
    if not part:
        return replace(record, **{attribute: after})
    rows = list(getattr(record, name))
    rows[index] = replace(holder, **{attribute: after})
    return replace(record, **{name: tuple(rows)})


@pytest.mark.slow
def test_of_a_thousand_papers_none_finds_a_text_changed_by_a_letter(tmp_path: Path) -> None:
    chance = random.Random(2026)
    path = tmp_path / "records.db"
    bulk.fill(path, 1_000)
    keeper = Keeper(path, Backups(tmp_path / "backups"))
    try:
        codes = FindingCodes(keeper)
        for record in bulk.records(1_000):
            changed = changed_by_a_letter(record, chance)
            assert code_of(changed) != code_of(record)
            # What is kept is the one text, what the paper says is the other.
            assert now(codes.find(code_of(changed))) == ()
    finally:
        keeper.close()


def test_a_thousand_mistypings_are_all_caught(desk: Desk, codes: FindingCodes) -> None:
    chance = random.Random(2026)
    record = kept(desk, status="ready").record
    code = shown_code(code_of(record))
    caught = {"refused": 0, "none": 0}
    for _ in range(1_000):
        wrong = mistyped(code, chance)
        try:
            read = read_code(wrong)
        except Mistyped:
            caught["refused"] += 1
        else:
            assert now(codes.find(read)) == ()
            caught["none"] += 1
    assert sum(caught.values()) == 1_000
    assert caught["refused"] > 900


def mistyped(code: str, chance: random.Random) -> str:
    """Return `code` as somebody may mistype it: another letter, two changed, one left out or in."""
    while True:
        letters = list(code)
        at = chance.randrange(len(letters) - 1)
        match chance.choice(["other", "swap", "out", "in", "twice"]):
            case "other":
                letters[at] = chance.choice(LETTERS + "01OIL")
            case "swap":
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
            case "out":
                del letters[at]
            case "in":
                letters.insert(at, chance.choice(LETTERS))
            case "twice":
                for _ in range(2):
                    letters[chance.randrange(len(letters))] = chance.choice(LETTERS)
        wrong = "".join(letters)
        if wrong.replace("-", "") != code.replace("-", ""):
            return wrong


@pytest.mark.slow
@pytest.mark.benchmark
def test_a_code_is_found_among_ten_thousand_records(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "records.db"
    bulk.fill(path, 10_000)
    keeper = Keeper(path, Backups(tmp_path / "backups"))
    try:
        codes = FindingCodes(keeper)
        wanted = [r for r in bulk.records(200) if r.status != "draft"]
        begun = time.perf_counter()
        for record in wanted:
            assert any(claim.stored.record == record for claim in now(codes.find(code_of(record))))
        each_ms = (time.perf_counter() - begun) * 1_000 / len(wanted)
        begun = time.perf_counter()
        assert now(codes.find(code_of(replace(wanted[0], title="None")))) == ()
        none_ms = (time.perf_counter() - begun) * 1_000
    finally:
        keeper.close()
    figures = f"found in {each_ms:.2f} ms, none in {none_ms:.2f} ms"
    with capsys.disabled():
        sys.stdout.write(f"\n10,000 records: {figures}\n")
