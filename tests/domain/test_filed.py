"""Which files may be filed as what: by their names, and by what is in them."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.filed import (
    MOST_BYTES,
    FileKind,
    accepted_words,
    likely_kind,
    limits_words,
    media_type_of,
    refuse_size,
    refuse_total,
)
from sendapp.errors import Problem

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PNG = b"\x89PNG\r\n\x1a\n"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return out.getvalue()


def ole(stream: str) -> bytes:
    return OLE + bytes(100) + stream.encode("utf-16-le") + bytes(100)


WORD = zipped("[Content_Types].xml", "word/document.xml")
EXCEL = zipped("[Content_Types].xml", "xl/workbook.xml")


@pytest.mark.parametrize("kind", FileKind)
@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.pdf", b"%PDF-1.7\n", "application/pdf"),
        ("A.PDF", b"\xef\xbb\xbf%PDF-1.4", "application/pdf"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "image/jpeg"),
        ("a.JPEG", b"\xff\xd8\xff\xe1", "image/jpeg"),
        ("a.png", PNG, "image/png"),
    ],
)
def test_scans_may_be_filed_as_anything(
    kind: FileKind, name: str, content: bytes, media_type: str
) -> None:
    assert media_type_of(name, kind, content) == media_type


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", WORD),
        ("a.xlsx", EXCEL),
        ("a.doc", ole("WordDocument")),
        ("a.xls", ole("Workbook")),
        ("a.msg", ole("__properties_version1.0")),
        ("a.eml", b"Received: by mail\r\nFrom: a@marlhaven.example\r\n\r\nYes."),
        ("a.txt", "Yes, agreed. £5".encode()),
        ("a.txt", "Yes, agreed. £5".encode("cp1252")),
        ("a.txt", "Yes".encode("utf-16")),
        ("a.gif", b"GIF89a"),
        ("a.tiff", b"II*\0"),
    ],
)
def test_other_documents_are_filed_but_never_as_a_signed_scan(name: str, content: bytes) -> None:
    for kind in set(FileKind) - {FileKind.SIGNED}:
        assert media_type_of(name, kind, content)
    with pytest.raises(Problem) as told:
        media_type_of(name, FileKind.SIGNED, content)
    assert "not filed as a signed scan" in told.value.sentence
    assert "PDF, JPEG or PNG" in told.value.hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("setup.exe", b"MZ\x90"),
        ("letter.docm", WORD),
        ("sums.xlsm", EXCEL),
        ("page.html", b"<p>Hello"),
        ("go.bat", b"del *"),
        ("scan.pdf", b"MZ\x90\x00 %PDF-"),
        ("scan.pdf", b"\x7fELF %PDF-"),
        ("notes.txt", b"#!/bin/sh\n"),
    ],
)
def test_programs_are_refused_with_a_sentence(name: str, content: bytes) -> None:
    with pytest.raises(Problem, match="is a program or carries one"):
        media_type_of(name, FileKind.OTHER, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
        ("a.doc", ole("WordDocument") + ole("_VBA_PROJECT")),
    ],
)
def test_macros_are_found_whatever_the_name(name: str, content: bytes) -> None:
    with pytest.raises(Problem, match="has macros in it"):
        media_type_of(name, FileKind.REPORT, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", PNG),
        ("a.pdf", b"x" * 2_000 + b"%PDF-"),
        ("a.png", b"%PDF-1.4"),
        ("a.jpg", b"\xff\xd8"),
        ("a.docx", EXCEL),
        ("a.docx", b"PK\x03\x04 broken"),
        ("a.xlsx", zipped("xl/workbook.xml")),
        ("a.doc", ole("Workbook")),
        ("a.msg", b"From: me"),
        ("a.eml", b"Dear all,\nFine by me."),
        ("a.txt", b"\0\1\2"),
    ],
)
def test_a_name_that_says_something_else_than_the_content_is_told(
    name: str, content: bytes
) -> None:
    with pytest.raises(Problem, match="what is in it is something else"):
        media_type_of(name, FileKind.OTHER, content)


def test_a_document_with_a_password_is_told_as_one() -> None:
    with pytest.raises(Problem, match="protected with a password"):
        media_type_of("a.docx", FileKind.REPORT, ole("EncryptedPackage"))


@pytest.mark.parametrize("name", ["a.zip", "a", "a.mp4", ".pdf", "pdf"])
def test_what_is_not_known_is_refused_with_what_is(name: str) -> None:
    with pytest.raises(Problem, match="sort that is not filed") as told:
        media_type_of(name, FileKind.OTHER, b"%PDF-")
    assert "Word, Excel" in told.value.hint


def test_sizes_are_refused_just_beyond_the_limit() -> None:
    refuse_size("a.pdf", 1)
    refuse_size("a.pdf", MOST_BYTES)
    with pytest.raises(Problem, match=r"has 50\.1 MB; a file may have at most 50 MB"):
        refuse_size("a.pdf", MOST_BYTES + 1)
    with pytest.raises(Problem, match="is empty"):
        refuse_size("a.pdf", 0)


@pytest.mark.parametrize(
    ("name", "decided", "kind"),
    [
        ("Scan_20260302.pdf", False, FileKind.SIGNED),
        ("signed decision.jpg", False, FileKind.SIGNED),
        ("IMG_0012.jpg", True, FileKind.SIGNED),
        ("decision.pdf", True, FileKind.SIGNED),
        ("decision.pdf", False, FileKind.OTHER),
        ("Officer report.docx", True, FileKind.REPORT),
        ("Report of the Director.pdf", True, FileKind.REPORT),
        ("Appendix A.pdf", True, FileKind.APPENDIX),
        ("Annex 2.xlsx", False, FileKind.APPENDIX),
        ("Appendix B - exempt.pdf", True, FileKind.EXEMPT),
        ("Signed letter.docx", True, FileKind.OTHER),
        ("RE signed.msg", True, FileKind.OTHER),
    ],
)
def test_a_name_suggests_what_the_file_is(name: str, decided: bool, kind: FileKind) -> None:
    assert likely_kind(name, decided=decided) is kind


@given(st.text(max_size=40), st.binary(max_size=200), st.sampled_from(FileKind))
def test_any_file_is_taken_or_refused_in_words(name: str, content: bytes, kind: FileKind) -> None:
    told = None
    try:
        assert "/" in media_type_of(name, kind, content)
    except Problem as problem:
        told = problem
    assert told is None or (told.sentence and told.hint)


def test_the_limits_are_said_in_one_line() -> None:
    assert accepted_words(FileKind.SIGNED) == "PDF, JPEG or PNG"
    assert limits_words().endswith("Up to 50 MB each, 500 MB with one record.")


def test_the_files_of_a_record_have_a_limit_together_that_is_told() -> None:
    refuse_total("plan.pdf", 40_000_000, 460_000_000)
    with pytest.raises(Problem) as caught:
        refuse_total("plan.pdf", 40_000_001, 460_000_000)
    assert caught.value.sentence == (
        "“plan.pdf” does not fit: with it the files of this record would have 500.1 MB, and they "
        "may have 500 MB."
    )
