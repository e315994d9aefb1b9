"""Our pages against LibreOffice's: the same words on the same lines of as many pages."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from sendapp.documents.pages import lay_out
from sendapp.domain.interchange import from_json
from sendapp.domain.record import DecisionRecord
from sendapp.domain.wording import PLAIN_HOUSE, House
from tests import office
from tests.documents.invented import invented
from tests.documents.reading import Reader
from tests.documents.shipped import NAMES, corrections, logo, printed
from tests.factory import a_full_record

RECORDS = 30


@dataclass(frozen=True, slots=True)
class Pair:
    """One record as two engines show it."""

    ours: Path
    theirs: Path

    @property
    def pages(self) -> tuple[int, int]:
        return office.page_count(self.ours.read_bytes()), office.page_count(
            self.theirs.read_bytes()
        )

    @property
    def equal_lines(self) -> float:
        """The share of LibreOffice's lines that stand word for word in ours."""
        ours = Counter(map(tuple, office.lines(office.poppler_text(self.ours))))
        theirs = Counter(map(tuple, office.lines(office.poppler_text(self.theirs))))
        return sum((ours & theirs).values()) / sum(theirs.values())


def pairs_of(records: list[DecisionRecord], folder: Path) -> list[Pair]:
    """Print `records` and lay each out in both engines."""
    return pairs_of_documents([printed(record) for record in records], folder)


def pairs_of_documents(words: list[bytes], folder: Path) -> list[Pair]:
    """Lay each Word document out in both engines, LibreOffice in one launch."""
    documents = []
    for number, docx in enumerate(words):
        path = folder / f"record-{number:02}.docx"
        path.write_bytes(docx)
        path.with_suffix(".ours.pdf").write_bytes(lay_out(docx).pdf())
        documents.append(path)
    theirs = office.office_pdfs(documents, folder)
    return [
        Pair(path.with_suffix(".ours.pdf"), other)
        for path, other in zip(documents, theirs, strict=True)
    ]


def _of_kind(kind: str) -> list[tuple[DecisionRecord, bool]]:
    """Records of a kind, each with whether it is the copy to sign."""
    plain = [replace(invented(n), record_type=kind) for n in (0, 1, 2, 3, 4, 5, 7)]
    corrected = replace(plain[4], status="published", corrections=corrections(3))
    full = a_full_record(record_type=kind)
    to_sign = [(replace(record, status="ready"), True) for record in (plain[1], plain[3], full)]
    return [(record, False) for record in (*plain, corrected, full)] + to_sign


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("kind", "house"),
    [*((kind, PLAIN_HOUSE) for kind in NAMES), ("cabinet", House(logo=logo()))],
    ids=[*NAMES, "with a logo"],
)
def test_pages_and_lines_agree_for_every_kind(kind: str, house: House, tmp_path: Path) -> None:
    documents = [printed(r, signing=signing, house=house) for r, signing in _of_kind(kind)]
    pairs = pairs_of_documents(documents, tmp_path)
    assert [ours for ours, _ in (p.pages for p in pairs)] == [
        theirs for _, theirs in (p.pages for p in pairs)
    ]
    shares = [pair.equal_lines for pair in pairs]
    assert sum(shares) / len(shares) >= 0.96, shares


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[Pair]:
    """Thirty invented records in both engines."""
    return pairs_of([invented(n) for n in range(RECORDS)], tmp_path_factory.mktemp("fidelity"))


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_pages_and_lines_agree_over_invented_records(pairs: list[Pair]) -> None:
    counts = [pair.pages for pair in pairs]
    assert min(counts)[0] == 1
    assert max(counts)[0] >= 12
    same = sum(ours == theirs for ours, theirs in counts)
    assert same / RECORDS >= 0.95, counts
    shares = [pair.equal_lines for pair in pairs]
    assert sum(shares) / RECORDS >= 0.96, shares
    assert min(shares) >= 0.85, shares


@pytest.mark.office
@pytest.mark.slow
@pytest.mark.timeout(300)
def test_no_word_is_missing_from_either(pairs: list[Pair]) -> None:
    # A header row may stand on two pages in one engine and on one in the other: words may come
    # twice, but every word of the Word document has to be there.
    for pair in pairs:
        docx = Reader(pair.theirs.with_suffix(".docx").read_bytes())
        written = Counter(office.bare("".join(docx.paragraphs())))
        for pdf in (pair.ours, pair.theirs):
            assert not written - Counter(office.bare(office.poppler_text(pdf, "-raw")))


@pytest.mark.office
@pytest.mark.seed
def test_the_seed_reads_the_same_in_both(seed: Path, tmp_path: Path) -> None:
    record = from_json((seed / "record.json").read_text(encoding="utf-8"))
    expected = office.words((seed / "expected.txt").read_text(encoding="utf-8"))
    [pair] = pairs_of([record], tmp_path)
    assert office.words(office.poppler_text(pair.ours)) == expected
    assert office.words(office.poppler_text(pair.theirs)) == expected
    assert pair.pages[0] == pair.pages[1]
    assert pair.equal_lines >= 0.98
