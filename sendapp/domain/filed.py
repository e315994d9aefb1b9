"""Files that belong to a record: what they are, which sorts each may be, and how large."""

import io
import re
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from sendapp.errors import Problem

MOST_MB = 50
"""How large a file may be, in megabytes of 1,000,000 bytes."""
MOST_BYTES = MOST_MB * 1_000_000
MOST_MB_IN_ALL = 500
"""How large the files of one record may be together: every backup has all of them."""
MOST_BYTES_IN_ALL = MOST_MB_IN_ALL * 1_000_000


class FileKind(StrEnum):
    """What a file is to its record; the value is what stands in the records file."""

    SIGNED = "signed"
    REPORT = "report"
    APPENDIX = "appendix"
    EXEMPT = "exempt-appendix"
    """Part of an exempt appendix: public copies leave it out."""
    PAPER = "background-paper"
    DRAFT = "draft"
    OTHER = "other"


KIND_WORDS = {
    FileKind.SIGNED: "Signed scan",
    FileKind.REPORT: "Report",
    FileKind.APPENDIX: "Appendix",
    FileKind.EXEMPT: "Exempt appendix (not for publication)",
    FileKind.PAPER: "Background paper",
    FileKind.DRAFT: "Circulated draft",
    FileKind.OTHER: "Other",
}

NOT_PUBLIC = frozenset({FileKind.EXEMPT, FileKind.DRAFT})
"""Kinds that no public copy of a record has with it."""


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file, told by its suffix and, as far as that can be seen, by what is in it."""

    suffixes: tuple[str, ...]
    words: str
    media_type: str


PDF = Sort((".pdf",), "PDF", "application/pdf")
JPEG = Sort((".jpg", ".jpeg"), "JPEG", "image/jpeg")
PNG = Sort((".png",), "PNG", "image/png")
_OOXML = "application/vnd.openxmlformats-officedocument"
_DOCX = Sort((".docx",), "Word", f"{_OOXML}.wordprocessingml.document")
_XLSX = Sort((".xlsx",), "Excel", f"{_OOXML}.spreadsheetml.sheet")
_DOC = Sort((".doc",), "Word", "application/msword")
_XLS = Sort((".xls",), "Excel", "application/vnd.ms-excel")
_MSG = Sort((".msg",), "e-mail", "application/vnd.ms-outlook")
_EML = Sort((".eml",), "e-mail", "message/rfc822")
_TEXT = Sort((".txt",), "text", "text/plain")
_GIF = Sort((".gif",), "GIF", "image/gif")
_TIFF = Sort((".tif", ".tiff"), "TIFF", "image/tiff")

_SCANS = (PDF, JPEG, PNG)
_ALL = (PDF, _DOCX, _DOC, _XLSX, _XLS, JPEG, PNG, _TIFF, _GIF, _MSG, _EML, _TEXT)
PICTURED = frozenset(sort.media_type for sort in _SCANS)
"""Media types whose first page can be shown."""

_PROGRAMS = frozenset(
    {
        *("app", "applescript", "bat", "bin", "cmd", "com", "command", "cpl", "deb", "desktop"),
        *("dll", "dmg", "exe", "gadget", "iso", "jar", "lnk", "msi", "msp", "mst", "pif", "pkg"),
        *("rpm", "scr", "sh", "url", "inf", "ins", "reg", "scf", "msc"),
        *("js", "jse", "ps1", "py", "pyw", "sct", "shb", "vb", "vbe", "vbs", "ws", "wsc", "wsf"),
        *("wsh", "chm", "hta", "htm", "html", "mht", "svg", "swf", "xhtml"),
        *("ade", "adp", "docm", "dotm", "potm", "ppam", "pptm", "xlam", "xlsm", "xltm"),
    }
)
"""Suffixes of what runs, or carries what runs, when it is opened."""
_PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_STREAMS = {
    _DOC: ("WordDocument",),
    _XLS: ("Workbook", "Book"),
    _MSG: ("__properties_version1.0",),
}
"""What one of the streams of an older Office file is called."""
_HEADER = re.compile(rb"^(from|to|subject|date|received|message-id|mime-version):", re.I | re.M)
_LOOKED_AT = 8_192


def accepted_words(kind: FileKind) -> str:
    """Return the sorts that may be filed as `kind`, in words: "PDF, JPEG or PNG"."""
    *most, last = dict.fromkeys(sort.words for sort in _sorts(kind))
    return f"{', '.join(most)} or {last}"


def limits_words() -> str:
    """Say what may be filed at all, and how large, a line for each."""
    scan, rest = accepted_words(FileKind.SIGNED), accepted_words(FileKind.OTHER)
    most = f"Up to {MOST_MB} MB each, {MOST_MB_IN_ALL} MB with one record."
    return f"Signed scans: {scan}.\nEverything else: {rest}.\n{most}"


def likely_kind(name: str, *, decided: bool) -> FileKind:
    """Return what a file called `name` most likely is to a record that is `decided` or not."""
    words = PurePath(name).stem.casefold()
    scan = _sort_of(name) in _SCANS
    if scan and re.search(r"sign(ed|ature)|\bscan", words):
        return FileKind.SIGNED
    if re.search(r"exempt|confidential|restricted|part[ _-]?(2|ii)\b|\bpink\b", words):
        return FileKind.EXEMPT
    if re.search(r"append|annex|schedule", words):
        return FileKind.APPENDIX
    if "report" in words:
        return FileKind.REPORT
    if _sort_of(name) in (_MSG, _EML, _TEXT):
        return FileKind.OTHER
    if scan and decided:
        return FileKind.SIGNED
    return FileKind.OTHER


def refuse_size(name: str, size: int) -> None:
    """Raise a Problem where a file is empty, or larger than files may be."""
    if size == 0:
        raise Problem(
            f"“{name}” is empty.", "It may still be on its way: look at it, then try again."
        )
    if size > MOST_BYTES:
        # Rounded up, so that it never seems to be within the limit.
        tenths = -(-size // 100_000)
        raise Problem(
            f"“{name}” has {tenths / 10:,.1f} MB; a file may have at most {MOST_MB} MB.",
            "Scan it with fewer dots (300 dpi is plenty) or in grey, or save it as several files.",
        )


def refuse_total(name: str, size: int, others: int, most: int = MOST_BYTES_IN_ALL) -> None:
    """Raise a Problem where a file would make those of its record larger than they may be.

    `others` is what the record's other files have, all in bytes.
    """
    if others + size > most:
        tenths = -(-(others + size) // 100_000)
        raise Problem(
            f"“{name}” does not fit: with it the files of this record would have "
            f"{tenths / 10:,.1f} MB, and they may have {most // 1_000_000} MB.",
            "Scan it with fewer dots, take out what is not needed, or keep it elsewhere.",
        )


def media_type_of(name: str, kind: FileKind, content: bytes) -> str:
    """Return the media type of a file to be filed as `kind`; raises a Problem where it may not."""
    refuse_size(name, len(content))
    suffix = PurePath(name).suffix.casefold()
    if suffix[1:] in _PROGRAMS or content.startswith(_PROGRAM_STARTS):
        raise Problem(
            f"“{name}” is a program or carries one, and programs are not filed.",
            "If it is a document with macros or a web page, save it as a PDF and file that.",
        )
    sort = _sort_of(name)
    if sort is None or sort not in _sorts(kind):
        what = KIND_WORDS[kind].casefold() if kind is not FileKind.OTHER else "file"
        raise Problem(
            f"“{name}” is of a sort that is not filed as a {what}."
            if sort
            else f"“{name}” is of a sort that is not filed.",
            f"Accepted: {accepted_words(kind)}. Others can be saved as a PDF first.",
        )
    if _has_macros(sort, content):
        raise Problem(
            f"“{name}” has macros in it, which are programs, and programs are not filed.",
            "Save it without macros, or as a PDF, and file that.",
        )
    if not _is(sort, content):
        raise _not_so(name, sort, content)
    return sort.media_type


def _sorts(kind: FileKind) -> tuple[Sort, ...]:
    return _SCANS if kind is FileKind.SIGNED else _ALL


def _sort_of(name: str) -> Sort | None:
    suffix = PurePath(name).suffix.casefold()
    return next((sort for sort in _ALL if suffix in sort.suffixes), None)


def _not_so(name: str, sort: Sort, content: bytes) -> Problem:
    if sort in (_DOCX, _XLSX) and content.startswith(_OLE):
        return Problem(
            f"“{name}” is protected with a password, or is of an older sort than its name says.",
            "Save it without a password, or as a PDF, and file that.",
        )
    return Problem(
        f"“{name}” is called {sort.suffixes[0]}, but what is in it is something else, or damaged.",
        "Open it in the program it was made with and save it again.",
    )


def _is(sort: Sort, content: bytes) -> bool:
    """Whether `content` is of the sort, as far as its first bytes and its parts tell."""
    if sort is PDF:
        return b"%PDF-" in content[:1024]
    if sort is JPEG:
        return content.startswith(b"\xff\xd8\xff")
    if sort is PNG:
        return content.startswith(b"\x89PNG\r\n\x1a\n")
    if sort is _GIF:
        return content.startswith((b"GIF87a", b"GIF89a"))
    if sort is _TIFF:
        return content.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"))
    if sort in (_DOCX, _XLSX):
        return ("word/" if sort is _DOCX else "xl/") in _folders(content)
    if sort in _STREAMS:
        names = _STREAMS[sort]
        return content.startswith(_OLE) and any(n.encode("utf-16-le") in content for n in names)
    if sort is _TEXT and content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    if b"\0" in content:
        return False
    return sort is _TEXT or _HEADER.search(content[:_LOOKED_AT]) is not None


def _has_macros(sort: Sort, content: bytes) -> bool:
    if content.startswith(_OLE):
        # A letter may carry a document with macros; it says so itself when that is opened.
        return sort is not _MSG and _MACROS in content
    return sort in (_DOCX, _XLSX) and any("vbaproject" in name for name in _names(content))


def _folders(content: bytes) -> set[str]:
    names = _names(content)
    if "[content_types].xml" not in names:
        return set()
    return {f"{name.partition('/')[0]}/" for name in names if "/" in name}


def _names(content: bytes) -> set[str]:
    """Return what is in a zip file, in lower case; nothing of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name.casefold() for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return set()
