"""What keeps the start short, by what is loaded rather than by a clock."""

import subprocess
import sys

from tests.benchmarks.setting import ROOT

HEAVY = {"lxml", "docx", "docxtpl", "jinja2", "rdocx", "pikepdf"}


def test_window_process_loads_neither_word_nor_pdf() -> None:
    program = "import sys, sendapp.app, sendapp.cli, sendapp.ui.window; print(*sys.modules)"
    argv = [sys.executable, "-c", program]
    ran = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stdout.split())


LATE = {
    "sendapp.cli.parser",
    "sendapp.domain.examined",
    "sendapp.domain.pasting.arriving",
    "sendapp.domain.tidying",
    "sendapp.ui.posts_dialog",
    "sendapp.ui.printing",
    "sendapp.ui.settings_dialog",
}
"""What is needed only once an officer asks for it."""


def test_window_loads_only_what_it_shows() -> None:
    program = "import sys, sendapp.cli, sendapp.app, sendapp.ui.window; print(*sys.modules)"
    argv = [sys.executable, "-c", program]
    ran = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not LATE & set(ran.stdout.split())
