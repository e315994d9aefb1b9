"""LibreOffice and poppler as an outside opinion, and the words a reader finds on a page."""

import re
import subprocess
from collections.abc import Sequence
from html import escape
from pathlib import Path

import pypdfium2

# Running header and footer stand outside this band, in points from the top of an A4 page.
_BODY_TOP, _BODY_BOTTOM, _PAGE_WIDTH, _PAGE_HEIGHT = 60, 782, 596, 842
_BULLETS = ("•", "–")


def office_pdfs(documents: Sequence[Path], folder: Path) -> list[Path]:
    """Return the PDFs that LibreOffice makes of `documents`, all in one launch."""
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, documents)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return [folder / f"{document.stem}.pdf" for document in documents]


def office_numbers(
    sheets: dict[str, Sequence[Sequence[float | str]]], folder: Path
) -> list[list[int]]:
    """Return the whole numbers that LibreOffice Calc makes of the first of `sheets`, by row.

    A cell is a number, '' for none, or a formula as OpenFormula writes it: "of:=[.A1]+1". Raises
    FileNotFoundError where LibreOffice is here without Calc.
    """
    path = folder / "sheets.fods"
    path.write_text(_spreadsheet(sheets), encoding="utf-8")
    profile = (folder / "profile").as_uri()
    # Fields apart by commas, in UTF-8, values rather than how they are shown.
    target = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false"
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)],
        check=False,
        capture_output=True,
        timeout=300,
    )
    made = path.with_suffix(".csv").read_text(encoding="utf-8")
    return [[int(cell) for cell in line.split(",")] for line in made.splitlines()]


def _spreadsheet(sheets: dict[str, Sequence[Sequence[float | str]]]) -> str:
    tables = "".join(
        f'<table:table table:name="{name}">{"".join(map(_row, rows))}</table:table>'
        for name, rows in sheets.items()
    )
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table")
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names}'
        ' xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2"'
        ' office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>"
    )


def _row(cells: Sequence[float | str]) -> str:
    return f"<table:table-row>{''.join(map(_cell, cells))}</table:table-row>"


def _cell(value: float | str) -> str:
    if isinstance(value, str):
        return (
            f'<table:table-cell table:formula="{escape(value)}"/>'
            if value
            else "<table:table-cell/>"
        )
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def poppler_text(pdf: Path, *options: str) -> str:
    """Return what pdftotext finds between the running header and the footer."""
    crop = ["-x", "0", "-y", str(_BODY_TOP), "-W", str(_PAGE_WIDTH)]
    command = ["pdftotext", *options, *crop, "-H", str(_BODY_BOTTOM - _BODY_TOP), str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def pdf_text(pdf: bytes) -> str:
    """Return what PDFium finds between the running header and the footer."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(
            text.get_text_bounded(
                left=0,
                bottom=_PAGE_HEIGHT - _BODY_BOTTOM,
                right=_PAGE_WIDTH,
                top=_PAGE_HEIGHT - _BODY_TOP,
            )
        )
        text.close()
        page.close()
    document.close()
    return "\n".join(texts)


def page_count(pdf: bytes) -> int:
    """Return how many pages `pdf` has."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def words(text: str) -> list[str]:
    """Return the words of `text` in order, line-end hyphens rejoined, bullets left out."""
    rejoined = re.sub(r"(?<=\w)[-\u00ad\ufffe]\s*\n\s*(?=\w)", "-", text)
    return [word for word in rejoined.split() if word not in _BULLETS]


def lines(text: str) -> list[list[str]]:
    """Return the words of each line that has any."""
    return [found for line in text.splitlines() if (found := words(line))]


def bare(text: str) -> str:
    """Return `text` without blanks and hyphens."""
    return re.sub(r"[\s\u00ad\ufffe‐-]+", "", text)
