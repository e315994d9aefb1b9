"""The rules of the house, kept by machine: who imports whom, the catalogue's word, sizes."""

import ast
import importlib
import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind, Place
from sendapp.domain.record import DecisionRecord
from sendapp.domain.rows import ROWS
from sendapp.services.export import Printer
from sendapp.services.record_types import load_kinds
from sendapp.storage.rows import words_in
from tests.factory import a_full_record

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("domain", "storage", "documents", "services", "editing", "ui")
MOST_LINES, MOST_FUNCTION_LINES = 300, 40

# Kinds whose text stands in the document as it was typed.
WORDS = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.POST)


def sources() -> Iterator[Path]:
    for folder in ("sendapp", "tests", "templates"):
        yield from sorted((ROOT / folder).rglob("*.py"))


def marked_record() -> tuple[DecisionRecord, dict[str, str]]:
    """Return a record with a word of its own in each field of words, and the words by field.

    What a row holds is named by its list.
    """
    record = a_full_record(id="11111111-2222-4333-8444-555555555555")
    words = {"id": record.id}
    for number, entry in enumerate(CATALOGUE):
        mark = f"zq{number:02}mark"
        if entry.kind is Kind.ROWS:
            record = replace(record, **{entry.name: _marked_rows(record, entry, mark)})
        elif entry.kind in WORDS and entry.name not in ("id", "record_type"):
            record = replace(record, **{entry.name: mark})
        else:
            continue
        words[entry.name] = mark
    return record, words


def _marked_rows(record: DecisionRecord, entry: Field, mark: str) -> tuple[object, ...]:
    values = {
        inner.name: f"<p>{mark}</p>" if inner.kind is Kind.RICH else mark
        for inner in ROWS[entry.name]
        if inner.kind in WORDS
    }
    return tuple(replace(row, **values) for row in getattr(record, entry.name))


def text_of(docx: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(docx)) as parts:
        return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def test_rooms_import_only_what_they_may() -> None:
    # A process of its own: the checker reads the working folder and sets up logging.
    argv = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    environment = os.environ | {"PYTHONUTF8": "1"}
    ran = subprocess.run(
        [*argv, "--no-cache"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_editing_knows_no_widgets() -> None:
    # The import checker sees PySide6 as one thing.
    seen = set()
    for path in (ROOT / "sendapp" / "editing").rglob("*.py"):
        seen |= set(re.findall(r"PySide6\.(\w+)", path.read_text(encoding="utf-8")))
    assert seen <= {"QtCore", "QtGui"}


def test_every_room_says_what_it_is() -> None:
    for room in ROOMS:
        assert importlib.import_module(f"sendapp.{room}").__doc__, room


@pytest.mark.parametrize("kind", load_kinds())
def test_a_field_is_printed_exactly_where_the_catalogue_says(kind: str) -> None:
    record, words = marked_record()
    text = text_of(Printer(load_kinds()).printed(replace(record, record_type=kind), ".docx"))
    printed = {name for name, word in words.items() if word in text}
    declared = {f.name for f in CATALOGUE if Place.TEMPLATE in f.places}
    assert printed == declared & set(words)


def test_templates_may_name_exactly_what_the_catalogue_says() -> None:
    from sendapp.documents.context import NAMES

    fields = {f.name for f in CATALOGUE}
    assert set(NAMES) & fields == {f.name for f in CATALOGUE if Place.TEMPLATE in f.places}


def test_a_field_is_searched_exactly_where_the_catalogue_says() -> None:
    record, words = marked_record()
    searched = words_in(record, {})
    found = {name for name, word in words.items() if word in searched}
    assert found == {f.name for f in CATALOGUE if Place.SEARCH in f.places} & set(words)


@pytest.mark.parametrize("kind", load_kinds())
def test_a_field_is_on_the_form_exactly_where_the_catalogue_says(kind: str) -> None:
    record_type = load_kinds()[kind].type
    shown = [f.name for section in record_type.sections for f in section.fields]
    asked = [f for f in CATALOGUE if Place.FORM in f.places and f.is_for(record_type.duties)]
    assert sorted(shown) == sorted(f.name for f in asked)


def test_notes_and_id_are_nowhere_in_print() -> None:
    unprinted = {f.name for f in CATALOGUE if Place.TEMPLATE not in f.places}
    kept_inside = {"notes", "id", "decision_maker_interest", "clearances", "set_aside"}
    assert kept_inside <= unprinted


def test_files_are_short_enough_to_read() -> None:
    long = []
    for path in sources():
        name = path.relative_to(ROOT).as_posix()
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > MOST_LINES:
            long.append(f"{name} has {lines} lines")
    assert not long, "\n".join(long)


def test_functions_are_short_enough_to_read() -> None:
    long = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}: {node.name} has {lines} lines")
    assert not long, "\n".join(long)


def test_every_public_thing_of_the_program_has_a_docstring() -> None:
    bare = []
    for path in sorted((ROOT / "sendapp").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        public = [tree, *(node for node in tree.body if _is_public(node))] if tree.body else []
        bare += [
            f"{path.relative_to(ROOT)}: {getattr(node, 'name', 'module')}"
            for node in public
            if not ast.get_docstring(node)  # type: ignore[arg-type]
        ]
    assert not bare, "\n".join(bare)


def _is_public(node: ast.stmt) -> bool:
    if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
        return False
    decorators = {getattr(decorator, "id", "") for decorator in node.decorator_list}
    return "overload" not in decorators


def test_only_the_command_line_prints() -> None:
    printing = {
        path.relative_to(ROOT / "sendapp").parts[0]
        for path in (ROOT / "sendapp").rglob("*.py")
        if re.search(r"^\s*print\(", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert printing == {"cli"}
