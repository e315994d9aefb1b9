"""Records on paper: Word, PDF and pictures of the pages, made by the worker process or here."""

from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar, overload

from sendapp.documents.jobs import Pages, RenderPages, RenderPdf, RenderWord, Spot
from sendapp.domain.issuing import HOW_TO_SIGN, WHAT_TO_DO, why_not_issued, why_not_signed
from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import PLAIN_HOUSE, House
from sendapp.errors import Problem
from sendapp.files import write_whole
from sendapp.services.exchange import write_file
from sendapp.services.file_names import file_name
from sendapp.services.record_types import TypeOnPaper, kind_of

T = TypeVar("T")
U = TypeVar("U")

__all__ = ["Exporter", "Pages", "Printer", "Spot", "file_name", "then"]


class Works(Protocol):
    """What does the jobs: the worker process, or anything else that gives futures."""

    @overload
    def submit(self, job: RenderWord | RenderPdf) -> "Future[bytes]": ...
    @overload
    def submit(self, job: RenderPages) -> "Future[Pages]": ...


class Exporter:
    """Makes documents in the worker process; Problems arrive through the futures.

    `kinds` may be replaced at any time, as when another templates folder is chosen, and so may
    `house`, what of the council's profile is printed.
    """

    def __init__(
        self, worker: Works, kinds: Mapping[str, TypeOnPaper], house: House = PLAIN_HOUSE
    ) -> None:
        self._worker = worker
        self.kinds = kinds
        self.house = house
        # A thread of its own: a slow share must hold up neither the pages nor the window.
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="export")

    def close(self) -> None:
        """Finish the files that are being written; safe to call twice."""
        self._writer.shutdown()

    def refuse_if_stopped(self, record: DecisionRecord, *, signing: bool = False) -> None:
        """Raise a Problem if `record` may not leave the desk so, or has no kind."""
        refuse_if_stopped(record, kind_of(record, self.kinds), signing=signing)

    def word(self, record: DecisionRecord, *, signing: bool = False) -> "Future[bytes]":
        """Make the Word document of `record`, or its copy to sign."""
        return self._bytes(RenderWord, record, signing=signing)

    def pdf(self, record: DecisionRecord, *, signing: bool = False) -> "Future[bytes]":
        """Make the PDF of `record`, from the bytes of its Word document."""
        return self._bytes(RenderPdf, record, signing=signing)

    def _bytes(
        self, job: type[RenderWord | RenderPdf], record: DecisionRecord, *, signing: bool
    ) -> "Future[bytes]":
        return self._issued(
            record,
            lambda kind: self._worker.submit(
                job(
                    record=record,
                    record_type=kind.type,
                    template_path=kind.template,
                    house=self.house,
                    signing=signing,
                )
            ),
            signing=signing,
        )

    def pages(
        self,
        record: DecisionRecord,
        *,
        dpi: float,
        first_page: int = 0,
        images: int = 1,
        purpose: str = "preview",
        signing: bool = False,
    ) -> "Future[Pages]":
        """Make pictures of some pages; a waiting request of the same purpose is cancelled."""
        issued = partial(self._issued, signing=signing)
        make = issued if purpose == "print" else self._with_kind
        return make(
            record,
            lambda kind: self._worker.submit(
                RenderPages(
                    record=record,
                    record_type=kind.type,
                    template_path=kind.template,
                    house=self.house,
                    signing=signing,
                    dpi=dpi,
                    first_page=first_page,
                    images=images,
                    purpose=purpose,
                )
            ),
        )

    def word_to(
        self, record: DecisionRecord, path: Path, *, signing: bool = False
    ) -> "Future[Path]":
        """Write the Word document of `record` to `path`, whole or not at all."""
        return then(self.word(record, signing=signing), partial(written, path), self._writer.submit)

    def pdf_to(
        self, record: DecisionRecord, path: Path, *, signing: bool = False
    ) -> "Future[Path]":
        """Write the PDF of `record` to `path`, whole or not at all."""
        made = self.pdf(record, signing=signing)
        return then(made, partial(written, path), self._writer.submit)

    def json_to(self, record: DecisionRecord, path: Path) -> "Future[Path]":
        """Write `record` to `path` in the interchange format, whole or not at all."""

        def write() -> Path:
            write_file(record, path)
            return path

        return self._writer.submit(write)

    def _issued(
        self,
        record: DecisionRecord,
        submit: Callable[[TypeOnPaper], "Future[T]"],
        *,
        signing: bool,
    ) -> "Future[T]":
        def unless_stopped(kind: TypeOnPaper) -> "Future[T]":
            refuse_if_stopped(record, kind, signing=signing)
            return submit(kind)

        return self._with_kind(record, unless_stopped)

    def _with_kind(
        self, record: DecisionRecord, submit: Callable[[TypeOnPaper], "Future[T]"]
    ) -> "Future[T]":
        try:
            return submit(kind_of(record, self.kinds))
        except Problem as problem:
            failed: Future[T] = Future()
            failed.set_exception(problem)
            return failed


class Printer:
    """Makes documents here and now, for the command line; `template` overrides every kind's."""

    def __init__(
        self,
        kinds: Mapping[str, TypeOnPaper],
        template: Path | None = None,
        house: House = PLAIN_HOUSE,
    ) -> None:
        self._kinds = kinds
        self._template = template
        self._house = house

    def printed(self, record: DecisionRecord, suffix: str, *, signing: bool = False) -> bytes:
        """Return `record`, or its copy to sign, as ".docx" or ".pdf"; raises a Problem."""
        # Late: the window, which has a process for this, must start without Word and PDF.
        from sendapp.documents.performing import perform

        kind = kind_of(record, self._kinds)
        refuse_if_stopped(record, kind, signing=signing)
        job = RenderPdf if suffix == ".pdf" else RenderWord
        template = self._template or kind.template
        return perform(
            job(
                record=record,
                record_type=kind.type,
                template_path=template,
                house=self._house,
                signing=signing,
            )
        )


def refuse_if_stopped(record: DecisionRecord, kind: TypeOnPaper, *, signing: bool = False) -> None:
    """Raise a Problem if `record`, or its copy to sign, may not leave the desk as it stands."""
    if signing and (why := why_not_signed(record)):
        raise Problem(why, HOW_TO_SIGN if record.status == "draft" else "")
    if why := why_not_issued(record, kind.type.duties):
        raise Problem(why, WHAT_TO_DO)


def written(path: Path, data: bytes) -> Path:
    """Write a document to `path`, whole or not at all, for others to read; return the path."""
    write_whole(path, data, private=False)
    return path


def then(
    future: "Future[T]",
    further: Callable[[T], U],
    run: Callable[[Callable[[], None]], object] | None = None,
) -> "Future[U]":
    """Return a future for `further` of the result.

    `run` says where, as a pool's `submit`; without it that is the thread that made the result.
    """
    result: Future[U] = Future()

    def go_on(done: "Future[T]") -> None:
        try:
            made = further(done.result())
        except CancelledError:
            result.cancel()
        except BaseException as fault:
            result.set_exception(fault)
        else:
            result.set_result(made)

    def arrange(done: "Future[T]") -> None:
        try:
            run(partial(go_on, done)) if run else go_on(done)
        except RuntimeError:
            # The pool is closed: the program ends.
            result.cancel()

    future.add_done_callback(arrange)
    return result
