"""Lists of decisions: gathered from the records, marked on them, and made into files."""

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from sendapp.documents.jobs import Form, RenderList
from sendapp.domain.deeds import listed
from sendapp.domain.listing.choosing import Chosen, Going, Refused, choose
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.listing.listing import DecisionList, list_of
from sendapp.domain.profile import Profile
from sendapp.errors import Damaged, InputProblems, Problem
from sendapp.paths import templates
from sendapp.services.council import read_settings
from sendapp.services.file_names import list_file_name
from sendapp.services.issuing import write_and_enter
from sendapp.services.list_marking import Marked, Seen
from sendapp.services.record_types import TypeOnPaper
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.lists import candidates

# The window may not import documents, and takes these from here.
__all__ = [
    "Chosen",
    "Form",
    "Gathered",
    "Going",
    "Lists",
    "Marked",
    "Refused",
    "Seen",
    "forms_of",
    "name_for",
]

log = logging.getLogger("sendapp")

_FOLDER = "lists"


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a list would hold, and the council’s name, profile and template that it stands on."""

    chosen: Chosen
    council: str
    profile: Profile
    template: Path
    duties: Mapping[str, str]
    """By record type, as their types say."""

    @property
    def listing(self) -> DecisionList:
        """The list of what is marked for it already."""
        records = [going.record for going in self.chosen.marked]
        council = self.council or next((r.council for r in records if r.council), "")
        rule = self.profile.call_in
        listing = list_of(records, self.chosen.asked, council, rule, self.duties)
        return replace(listing, logo=self.profile.logo)

    def job(self, form: Form) -> RenderList:
        """Return the job that makes the list's file."""
        return RenderList(listing=self.listing, template_path=self.template, form=form)


class Marker(Protocol):
    """Marks records with the date of the list they are put on, and takes the step with it."""

    def __call__(
        self,
        kind: ListKind,
        record_ids: Sequence[str],
        list_date: str,
        seen: Mapping[str, Seen],
    ) -> "Future[Marked]":
        """Mark the records, each by itself."""
        ...


class Makes(Protocol):
    """What does the job: the worker process, or anything else that gives futures."""

    def submit(self, job: RenderList) -> "Future[bytes]":
        """Make the file's bytes."""
        ...


class Lists:
    """Each verb is a result that comes later; Problems arrive through the futures.

    `kinds` says whose duties each type of record has, `mark` puts records on a list.
    """

    def __init__(
        self,
        keeper: Keeper,
        maker: Makes,
        kinds: Callable[[], Mapping[str, TypeOnPaper]],
        mark: Marker,
    ) -> None:
        self._keeper = keeper
        self._maker = maker
        self._kinds = kinds
        self._mark = mark
        # A thread of its own: a slow share must hold up neither the records nor the window.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="lists")

    def close(self) -> None:
        """Finish the lists that are being made; safe to call twice."""
        self._writer.shutdown()

    def gather(self, asked: ListAsked) -> "Future[Gathered]":
        """Return what the list would hold as the records are now."""
        duties = {name: kind.type.duties for name, kind in self._kinds().items()}
        return self._keeper.run(lambda stores: gathered(stores, asked, duties))

    def mark(
        self,
        kind: ListKind,
        record_ids: Sequence[str],
        list_date: str,
        seen: Mapping[str, Seen],
    ) -> "Future[Marked]":
        """Mark records with the list's date, and take the step with it.

        `seen` has by id what the officer sees of a record that is open, with its dates as typed: it
        is refused where what is kept is not that.
        """
        return self._mark(kind, record_ids, list_date, seen)

    def make(
        self, asked: ListAsked, form: Form, path: Path, marked: "Future[Marked] | None" = None
    ) -> "Future[Path]":
        """Write the list of what is marked to `path`, whole or not at all, and enter that.

        It waits for what is being `marked`, and makes no list where one of these was refused: the
        others stay marked, and stand on the list once it is made again. All of it goes on past the
        window, which may be closed meanwhile.
        """
        making = self._writer.submit(self._made, asked, form, path, marked)
        making.add_done_callback(partial(_log_unless_made, path))
        return making

    def _made(
        self, asked: ListAsked, form: Form, path: Path, marked: "Future[Marked] | None"
    ) -> Path:
        done = marked.result() if marked is not None else Marked()
        try:
            if done.refused:
                raise _not_marked(done.refused)
            gathered = self.gather(asked).result()
            data = self._maker.submit(gathered.job(form)).result()
            return put_out(self._keeper, gathered, path, data)
        except Problem as problem:
            problem.hint = f"{problem.hint} {_still_marked(len(done.stored))}".strip()
            raise


def _log_unless_made(path: Path, making: "Future[Path]") -> None:
    """Log why a list was not made: once the window is gone, nobody else is told."""
    if (fault := making.exception()) is not None:
        ours = None if isinstance(fault, Problem) else fault
        log.error("%s was not made. %s", path.name, fault, exc_info=ours)


def _still_marked(many: int) -> str:
    """Return what has been done all the same where a list was not made."""
    if not many:
        return ""
    named = "One record is" if many == 1 else f"{many} records are"
    return f"{named} marked with its day already: make the list again, so that it is told."


def _not_marked(refused: tuple[str, ...]) -> InputProblems:
    named = "one record could" if len(refused) == 1 else f"{len(refused)} records could"
    return InputProblems(
        f"The list was not made: {named} not be marked.",
        "Mend what is named, or take the tick away, and make the list again.",
        refused,
    )


def put_out(keeper: Keeper, gathered: Gathered, path: Path, data: bytes) -> Path:
    """Write a list that was made, enter it in the journal, and return its path; raises a Problem.

    It waits for the journal, so that no closing window loses the row.
    """
    deed = listed(gathered.listing, gathered.chosen.asked, path.name, sha256(data).hexdigest())
    return write_and_enter(keeper, path, data, deed)


def gathered(stores: Stores, asked: ListAsked, duties: Mapping[str, str]) -> Gathered:
    """Return what the list would hold; raises Damaged where a record for it cannot be read."""
    found = candidates(stores.db, asked)
    if found.damaged:
        told = " ".join(fault.sentence for fault in found.damaged)
        raise Damaged(
            f"No list can be made while a record for it is not what was saved. {told}",
            "Use Help, Check this database… to see what was changed, and bring back from a backup "
            "what was there before.",
        )
    settings = read_settings(stores.settings)
    chosen = choose(found.records, asked, duties, found.never_out)
    template = template_of(asked.kind, settings.templates_folder)
    return Gathered(chosen, settings.council, settings.profile, template, duties)


def template_of(kind: ListKind, own_folder: str = "") -> Path:
    """Return the Word template of a list: `own_folder`/lists/<kind>.docx, else the shipped one."""
    own = Path(own_folder) / _FOLDER / f"{kind.value}.docx"
    return own if own_folder and own.is_file() else templates() / _FOLDER / own.name


def forms_of(kind: ListKind) -> tuple[Form, ...]:
    """Return the kinds of file a list is made as: the register as tables, too."""
    return tuple(Form) if kind is ListKind.REGISTER else (Form.WORD, Form.PDF)


def name_for(asked: ListAsked, form: Form) -> str:
    """Return a good name for the list's file."""
    return list_file_name(asked.kind.words, asked.since, asked.until, form.value)
