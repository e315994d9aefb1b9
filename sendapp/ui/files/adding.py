"""Files several files one after the other, and says once what became of all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from sendapp.domain.filed import KIND_WORDS
from sendapp.editing.later import when_done
from sendapp.errors import InputProblems, Problem
from sendapp.services.filing import Filed, Filing
from sendapp.ui.files.asking import ToFile
from sendapp.ui.messages import Messages


class Adding(QObject):
    """Files are filed in the background; typing waits for none of them."""

    noticed = Signal(str, str, object)
    filed = Signal(str)
    """Something was filed with the record of this id."""

    def __init__(self, filing: Filing, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._filing = filing
        self._messages = messages

    def add(self, record_id: str, asked: Sequence[ToFile], note: str) -> None:
        """File what was asked for."""
        count = len(asked)
        self.noticed.emit(f"Filing {'a file' if count == 1 else f'{count} files'}…", "", None)
        batch = _Batch(count)
        for each in asked:
            future = self._filing.file(record_id, each.path, each.kind, note)
            done = partial(self._done, record_id, batch)
            when_done(future, self, done, partial(self._failed, record_id, batch))

    def put_back(self, filed: Filed, content: bytes) -> None:
        """File again what was taken out."""
        future = self._filing.file_bytes(
            filed.record_id, filed.name, filed.kind, content, filed.note
        )
        batch = _Batch(1)
        done = partial(self._done, filed.record_id, batch)
        when_done(future, self, done, partial(self._failed, filed.record_id, batch))

    def _done(self, record_id: str, batch: "_Batch", filed: Filed) -> None:
        batch.filed.append(filed)
        self._end(record_id, batch)

    def _failed(self, record_id: str, batch: "_Batch", fault: BaseException) -> None:
        if not isinstance(fault, Problem):
            batch.count -= 1
            self._end(record_id, batch)
            raise fault
        batch.problems.append(fault)
        self._end(record_id, batch)

    def _end(self, record_id: str, batch: "_Batch") -> None:
        """Say what became of them, once that is known of all."""
        if len(batch.filed) + len(batch.problems) < batch.count:
            return
        if batch.filed:
            self.filed.emit(record_id)
        self.noticed.emit(batch.words(), "", None)
        if batch.problems:
            self._messages.show_problem(batch.problem())


class _Batch:
    """Files that were asked for together."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.filed: list[Filed] = []
        self.problems: list[Problem] = []

    def words(self) -> str:
        """Say how many were filed."""
        if len(self.filed) == 1:
            (filed,) = self.filed
            kind = KIND_WORDS[filed.kind]
            return f"Filed “{filed.name}” as {kind[0].lower()}{kind[1:]}."
        return f"Filed {len(self.filed)} files." if self.filed else "Nothing was filed."

    def problem(self) -> Problem:
        """Return what kept some of them from being filed, as one Problem."""
        if len(self.problems) == 1:
            return self.problems[0]
        told = [f"{problem.sentence} {problem.hint}".strip() for problem in self.problems]
        return InputProblems(
            f"{len(told)} files were not filed.",
            "The others were." if self.filed else "",
            told,
        )
