"""The one door for messages: problems, questions, and faults of ours."""

import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6 import __version__ as qt_version
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sendapp import __version__
from sendapp.errors import InputProblems, Problem, TemplateProblem
from sendapp.ui.theme import Look, looks
from sendapp.ui.tokens import L, S

MOST_LISTED = 12


class Part(Enum):
    """What an answer does to a question."""

    GO_ON = auto()
    DESTROY = auto()
    CANCEL = auto()


@dataclass(frozen=True, slots=True)
class Answer:
    """One button of a question; `name` is what the one who asked is told."""

    name: str
    words: str
    part: Part = Part.GO_ON


_ROLES = {
    Part.GO_ON: QMessageBox.ButtonRole.AcceptRole,
    Part.DESTROY: QMessageBox.ButtonRole.DestructiveRole,
    Part.CANCEL: QMessageBox.ButtonRole.RejectRole,
}


class Messages(QObject):
    """Shows messages over one window; nothing here waits for an answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bug: BugDialog | None = None

    def show_problem(self, problem: Problem) -> None:
        """Tell what went wrong in the world, and what to do about it."""
        lines = [problem.hint] if problem.hint else []
        if isinstance(problem, TemplateProblem) and problem.where:
            lines.append(problem.where)
        if isinstance(problem, InputProblems):
            listed = [f"•\N{NO-BREAK SPACE}{line}" for line in problem.problems[:MOST_LISTED]]
            more = len(problem.problems) - len(listed)
            lines.append("\n".join(listed + ([f"and {more} more."] if more > 0 else [])))
        self._open("problem", problem.sentence, "\n\n".join(lines), [Answer("ok", "Close")])

    def say(self, sentence: str, hint: str = "") -> None:
        """Tell something that needs no answer."""
        self._open("message", sentence, hint, [Answer("ok", "Close")])

    def ask(
        self,
        question: str,
        hint: str,
        answers: Sequence[Answer],
        answered: Callable[[str], object],
    ) -> None:
        """Ask, and call `answered` with the name of the answer; Escape gives the cancelling one.

        The cancelling answer, or else the first one, is what Enter gives.
        """
        self._open("question", question, hint, answers, answered)

    def show_bug(self, report: str) -> None:
        """Own up to a fault of ours; further ones join the dialog while it is open."""
        if self._bug is None:
            self._bug = BugDialog(self._window)
            self._bug.finished.connect(self._forget_bug)
        self._bug.add(report)
        self._bug.open()

    def _forget_bug(self) -> None:
        self._bug = None

    def _open(
        self,
        name: str,
        sentence: str,
        hint: str,
        answers: Sequence[Answer],
        answered: Callable[[str], object] | None = None,
    ) -> None:
        box = QMessageBox(self._window)
        box.setObjectName(name)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Decision records")
        # A title in a file name or a template must not become mark-up.
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(sentence)
        box.setInformativeText(hint)
        buttons = {_add_button(box, answer): answer for answer in answers}
        safe = [button for button, answer in buttons.items() if answer.part is Part.CANCEL]
        box.setDefaultButton((safe or list(buttons))[0])
        box.setEscapeButton((safe or list(buttons))[0])

        def finish() -> None:
            pressed = box.clickedButton()
            chosen = [answer.name for button, answer in buttons.items() if button is pressed]
            if answered is not None and chosen:
                answered(chosen[0])

        box.finished.connect(finish)
        box.open()


def _add_button(box: QMessageBox, answer: Answer) -> QPushButton:
    button = box.addButton(answer.words, _ROLES[answer.part])
    button.setObjectName(f"answer_{answer.name}")
    return button


class BugDialog(QDialog):
    """Says that something went wrong in the program, with what to send to those who mend it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bug")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Something went wrong in the program")
        self._report = QPlainTextEdit(versions(), self)
        self._report.setObjectName("bug_report")
        self._report.setAccessibleName("What happened")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 80, self.fontMetrics().height() * 24)

    def add(self, report: str) -> None:
        """Add a report to what can be copied."""
        self._report.appendPlainText(f"\n{report}")

    def _lay_out(self) -> None:
        heading = looks(QLabel("Something went wrong in the program."), Look.HEADING)
        words = QLabel(
            "This is a fault in the program, not something you did, and you can carry on. "
            "Please send the details below to whoever looks after the program."
        )
        for label in (heading, words):
            label.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton("Copy", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("bug_copy")
        copy.clicked.connect(self._copy)
        shut = buttons.addButton("Carry on", QDialogButtonBox.ButtonRole.AcceptRole)
        shut.setObjectName("bug_go_on")
        shut.setDefault(True)
        shut.setFocus()
        buttons.accepted.connect(self.accept)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(L, L, L, L)
        inside.setSpacing(S)
        for part in (heading, words, self._report, buttons):
            inside.addWidget(part)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def versions() -> str:
    """Return the versions of the program and what it stands on, a line each."""
    return "\n".join(
        (
            f"sendapp {__version__}",
            f"Python {sys.version.split()[0]}",
            f"Qt for Python {qt_version}",
            platform.platform(),
        )
    )
