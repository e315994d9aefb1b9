"""Lists of five hundred decisions: archivable, accessible, and the pages that LibreOffice makes."""

import io
import re
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from sendapp.documents.jobs import Form, RenderList
from sendapp.documents.pages import lay_out
from sendapp.documents.worker import Worker
from sendapp.domain.listing.kinds import ListKind
from sendapp.domain.listing.listing import DecisionList
from tests import office
from tests.documents.listed import a_list, made
from tests.documents.shipped import TEMPLATES
from tests.documents.test_fidelity import Pair, pairs_of_documents
from tests.documents.test_pages import elements, failures

MANY = 500
_BEFORE_GROUPS = 40
"""The table of all decisions is over by then."""
pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


@pytest.mark.office
@pytest.mark.parametrize("kind", list(ListKind))
def test_five_hundred_decisions_are_accessible_and_have_the_pages_of_libreoffice(
    kind: ListKind, tmp_path: Path
) -> None:
    """In small letters: Liberation Sans moves a capital A, T, V or Y nearer to a blank beside it.

    LibreOffice does so; the library that lays pages out sets each word by itself. So of a thousand
    lines one or two break elsewhere, and a page's end may follow: for that, see the last test.
    """
    listing = a_list(kind, MANY, small=True)
    path = tmp_path / f"{kind.value}.docx"
    path.write_bytes(made(listing))
    pdf = lay_out(path.read_bytes()).pdf()
    _is_accessible(pdf, listing)
    _repeats_the_header_row(pdf, listing.groups[0].heading)
    path.with_suffix(".ours.pdf").write_bytes(pdf)
    [theirs] = office.office_pdfs([path], tmp_path)
    pair = Pair(path.with_suffix(".ours.pdf"), theirs)
    ours, other = pair.pages
    assert ours == other > 250
    assert pair.equal_lines >= 0.99


def _is_accessible(pdf: bytes, listing: DecisionList) -> None:
    assert failures(pdf) == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        found = elements(opened)
        assert str(opened.Root.Lang) == "en-GB"
        assert str(opened.docinfo.Title) == f"Marlhaven Borough Council: {listing.heading}"
    assert (found["/H1"], found["/H3"]) == (1, MANY)
    assert found["/H2"] == 1 + len(listing.groups)
    assert found["/TD"] == 4 * MANY
    assert found["/TH"] >= 4


def _repeats_the_header_row(pdf: bytes, first_group: str) -> None:
    pages = _texts(pdf)
    end = next(n for n, text in enumerate(pages) if text.lstrip().startswith(first_group))
    assert end > 20
    heads = [len(re.findall(r"Decision made by\b(?!:)", text)) for text in pages[:end]]
    assert heads == [1] * end


def _texts(pdf: bytes) -> list[str]:
    """Return the text of each of the first pages without its running header."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for page in (document[n] for n in range(_BEFORE_GROUPS)):
        text = page.get_textpage()
        texts.append(text.get_text_bounded(left=0, bottom=60, right=596, top=782))
        text.close()
        page.close()
    document.close()
    return texts


@pytest.mark.office
def test_shorter_lists_have_the_same_pages_and_lines(tmp_path: Path) -> None:
    documents = [made(a_list(kind, count)) for kind in ListKind for count in (3, 40)]
    pairs = pairs_of_documents(documents, tmp_path)
    counts = [pair.pages for pair in pairs]
    assert [ours for ours, _ in counts] == [theirs for _, theirs in counts]
    shares = [pair.equal_lines for pair in pairs]
    assert sum(shares) / len(shares) >= 0.96, shares
    assert min(shares) >= 0.9, shares


@pytest.mark.office
def test_the_worker_makes_500_decisions_with_capitals_a_page_apart_at_most(
    tmp_path: Path,
) -> None:
    listing, name = a_list(ListKind.DRAFT, MANY), ListKind.DRAFT.value
    template = TEMPLATES / "lists" / f"{name}.docx"
    path = tmp_path / f"{name}.docx"
    worker = Worker()
    try:
        for form, kept in ((Form.WORD, path), (Form.PDF, path.with_suffix(".ours.pdf"))):
            job = RenderList(listing=listing, template_path=template, form=form)
            kept.write_bytes(worker.submit(job).result(60))
    finally:
        worker.close()
    [theirs] = office.office_pdfs([path], tmp_path)
    pair = Pair(path.with_suffix(".ours.pdf"), theirs)
    ours, other = pair.pages
    assert abs(ours - other) <= 1
    assert ours > 250
    assert pair.equal_lines >= 0.99
