"""What a user may be told: the world's faults, each a sentence and a hint.

Anything else that is raised is a fault of ours and is never dressed up as one of these.
"""

from collections.abc import Iterable

from typing_extensions import override


class Problem(Exception):
    """Something in the world went wrong; `sentence` says what, `hint` says what to do."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint

    @override
    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        # Problems cross from the worker process to the window.
        return type(self), (self.sentence, self.hint)


class DiskFull(Problem):
    """There is no room left where something had to be written."""


class NotWritable(Problem):
    """A file or folder cannot be written: rights, a read-only medium, or open elsewhere."""


class NotFound(Problem):
    """A file or folder that was named is not there."""


class InUse(Problem):
    """Somebody else holds the data folder or the file."""


class Changed(Problem):
    """What is to be saved was changed elsewhere since it was read."""


class NewerVersion(Problem):
    """The database was made by a newer version of the program."""


class Damaged(Problem):
    """Stored data is not what was written."""


class NotOurs(Problem):
    """A file is of another kind than the one needed."""


class TemplateProblem(Problem):
    """A Word template cannot be used; `where` names the part and the words concerned."""

    def __init__(self, sentence: str, hint: str = "", where: str = "") -> None:
        super().__init__(sentence, hint)
        self.where = where

    @override
    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.sentence, self.hint, self.where)


class InputProblems(Problem):
    """A file that was brought in has faults, each with its place."""

    def __init__(self, sentence: str, hint: str = "", problems: Iterable[str] = ()) -> None:
        super().__init__(sentence, hint)
        self.problems = tuple(problems)

    @override
    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.sentence, self.hint, self.problems)
