"""The templates in the tree: made by their script, true to the house's rules."""

import importlib.util
import io
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from sendapp.domain.duties import ALL
from sendapp.domain.listing.kinds import ListKind
from tests.documents.reading import Reader
from tests.documents.shipped import KINDS, NAMES, TEMPLATE_PATH, TEMPLATES


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """The script that makes the templates."""
    spec = importlib.util.spec_from_file_location("template_build", TEMPLATES / "build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(TEMPLATES))
    return module


@pytest.mark.parametrize("folder", sorted(p.parent for p in TEMPLATES.glob("*/type.toml")))
def test_the_committed_template_is_what_its_script_makes(build: ModuleType, folder: Path) -> None:
    assert (folder / "record.docx").read_bytes() == build.build(folder)


@pytest.mark.parametrize("kind", [kind.value for kind in ListKind])
def test_the_committed_template_of_a_list_is_what_its_script_makes(
    build: ModuleType, kind: str
) -> None:
    assert (TEMPLATES / "lists" / f"{kind}.docx").read_bytes() == build.build_list(kind)


@pytest.mark.parametrize("kind", [kind.value for kind in ListKind])
def test_the_template_of_a_list_has_no_style_that_nothing_leads_to(kind: str) -> None:
    reader = Reader((TEMPLATES / "lists" / f"{kind}.docx").read_bytes())
    written = b"".join(reader.parts.values())
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    needed = {"DefaultParagraphFont", "TableNormal", "ListContinue", "ListParagraph", "Hyperlink"}
    for style in reader.root("word/styles.xml").iter(f"{w}style"):
        name = str(style.get(f"{w}styleId"))
        assert name in needed or written.count(f'"{name}"'.encode()) > 1, name
    assert "Heading3" in {style for style, _ in reader.styles_of()}
    assert all(words for _, words in reader.styles_of())


def test_there_is_a_folder_for_each_kind_whose_duties_are_known() -> None:
    assert {path.parent.name for path in TEMPLATES.glob("*/type.toml")} == ALL == set(NAMES)
    assert {name: kind.duties for name, kind in KINDS.items()} == {name: name for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_printed_headings_are_those_of_the_form(name: str) -> None:
    printed = [
        words
        for style, words in Reader(_bytes(name)).styles_of()
        if style in ("Heading1", "Heading2")
    ]
    wanted = [KINDS[name].title]
    for section in KINDS[name].sections:
        number = f"{section.number}. " if section.number else ""
        wanted.append(f"{number}{section.heading}")
    wanted += ["Corrections", "Signature{% if signatories|length > 1 %}s{% endif %}"]
    assert [words.split(" {{")[0] for words in printed] == wanted


@pytest.mark.parametrize("name", NAMES)
def test_no_empty_paragraph_makes_space(name: str) -> None:
    assert all(words for _, words in Reader(_bytes(name)).styles_of())


def test_every_style_is_used_or_needed_by_rich_text() -> None:
    reader = Reader(_bytes())
    written = b"".join(data for name, data in reader.parts.items() if "styles" not in name)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    styles = reader.root("word/styles.xml")
    needed = {
        *("Normal", "DefaultParagraphFont", "TableNormal"),
        *("ListContinue", "ListParagraph", "Hyperlink"),
    }
    for style in styles.iter(f"{w}style"):
        name = str(style.get(f"{w}styleId"))
        assert name in needed or f'"{name}"'.encode() in written, name


def test_language_kerning_and_no_hyphenation() -> None:
    parts = Reader(_bytes()).parts
    assert b'<w:lang w:val="en-GB"' in parts["word/styles.xml"]
    assert b'<w:kern w:val="2"/>' in parts["word/styles.xml"]
    assert b'<w:autoHyphenation w:val="0"/>' in parts["word/settings.xml"]
    assert b"Theme" not in parts["word/styles.xml"]
    assert b"contextualSpacing" not in parts["word/styles.xml"]


def test_the_package_is_small_and_without_a_clock() -> None:
    assert TEMPLATE_PATH.stat().st_size < 40_000
    with zipfile.ZipFile(io.BytesIO(_bytes())) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def _bytes(name: str = "cabinet-member") -> bytes:
    return (TEMPLATES / name / "record.docx").read_bytes()
