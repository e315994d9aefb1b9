"""History by chance: whatever is edited, restored and undone, every version stays as it was."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shiboken6 import delete
from sqlite_utils import Database

from sendapp.domain.record import Circulation, new_id
from sendapp.domain.versions import Why
from sendapp.editing.open_record import OpenRecord
from sendapp.editing.restoring import RESTORED, STAYS, restore, restore_field
from sendapp.editing.steps import Draft
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore
from sendapp.storage.version_rows import content_of
from sendapp.storage.versions import VersionStore
from tests.factory import a_full_record, a_record, items
from tests.profiles import IN_CI
from tests.storage.bulk import without_guard

_FIXED = a_record()
_SEQUENCES = 1_000 if IN_CI else 60

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=12)
_ACTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["title", "wards", "notes"]), _WORDS),
        st.tuples(st.just("reason"), _WORDS),
        st.tuples(st.just("remove"), st.integers(0, 3)),
        st.tuples(st.just("date"), st.sampled_from(["2026-11-27", "next week", ""])),
        st.tuples(st.just("status"), st.sampled_from(["draft", "ready"])),
        st.tuples(st.just("keep"), st.sampled_from([Why.LEFT, Why.PRINTED, Why.CIRCULATED])),
        st.tuples(st.just("restore"), st.integers(0, 9)),
        st.tuples(st.just("field"), st.tuples(st.integers(0, 9), st.sampled_from(RESTORED))),
        st.tuples(st.sampled_from(["undo", "redo"]), st.none()),
    ),
    min_size=3,
    max_size=14,
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path: Path = tmp_path_factory.mktemp("history") / "records.db"
    opened = open_database(path, create=True)
    without_guard(opened).execute("pragma synchronous = off")
    yield opened
    opened.close()


class Model:
    """An open record with its versions, and what both must hold, kept in the simplest way."""

    def __init__(self, db: Database) -> None:
        record = replace(a_full_record(), id=new_id())
        RecordStore(db).save(record, create=True)
        self.store = VersionStore(db)
        # Each act comes long after the one before, so that no two steps merge.
        self.desk = OpenRecord(record, clock=partial(next, count(0.0, 10.0)))
        self.versions: list[tuple[int, bytes]] = []
        self.past, self.future = [self.said()], list[object]()

    def said(self) -> object:
        """What undo and restore speak of: all but what stays."""
        fixed = {name: getattr(_FIXED, name) for name in STAYS}
        return content_of(replace(self.desk.record, **fixed), self.desk.typed)

    def act(self, verb: str, what: object) -> None:
        if verb == "keep":
            self.keep(Why(str(what)))
        elif verb in ("undo", "redo"):
            self.step_back(verb)
        elif verb == "status":
            moved = Draft(replace(self.desk.record, status=str(what)), {})
            self.desk.adopt(self.desk.record, moved, sealed=False)
            self.desk.circulate(Circulation(number="1"))
            # A step of a record's life ends what can be taken back by undo.
            self.past, self.future = [self.said()], list[object]()
        else:
            self.edit(verb, what)
            if self.said() != self.past[-1]:
                self.past.append(self.said())
                self.future.clear()

    def keep(self, why: Why) -> None:
        draft = Draft(self.desk.record, self.desk.typed)
        made = self.store.keep(draft.record, draft.typed, why=why)
        if made is not None:
            self.versions.append((made.number, content_of(draft.record, draft.typed)))

    def step_back(self, verb: str) -> None:
        self.desk.undo() if verb == "undo" else self.desk.redo()
        if verb == "undo" and len(self.past) > 1:
            self.future.append(self.past.pop())
        elif verb == "redo" and self.future:
            self.past.append(self.future.pop())

    def edit(self, verb: str, what: object) -> None:
        if verb == "reason":
            self.desk.insert("reasons", 0, *items(f"<p>{len(self.past)}</p>"))
        elif verb == "remove":
            rows = self.desk.rows("reasons")
            if rows:
                self.desk.remove("reasons", rows[int(str(what)) % len(rows)].key)
        elif verb == "date":
            readable = str(what)[:1].isdigit()
            self.desk.set_date("date_of_decision", str(what) if readable else "", str(what))
        elif verb in ("restore", "field"):
            self.bring_back(what)
        else:
            self.desk.set(verb, what)

    def bring_back(self, what: object) -> None:
        index, name = what if isinstance(what, tuple) else (what, "")
        if not self.versions:
            return
        number, _ = self.versions[index % len(self.versions)]
        old = self.store.get(number)
        stays = {each: getattr(self.desk.record, each) for each in STAYS}
        if name:
            restore_field(self.desk, old, name)
            assert getattr(self.desk.record, name) == getattr(old.record, name)
        else:
            restore(self.desk, old)
            for each in RESTORED:
                assert getattr(self.desk.record, each) == getattr(old.record, each)
            assert dict(self.desk.typed) == old.typed
        assert {each: getattr(self.desk.record, each) for each in STAYS} == stays


@pytest.mark.usefixtures("qapp")
@settings(
    max_examples=_SEQUENCES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=_ACTS)
def test_every_version_gives_its_bytes_back_and_undo_the_text_before(
    db: Database, acts: list[tuple[str, object]]
) -> None:
    model = Model(db)
    try:
        for verb, what in acts:
            model.act(verb, what)
            assert model.said() == model.past[-1], (verb, what)
        for number, content in model.versions:
            old = model.store.get(number)
            assert model.store.content(number) == content
            assert content_of(old.record, old.typed) == content
    finally:
        delete(model.desk)
