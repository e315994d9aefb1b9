"""Lists gathered from kept records, records marked by them, and the files they are made as."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from sendapp.documents.jobs import Form, RenderList
from sendapp.documents.performing import perform
from sendapp.domain.interchange import content_hash
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.profile import CallInRule, InForce, Profile
from sendapp.domain.record import DecisionRecord
from sendapp.domain.sealing import code_of_seal, seal_of
from sendapp.domain.states import Act
from sendapp.errors import Damaged, TemplateProblem
from sendapp.paths import Paths
from sendapp.services.desk import Desk
from sendapp.services.exchange import IfPresent
from sendapp.services.list_marking import Marking
from sendapp.services.lists import Gathered, Lists, template_of
from sendapp.services.record_types import TypeOnPaper, load_kinds
from sendapp.services.stating import Stating
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper
from sendapp.storage.rows import COLUMNS, row_hash, to_columns
from tests.documents import crafted
from tests.documents.reading import Reader
from tests.factory import a_record, items
from tests.services.conftest import kept, now

DAY = "2026-03-03"
DRAFT = ListAsked(kind=ListKind.DRAFT, since=DAY, until=DAY)
CONFIRMED = ListAsked(kind=ListKind.CONFIRMED, since="2026-03-06", until="2026-03-06")
REGISTER = ListAsked(kind=ListKind.REGISTER, since="2026-03-01", until="2026-03-31")
SOUND = {"decision_maker_interest": "no", "key_decision": "no", "call_in_applies": "yes"}


class Here:
    """Makes documents at once, in this process."""

    def submit(self, job: RenderList) -> "Future[bytes]":
        future: Future[bytes] = Future()
        try:
            future.set_result(perform(job))
        except Exception as fault:
            future.set_exception(fault)
        return future


@pytest.fixture
def lists(keeper: Keeper) -> Iterator[Lists]:
    """The lists as they are made on 6 March 2026."""
    with closing(lists_at(keeper, datetime(2026, 3, 6, 9, 30))) as lists:
        yield lists


def lists_at(keeper: Keeper, moment: datetime, **own: TypeOnPaper) -> Lists:
    """The lists as they are made at a moment, with the council's own kinds; to be closed."""
    kinds = {**load_kinds(), **own}
    stating = Stating(keeper, kinds, today=moment.date)
    return Lists(keeper, Here(), lambda: kinds, Marking(keeper, stating, now=lambda: moment))


def decided(desk: Desk, **values: Any) -> DecisionRecord:
    return kept(desk, **({"status": "decided"} | SOUND | values)).record


def titles(gathered: Gathered) -> tuple[list[str], list[str], list[str]]:
    """What is marked for the list, what would be, and what is refused."""
    chosen = gathered.chosen
    return (
        [going.record.title for going in chosen.marked],
        [going.record.title for going in chosen.new],
        [entry.record.title for entry in chosen.refused],
    )


def test_a_list_is_gathered_from_what_is_kept(desk: Desk, lists: Lists) -> None:
    decided(desk, title="Waits")
    decided(desk, title="Out", status="published", draft_list_published=DAY)
    decided(desk, title="Out before", status="published", draft_list_published="2026-03-02")
    decided(desk, title="Withdrawn", status="withdrawn", draft_list_published=DAY)
    kept(desk, title="Drafted")
    assert titles(now(lists.gather(DRAFT))) == (["Out"], ["Waits"], ["Withdrawn"])
    assert titles(now(lists.gather(REGISTER))) == (
        ["Waits", "Out", "Out before", "Withdrawn"],
        [],
        ["Drafted"],
    )


def test_the_register_keeps_what_was_withdrawn_after_publication_and_says_so(
    desk: Desk, lists: Lists, keeper: Keeper
) -> None:
    stating = Stating(keeper, load_kinds(), today=lambda: date(2026, 3, 6))
    withdrawn = {"withdrawn_on": "2026-03-06", "withdrawn_reason": "It was made in error."}
    out = decided(
        desk, title="Out", draft_list_published=DAY, call_in_ends="2026-03-10", status="published"
    )
    # The days that were typed ahead of its publication are past; it was never published.
    ahead = decided(desk, title="Never out", draft_list_published=DAY)
    draft = kept(desk, title="Never decided", draft_list_published=DAY).record
    for record in (out, ahead, draft):
        now(stating.take(record, {}, Act.WITHDRAW, withdrawn))
    gathered = now(lists.gather(REGISTER))
    assert titles(gathered) == (["Out"], [], ["Never out", "Never decided"])
    with ZipFile(BytesIO(perform(gathered.job(Form.EXCEL)))) as book:
        cells = book.read("xl/sharedStrings.xml").decode()
    # A PDF is made from the Word document's bytes.
    on_paper = "\n".join(Reader(perform(gathered.job(Form.WORD))).paragraphs())
    for shown in (on_paper, perform(gathered.job(Form.CSV)).decode(), cells):
        assert "Withdrawn on 6 March 2026" in shown
        assert "Never" not in shown
        # It may have been withdrawn because of its words.
        assert "The Cabinet Member for Streets approves" not in shown
        assert "The resurfacing of" not in shown


@pytest.mark.parametrize("withdrawn_here_before", [False, True])
def test_what_came_withdrawn_in_the_place_of_a_draft_is_taken_at_its_word(
    desk: Desk, lists: Lists, keeper: Keeper, *, withdrawn_here_before: bool
) -> None:
    stating = Stating(keeper, load_kinds(), today=lambda: date(2026, 3, 6))
    stored = kept(desk, title="Out", **SOUND)
    if withdrawn_here_before:
        reasons = {"withdrawn_on": "2026-03-06", "withdrawn_reason": "It was made in error."}
        now(stating.take(stored.record, {}, Act.WITHDRAW, reasons))
        stored = now(stating.undo(now(desk.open(stored.record.id)).record, {}))
    out = {"status": "withdrawn", "withdrawn_on": "2026-03-06", "draft_list_published": DAY}
    now(desk.take_in(replace(stored.record, **out), IfPresent.REPLACE))
    assert titles(now(lists.gather(REGISTER))) == (["Out"], [], [])


def test_what_is_in_the_bin_is_on_no_list(desk: Desk, lists: Lists) -> None:
    record = kept(desk, title="Gone").record
    now(desk.bin(record.id))
    assert titles(now(lists.gather(REGISTER))) == ([], [], [])


def test_publishing_by_the_list_counts_the_call_in_by_the_councils_rule(
    desk: Desk, lists: Lists
) -> None:
    rule = CallInRule(days=5, in_force=InForce.NEXT_WORKING)
    profile = Profile(call_in=rule, closure_days=("2026-03-09",))
    now(desk.keep_settings(replace(now(desk.settings()), profile=profile)))
    record = decided(desk)
    marked = now(lists.mark(ListKind.DRAFT, [record.id], DAY, {}))
    assert (len(marked.stored), marked.refused) == (1, ())
    after = now(desk.open(record.id)).record
    assert after == marked.stored[0].record
    assert (after.status, after.draft_list_published) == ("published", DAY)
    assert (after.call_in_ends, after.in_force_on) == ("2026-03-11", "2026-03-12")
    assert titles(now(lists.gather(DRAFT))) == ([record.title], [], [])


def test_dates_that_an_officer_has_settled_stay(desk: Desk, lists: Lists) -> None:
    settled = {"call_in_ends": "2026-03-10", "in_force_on": "2026-03-11"}
    record = decided(desk, **settled, call_in_reason="Half term.")
    [stored] = now(lists.mark(ListKind.DRAFT, [record.id], DAY, {})).stored
    after = stored.record
    assert (after.call_in_ends, after.in_force_on) == ("2026-03-10", "2026-03-11")
    assert after.call_in_reason == "Half term."


def test_without_call_in_it_can_be_implemented_and_is_still_on_the_draft_list(
    desk: Desk, lists: Lists
) -> None:
    record = decided(desk, call_in_applies="no")
    now(lists.mark(ListKind.DRAFT, [record.id], DAY, {}))
    assert now(desk.open(record.id)).record.status == "implementable"
    gathered = now(lists.gather(DRAFT))
    assert [entry.call_in for entry in gathered.listing.entries] == ["Does not apply"]


def test_a_confirmed_list_confirms_what_is_over(desk: Desk, lists: Lists) -> None:
    published = {"status": "published", "draft_list_published": DAY, "call_in_ends": "2026-03-06"}
    over = decided(desk, title="Over", in_force_on="2026-03-06", **published)
    free = decided(desk, title="Free", **{"status": "implementable", "draft_list_published": DAY})
    decided(desk, title="Open", **(published | {"in_force_on": "2026-03-09"}))
    gathered = now(lists.gather(CONFIRMED))
    assert titles(gathered) == ([], ["Over", "Free"], ["Open"])
    ids = [going.record.id for going in gathered.chosen.new]
    assert now(lists.mark(ListKind.CONFIRMED, ids, "2026-03-06", {})).refused == ()
    for record in (over, free):
        after = now(desk.open(record.id)).record
        assert (after.status, after.confirmed_list_published) == ("implementable", "2026-03-06")
    assert titles(now(lists.gather(CONFIRMED))) == (["Over", "Free"], [], ["Open"])


def test_what_cannot_be_marked_says_why_and_keeps_no_other_back(desk: Desk, lists: Lists) -> None:
    whole = decided(desk, title="Whole")
    lacking = decided(desk, title="Lacking", reasons=())
    marked = now(lists.mark(ListKind.DRAFT, [lacking.id, whole.id], DAY, {}))
    assert [stored.record.title for stored in marked.stored] == ["Whole"]
    assert marked.refused == ("Lacking: The record gives no reasons.",)
    assert now(desk.open(lacking.id)).record == lacking


def test_no_records_to_mark_are_marked_at_once(lists: Lists) -> None:
    assert now(lists.mark(ListKind.DRAFT, [], DAY, {})).stored == ()


def test_without_a_councils_name_in_the_settings_the_records_name_it(
    desk: Desk, lists: Lists
) -> None:
    decided(desk, status="published", draft_list_published=DAY)
    assert now(lists.gather(DRAFT)).listing.council == a_record().council


def test_the_councils_own_template_goes_first(desk: Desk, lists: Lists, tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "lists").mkdir(parents=True)
    now(desk.keep_settings(replace(now(desk.settings()), templates_folder=str(own))))
    gathered = now(lists.gather(DRAFT))
    assert gathered.template == template_of(ListKind.DRAFT)
    (own / "lists" / "draft.docx").write_bytes(crafted.template("Ours: {{ heading }}{{ empty }}"))
    path = now(lists.make(DRAFT, Form.WORD, tmp_path / "a.docx"))
    [words, *_] = Reader(path.read_bytes()).paragraphs()
    assert words.startswith("Ours: Draft Decision List")
    (own / "lists" / "draft.docx").write_bytes(crafted.template("{{ notes }}"))
    with pytest.raises(TemplateProblem, match="notes"):
        now(lists.make(DRAFT, Form.WORD, tmp_path / "b.docx"))
    assert not (tmp_path / "b.docx").exists()
    assert set(load_kinds(own)) == set(load_kinds())


def test_a_damaged_record_stops_the_list_and_is_named(
    paths: Paths, desk: Desk, keeper: Keeper
) -> None:
    decided(desk, title="Torn", status="published", draft_list_published=DAY)
    keeper.close()
    with closing(sqlite3.connect(paths.database)) as outside:
        outside.execute("update records set notes = 'torn'")
        outside.commit()
    with pytest.raises(Damaged, match="“Torn” is damaged"):
        _gathered_again(paths)


def test_a_record_that_is_not_what_was_decided_stops_the_list_and_is_named(
    paths: Paths, desk: Desk, keeper: Keeper
) -> None:
    decided(desk, title="Sound", status="published", draft_list_published=DAY)
    stored = kept(desk, title="Sold", **SOUND, status="published", draft_list_published=DAY)
    keeper.close()
    # Whoever knows how rows are proved can make one that is whole; the seal is in the journal.
    sold = replace(stored.record, decisions=items("<p>To sell the quay.</p>"))
    with closing(sqlite3.connect(paths.database)) as outside:
        outside.row_factory = sqlite3.Row
        triggers = outside.execute(
            "select name, sql from sqlite_master where type = 'trigger' and tbl_name = 'records'"
        ).fetchall()
        for name, _ in triggers:
            outside.execute(f"drop trigger {name}")
        found = outside.execute("select * from records where id = ?", [sold.id]).fetchone()
        row = {name: found[name] for name in COLUMNS} | to_columns(sold)
        seal = seal_of(sold)
        row |= {"hash": content_hash(sold), "seal": seal, "code": code_of_seal(seal)}
        row["row_hash"] = row_hash(row)
        sets = ", ".join(f"{name} = ?" for name in row)
        outside.execute(f"update records set {sets} where id = ?", [*row.values(), sold.id])
        for _, sql in triggers:
            outside.execute(sql)
        outside.commit()
    with pytest.raises(Damaged, match="“Sold” is not what was decided: “Decision”") as caught:
        _gathered_again(paths)
    assert "Sound" not in str(caught.value)


def _gathered_again(paths: Paths) -> Gathered:
    again = Keeper(paths.database, Backups(paths.backups))
    kinds = load_kinds()
    lists = Lists(again, Here(), lambda: kinds, Marking(again, Stating(again, kinds)))
    try:
        return now(lists.gather(DRAFT))
    finally:
        lists.close()
        again.close()
