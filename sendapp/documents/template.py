"""Word templates: checked, compiled once, and kept by the hash of their bytes."""

import hashlib
import re
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from jinja2 import Template as Compiled
from jinja2 import TemplateError

from sendapp.documents.dangers import check_parts, check_tags_in_words
from sendapp.documents.lint import check_markup, check_names, part_words
from sendapp.documents.numbering import ListDefinitions
from sendapp.documents.ooxml import Frame
from sendapp.documents.package import MAX_BYTES, Package, parse_part, read_package
from sendapp.documents.prepare import prepare, room_of
from sendapp.documents.sandbox import TemplateEnvironment
from sendapp.documents.styles import Styles, read_styles
from sendapp.documents.vocabulary import RECORDS, Vocabulary
from sendapp.errors import TemplateProblem
from sendapp.files import problem_of

MAIN = "word/document.xml"
_RENDERED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_CASE_FILTERS = ("upper", "lower", "capitalize")
_KEPT = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a template that prints fields, compiled."""

    name: str
    head: str
    compiled: Compiled
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A Word template that has been checked; safe to share and to render from many times."""

    package: Package
    parts: tuple[Part, ...]
    styles: Styles
    lists: ListDefinitions
    names: frozenset[str]
    """The dotted names of everything the template names."""
    changes_case: bool
    vocabulary: Vocabulary


_cache: OrderedDict[tuple[str, Vocabulary], Template] = OrderedDict()
_cache_lock = threading.Lock()


def load_template(source: Path | bytes, vocabulary: Vocabulary = RECORDS) -> Template:
    """Return the template in the file or bytes `source`; raises TemplateProblem or Problem.

    `vocabulary` says what it may name.
    """
    data = source if isinstance(source, bytes) else _read(source)
    known_by = hashlib.sha256(data).hexdigest(), vocabulary
    with _cache_lock:
        if known_by in _cache:
            _cache.move_to_end(known_by)
            return _cache[known_by]
    template = _compile(data, vocabulary)
    with _cache_lock:
        _cache[known_by] = template
        while len(_cache) > _KEPT:
            _cache.popitem(last=False)
    return template


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise TemplateProblem(
                f"{path.name} is larger than {MAX_BYTES // 1_000_000} MB.",
                "Make the pictures of the template smaller.",
            )
        return path.read_bytes()
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault


def _compile(data: bytes, vocabulary: Vocabulary) -> Template:
    package = read_package(data)
    check_parts(package.parts)
    styles = read_styles(package.parts)
    room = room_of(parse_part(package.parts[MAIN], MAIN))
    env = TemplateEnvironment()
    parts: list[Part] = []
    names: set[str] = set()
    changes_case = False
    for name, content in package.parts.items():
        if not _RENDERED.fullmatch(name):
            continue
        root = parse_part(content, name)
        if root.prefix != "w":
            raise TemplateProblem(
                "The template was saved by a program that writes Word files in its own way.",
                "Open it in Word or LibreOffice and save it again.",
                name,
            )
        check_markup(root, name)
        check_tags_in_words(root, name)
        prepared = prepare(root, styles, room)
        found = check_names(env, prepared.lines, name, vocabulary)
        if found or "{" in prepared.source or name == MAIN:
            compiled = _compiled(env, prepared.source, name)
            parts.append(Part(name, prepared.head, compiled, prepared.frames))
        names |= found
        changes_case |= any(f"|{f}" in prepared.source.replace(" ", "") for f in _CASE_FILTERS)
    return Template(
        package=package,
        parts=tuple(parts),
        styles=styles,
        lists=ListDefinitions(package.parts, styles),
        names=frozenset(names),
        changes_case=changes_case,
        vocabulary=vocabulary,
    )


def _compiled(env: TemplateEnvironment, source: str, part: str) -> Compiled:
    try:
        return env.from_string(source)
    except (TemplateError, RecursionError, ArithmeticError, ValueError, TypeError) as fault:
        _refuse(part, fault)


def _refuse(part: str, fault: Exception) -> NoReturn:
    raise TemplateProblem(
        f"A tag in {part_words(part)} of the template cannot be read: {fault}.",
        "Compare it with the same tag in the template that came with the program.",
        part,
    ) from fault
