"""Our pages against LibreOffice's: the same words on the same lines of as many pages."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from sendapp.documents.pages import lay_out
from sendapp.domain.interchange import from_json
from sendapp.domain.record import DecisionRecord
from tests import office
from tests.documents.invented import invented
from tests.documents.reading import Reader
from tests.documents.shipped import printed

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
    """Print `records` and lay each out in both engines, LibreOffice in one launch."""
    documents = []
    for number, record in enumerate(records):
        path = folder / f"record-{number:02}.docx"
        path.write_bytes(printed(record))
        path.with_suffix(".ours.pdf").write_bytes(lay_out(path.read_bytes()).pdf())
        documents.append(path)
    theirs = office.office_pdfs(documents, folder)
    return [
        Pair(path.with_suffix(".ours.pdf"), other)
        for path, other in zip(documents, theirs, strict=True)
    ]


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
