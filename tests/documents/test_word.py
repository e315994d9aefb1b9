"""A record on the shipped template, read back as a reader would."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sendapp.documents.word import print_record
from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind, Place, Section
from sendapp.domain.interchange import from_json, to_json
from sendapp.domain.record import Circulation, DecisionRecord, Option
from sendapp.domain.rows import row_field
from sendapp.domain.wording import words_hash
from tests.documents.reading import Reader, words_of
from tests.documents.shipped import FOLDER, KIND, printed, template
from tests.factory import a_full_record, a_record, items

OPTIONAL = [
    entry
    for entry in CATALOGUE
    if entry.section is Section.MORE
    and Place.TEMPLATE in entry.places
    and entry.kind is not Kind.ROWS
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body(record: DecisionRecord) -> list[str]:
    return Reader(printed(record)).paragraphs()


@pytest.mark.seed
def test_the_seed_prints_its_text_line_by_line(seed: Path) -> None:
    record = from_json((seed / "record.json").read_text(encoding="utf-8"))
    expected = (seed / "expected.txt").read_text(encoding="utf-8").split("\n")
    shown = [line.replace("\t", " ") for line in body(record)]
    # Word makes the numbers of lists; they are no part of a paragraph's words.
    bare = [line.split(". ", 1)[1] if line[:3] in _numbers(9) else line for line in expected]
    plain = [line.split(". ", 1)[1] if line[:3] in _numbers(9) else line for line in shown]
    assert plain == [line for line in bare if line]


def _numbers(most: int) -> set[str]:
    return {f"{number}. " for number in range(1, most + 1)}


def test_sections_are_headings_with_literal_numbers() -> None:
    shown = Reader(printed(a_record())).styles_of()
    second = [words for style, words in shown if style == "Heading2"]
    assert second[0] == "1. TITLE: Resurfacing of Tanner's Quay"
    assert second[2:4] == ["3. DECISION:", "4. REASON FOR DECISION:"]
    assert [words for style, words in shown if style == "Heading3"] == [
        "1.\tResurface (recommended)",
        "2.\tDo nothing",
    ]


def test_each_printed_list_starts_at_one() -> None:
    record = a_record(
        decisions=items("<p>One</p><ol><li>a</li></ol>", "<p>Two</p><ol><li>b</li></ol>")
    )
    reader = Reader(printed(record))
    used = [
        str(n.get(f"{W}val")) for n in reader.body.iter(f"{W}numId")
    ]  # items, list, items, list, reasons twice
    assert len(set(used)) == 4
    numbering = reader.root("word/numbering.xml")
    for entry in numbering.iter(f"{W}num"):
        if entry.get(f"{W}numId") in used:
            assert entry.find(f"{W}lvlOverride/{W}startOverride") is not None


def test_an_item_may_hold_paragraphs_lists_and_tables() -> None:
    rich = (
        "<p>First</p><p>Second</p><ul><li>x<ul><li>y</li></ul></li></ul>"
        "<table><tr><th>Year</th></tr><tr><td>2026</td></tr></table><p>Last</p>"
    )
    reader = Reader(printed(a_record(decisions=items(rich))))
    assert "\n".join(reader.paragraphs()).count("First\nSecond\nx\ny\nYear\n2026\nLast") == 1
    shown = {words: style for style, words in reader.styles_of()}
    assert shown["First"] == "ListNumber"
    assert shown["Second"] == shown["Last"] == "ListContinue"


def test_an_item_that_begins_with_a_list_has_its_number_on_a_line_of_its_own() -> None:
    reader = Reader(printed(a_record(decisions=items("<ul><li>x</li></ul>"))))
    shown = reader.styles_of()
    assert shown[shown.index(("ListParagraph", "x")) - 1] == ("ListNumber", "")


def test_header_rows_repeat_and_columns_fill_the_room() -> None:
    rich = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>longer words</td></tr></table>"
    table = Reader(printed(a_record(decisions=items(rich)))).body.find(f"{W}tbl")
    assert table is not None
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    widths = [int(str(c.get(f"{W}w"))) for c in table.iter(f"{W}gridCol")]
    assert sum(widths) == 11906 - 2 * 1304 - 755


def test_missing_parts_say_so() -> None:
    shown = body(DecisionRecord())
    for words in (
        *("[Council to be added]", "[Decision to be added]", "[Reasons to be added]"),
        *("[Options to be added]", "[Conflicts to be added]", "[Date of decision to be added]"),
    ):
        assert words in shown
    assert "1. TITLE: [Title to be added]" in shown
    assert "2. DECISION MADE BY: [Decision maker to be added]" in shown


@pytest.mark.parametrize(
    ("status", "marked"),
    [("draft", True), ("ready", True), ("decided", False), ("implementable", False)],
)
def test_the_draft_mark(status: str, marked: bool) -> None:
    reader = Reader(printed(a_record(status=status)))
    assert any(words.startswith("DRAFT") for words in reader.paragraphs()) is marked
    for header in ("word/header1.xml", "word/header2.xml"):
        assert any("DRAFT" in words for words in reader.paragraphs(header)) is marked


def test_a_draft_that_was_sent_round_carries_its_number_until_it_changes() -> None:
    record = a_record(status="draft", notes="Sent to Legal.")
    sent = Circulation(number="3", to="Legal", words_hash=words_hash(record))
    record = replace(record, circulations=(sent,), notes="They answered.")
    for each, mark in (
        (record, "DRAFT 3"),
        (replace(record, title="Another"), "DRAFT, changed since draft 3"),
    ):
        reader = Reader(printed(each))
        assert f"{mark}: this decision has not been made yet." in reader.paragraphs()
        for header in ("word/header1.xml", "word/header2.xml"):
            assert [words.split("\t")[-1] for words in reader.paragraphs(header)] == [mark]
    decided = Reader(printed(replace(record, status="decided")))
    assert not any("DRAFT" in words for words in decided.paragraphs("word/header1.xml"))


def test_conflicts_none_and_declared() -> None:
    assert "None." in body(a_record())
    record = a_full_record()
    assert "None." not in body(record)
    table = Reader(printed(record)).body.find(f"{W}tbl")
    assert table is not None
    rows = [[words_of(c) for c in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    assert rows[0] == ["Member", "Interest declared", "Dispensation", "Granted by", "Granted on"]
    assert rows[1][0] == "Councillor Owen Tarrant"


def test_conflicts_that_were_withdrawn_are_not_printed() -> None:
    record = replace(a_full_record(), conflicts_declared="none")
    assert not any("Owen Tarrant" in words for words in body(record))


def test_optional_fields_print_when_filled_and_only_then() -> None:
    assert "Further information" not in body(a_record())
    shown = "\n".join(body(a_full_record()))
    for words in (
        *("Further information", "Wards affected:\tQuayside; Old Town", "Key decision:\tYes"),
        *("Councillor Asha Pell", "Reference: MBC/2026/014", "28-day notice published:\t30 Janu"),
        *("Consulted:\tHarbour users\nThe Quay", "Survey of the quay, October 2025"),
        "General exception: The tide tables leave one week. (agreed by Chair of Scrutiny "
        "on 20 February 2026)",
        "Appendix 1: tender prices (exempt under paragraph 3 of Schedule 12A to the Local "
        "Government Act 1972; the public interest in withholding it outweighs that in "
        "disclosing it)",
    ):
        if words.startswith("Appendix"):
            words = words.replace("(exempt", "(not for publication; exempt")
        assert words in shown


def test_the_public_interest_is_printed_in_the_words_that_were_ticked() -> None:
    ticked = row_field("appendices", "public_interest").label
    assert ticked[1:] in "\n".join(body(a_full_record()))


@pytest.mark.parametrize("entry", OPTIONAL, ids=lambda entry: entry.name)
def test_every_optional_field_is_printed_without_a_line_of_code_for_it(entry: Field) -> None:
    value = {Kind.DATE: "2026-02-01", Kind.CHOICE: "yes"}.get(entry.kind, "Ω words of it")
    shown = "\n".join(body(a_record(**{entry.name: value})))
    printed_as = {Kind.DATE: "1 February 2026", Kind.CHOICE: "Yes"}.get(entry.kind, value)
    assert printed_as in shown


def test_notes_are_never_printed() -> None:
    parts = Reader(printed(a_full_record(notes="SECRET NOTE"))).parts
    assert not any(b"SECRET NOTE" in data for data in parts.values())


def test_ids_keys_and_unknown_keys_are_never_printed() -> None:
    record = a_full_record(unknown='{"secret":"KEY"}')
    parts = Reader(printed(record)).parts
    for words in (b"KEY", record.id.encode(), record.decisions[0].key.encode()):
        assert not any(words in data for data in parts.values())


def test_a_title_in_any_script_and_of_any_length() -> None:
    for title in ("日本 – Ω א 😀 & <b> “q”", "x" * 1_000, "a\u00a0b  c "):
        reader = Reader(printed(a_record(title=title)))
        assert f"1. TITLE: {title}" in reader.paragraphs()


def test_core_properties_name_title_language_and_no_time() -> None:
    core = Reader(printed(a_record(title="A & B"))).parts["docProps/core.xml"].decode()
    assert "<dc:title>Record of Cabinet Member Decision: A &amp; B</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "created" not in core


def test_blank_items_and_options_are_left_out_and_numbers_follow() -> None:
    record = a_record(decisions=items("", "<p>Only</p>"), options=(Option(), Option(title="First")))
    shown = Reader(printed(record)).styles_of()
    assert next(words for style, words in shown if style == "ListNumber") == "Only"
    assert ("Heading3", "1.\tFirst") in shown


def test_every_block_knows_its_field() -> None:
    record = a_record(decisions=items("<p>a</p><p>b</p>", "<p>c</p>"))
    result = print_record(record, KIND, template())
    blocks = Reader(result.docx).body.findall(f"{W}p")
    at = {words_of(p): place for p, place in zip(blocks, result.places, strict=True)}
    assert at["a"] == at["b"] == "decisions[0]"
    assert at["c"] == "decisions[1]"
    assert at["2.\tDo nothing"] == "options[1].title"
    assert at["The quay would close."] == "options[1].text"
    assert at["1. TITLE: Resurfacing of Tanner's Quay"] == "title"
    assert at["4. REASON FOR DECISION:"] == "reasons"
    assert b"sendapp-at" not in Reader(result.docx).parts["word/document.xml"]


def test_missing_sections_know_their_field() -> None:
    result = print_record(DecisionRecord(), KIND, template())
    blocks = Reader(result.docx).body.findall(f"{W}p")
    at = {words_of(p): place for p, place in zip(blocks, result.places, strict=True)}
    assert at["[Reasons to be added]"] == "reasons"
    assert at["[Options to be added]"] == "options"
    assert at["[Conflicts to be added]"] == "conflicts_declared"


def test_the_same_bytes_in_other_processes_time_zones_and_hash_seeds(tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    record.write_text(to_json(a_full_record()), encoding="utf-8")
    program = (
        "import hashlib, sys; from pathlib import Path\n"
        "from sendapp.documents.jobs import RenderWord, RenderPdf\n"
        "from sendapp.documents.performing import perform\n"
        "from sendapp.domain.interchange import from_json\n"
        "from sendapp.domain.record_types import parse_type\n"
        "record = from_json(Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
        "folder = Path(sys.argv[2])\n"
        "kind = parse_type('cabinet-member', (folder / 'type.toml').read_text('utf-8'))\n"
        "made = dict(record=record, record_type=kind, template_path=folder / 'record.docx')\n"
        "for job in (RenderWord(**made), RenderPdf(**made)):\n"
        "    sys.stdout.write(hashlib.sha256(perform(job)).hexdigest() + ' ')\n"
    )
    hashes = set()
    for zone, seed in (("UTC", "1"), ("Pacific/Auckland", "2"), ("Europe/London", "3")):
        done = subprocess.run(
            [sys.executable, "-c", program, str(record), str(FOLDER)],
            env=os.environ | {"TZ": zone, "PYTHONHASHSEED": seed},
            cwd=FOLDER.parents[1],
            capture_output=True,
            check=True,
            timeout=60,
        )
        hashes.add(done.stdout)
    assert len(hashes) == 1
