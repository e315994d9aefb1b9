"""Every verb that moves a record on, corrects it or takes it away, and a file to do them to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sendapp.domain.journal import Deed, What
from sendapp.domain.record import Correction, DecisionRecord
from sendapp.domain.states import Act
from sendapp.services.desk import Desk
from sendapp.services.stating import Stating
from sendapp.storage.keeper import Keeper
from tests.storage.lived import (
    CALLED_IN,
    CONFIRMED,
    DECIDED,
    OUTCOME,
    PUBLISHED,
    WITHDRAWN,
    at_work,
    file_it,
    live,
    now,
)

Verb = Callable[[Keeper, Desk, Stating, DecisionRecord], object]


def _act(act: Act, values: dict[str, str]) -> Verb:
    return lambda keeper, desk, stating, record: now(stating.take(record, {}, act, values))


def _correct(_: Keeper, __: Desk, stating: Stating, record: DecisionRecord) -> object:
    row = Correction(key="a", corrected_on="2026-03-19", place="Title", reason="A slip.")
    mended = replace(record, title=f"{record.title}, mended")
    return now(stating.correct(record, {}, mended, row))


VERBS: dict[str, tuple[str, Verb]] = {
    "ready": ("Draft", _act(Act.READY, {})),
    "back": ("Ready", _act(Act.BACK, {})),
    "decide": ("Ready", _act(Act.DECIDE, DECIDED)),
    "publish": ("Decided", _act(Act.PUBLISH, PUBLISHED)),
    "implement": ("Published", _act(Act.IMPLEMENT, CONFIRMED)),
    "call in": ("Published", _act(Act.CALL_IN, CALLED_IN)),
    "outcome": ("Called in", _act(Act.OUTCOME, OUTCOME)),
    "withdraw": ("Decided", _act(Act.WITHDRAW, WITHDRAWN)),
    "undo": ("Decided", lambda k, d, stating, record: now(stating.undo(record, {}))),
    "undo a withdrawal": ("Withdrawn", lambda k, d, stating, r: now(stating.undo(r, {}))),
    "correct": ("Decided", _correct),
    "dates": (
        "Stands",
        lambda k, d, stating, record: now(
            stating.set_dates(record, {}, {"confirmed_list_published": "2026-03-17"})
        ),
    ),
    "delete": ("Back", lambda keeper, desk, s, r: now(desk.empty_bin())),
    "dispose": (
        "In force",
        lambda keeper, d, s, record: now(
            keeper.run(lambda stores: stores.disposal.records([record.id]))
        ),
    ),
    "dispose of papers": (
        "In force",
        lambda keeper, d, s, record: now(
            keeper.run(
                lambda stores: stores.disposal.papers(
                    [Deed(what=What.PAPERS_DISPOSED, words="Papers gone", record_id=record.id)]
                )
            )
        ),
    ),
}
"""Each verb, with the first words of the title of the record that it is done to."""


def make_base(path: Path) -> None:
    """Make the file that every verb begins from."""
    live(path)
    with at_work(path) as (keeper, desk, _):
        for summary in now(desk.register()).summaries:
            if summary.title.startswith("Back"):
                now(desk.bin(summary.id))
            if summary.title.startswith("In force"):
                file_it(keeper, summary.id, b"%PDF-1.7 a paper", "background-paper")
