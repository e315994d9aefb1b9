"""Spelling: 300 right and 300 misspelt words of council English, and all that is no word."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.spelling import words_of
from sendapp.paths import resources
from sendapp.services.council import CouncilSettings, Post
from sendapp.services.licences import licences
from sendapp.services.spelling import MOST_SUGGESTED, Spelling

CORPUS = Path(__file__).parent / "spelling_corpus"


@pytest.fixture(scope="module")
def spelling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spelling]:
    made = Spelling(tmp_path_factory.mktemp("words") / "my-words.txt")
    yield made
    made.close()


def wrong_in(spelling: Spelling, line: str) -> list[str]:
    (spans,) = spelling.check([line]).result(60)
    return [line[start:end] for start, end in spans]


def listed(name: str) -> list[str]:
    lines = (CORPUS / name).read_text("utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line and not line.startswith("#")]


def test_the_examiners_words_are_told_apart(spelling: Spelling) -> None:
    right, wrong = listed("right.txt"), listed("misspelt.txt")
    assert (len(right), len(wrong)) == (300, 300)
    flagged = dict(zip(right, spelling.check(right).result(60), strict=True))
    assert [word for word, spans in flagged.items() if spans] == []
    flagged = dict(zip(wrong, spelling.check(wrong).result(60), strict=True))
    assert [word for word, spans in flagged.items() if not spans] == []


@pytest.mark.parametrize(
    "line",
    [
        "CAB/2024/117 under S106 and s106, the NPPF, EHCPs and 12 HMOs",
        "write to jo.bloggs@wexleyy.gov.uk or see www.wexleyy.gov.uk/planing and reprot.docx",
        "the 1st, 2nd and 103rd; £3m at 4.5% in Q3 of 2024/25, 10am, A4, 3x",
        "(iv) costs; (a) time; ii) risk; e.g. this, i.e. that",
        "officers\N{RIGHT SINGLE QUOTATION MARK} pay, tenants' homes, the council’s and the "
        "council's view",
        "“quoted” ‘words’, 'too' – and so on… yes/no",
        "pre-application, co-opted, re-tender, multi-agency, well-being, non\N{NON-BREAKING HYPHEN}"
        "statutory",
        "a café, a cafe\N{COMBINING ACUTE ACCENT}, coun\N{SOFT HYPHEN}cil",
        "ten\N{NO-BREAK SPACE}houses\N{LINE SEPARATOR}on two lines",
        "Parklet and parklet’s, Masterplanning",
        "",
        " \N{NO-BREAK SPACE} ",
    ],
)
def test_nothing_is_wrong_with(spelling: Spelling, line: str) -> None:
    assert wrong_in(spelling, line) == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("The comittee met, and Comittee’s view stood.", ["comittee", "Comittee’s"]),
        ("a sub-comittee for pre-aplication", ["comittee", "aplication"]),
        ("the offficers’ pay", ["offficers"]),
        ("does'nt, does’nt", ["does'nt", "does’nt"]),
        ("one\N{NO-BREAK SPACE}twoo\N{LINE SEPARATOR}threee", ["twoo", "threee"]),
        ("\N{CHERRY BLOSSOM} teh", ["teh"]),
        ("color, center and organize", ["color", "center"]),
        ("suds are not SuDs, ofsted", ["SuDs", "ofsted"]),
        ("(b) whith/without", ["whith"]),
    ],
)
def test_exactly_this_is_wrong(spelling: Spelling, line: str, wrong: list[str]) -> None:
    assert wrong_in(spelling, line) == wrong


def test_what_was_meant_comes_first_in_its_capitals_and_apostrophe(spelling: Spelling) -> None:
    def meant(word: str) -> str:
        return spelling.suggest(word).result(60)[0]

    assert meant("comittee") == "committee"
    assert meant("Comittee") == "Committee"
    assert meant("placemakng") == "placemaking"
    assert meant("does’nt") == "doesn’t"
    assert meant("does'nt") == "doesn't"
    assert len(spelling.suggest("catt").result(60)) <= MOST_SUGGESTED


def test_my_words_are_kept_in_a_file_and_can_be_taken_out(tmp_path: Path) -> None:
    file = tmp_path / "my-words.txt"
    one = Spelling(file)
    line = "Hollinbrook’s weirs, hollinbrook"
    assert wrong_in(one, line) == ["Hollinbrook’s", "hollinbrook"]
    one.learn("Hollinbrook").result(60)
    assert wrong_in(one, line) == ["hollinbrook"]
    assert file.read_text("utf-8") == "Hollinbrook\n"
    one.close()
    again = Spelling(file)
    assert wrong_in(again, "Hollinbrook") == []
    again.learn("Hollinbrook", known=False).result(60)
    assert wrong_in(again, "Hollinbrook") == ["Hollinbrook"]
    again.close()


def test_the_councils_words_its_name_and_posts_are_known(spelling: Spelling) -> None:
    line = "Wexleyvale’s zorbing for Councillor Oyelaran"
    assert wrong_in(spelling, line) == ["Wexleyvale’s", "zorbing", "Oyelaran"]
    posts = (Post("Leader", "Councillor Bisi Oyelaran"),)
    spelling.use_council(CouncilSettings(council="Wexleyvale", words=("zorbing",), posts=posts))
    assert wrong_in(spelling, line) == []
    spelling.use_council(CouncilSettings())
    assert wrong_in(spelling, line) != []


def test_a_process_that_dies_is_begun_again(spelling: Spelling) -> None:
    wrong_in(spelling, "Begun")
    process = spelling._engine._process
    assert process is not None
    process.kill()
    process.join(10)
    assert wrong_in(spelling, "begunn agayn") == ["begunn", "agayn"]


def test_no_network_and_no_file_but_ours() -> None:
    argv = [sys.executable, "-m", "tests.services.watched_engine"]
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(argv, cwd=root, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["answers"][0] == ["teh"]
    assert "the" in found["answers"][1]
    assert found["connections"] == []
    python = (sys.prefix, sys.base_prefix, "/proc/")
    others = {name for name in found["opened"] if not name.startswith(python)}
    sources = {name for name in others if name.endswith((".py", ".pyc"))}
    assert {Path(name).name for name in others - sources} == {"en_GB.aff", "en_GB.dic"}


@given(st.text(st.characters(codec="utf-8"), max_size=80) | st.text("aéB1’'-/@. (iv)\u00a0\u0301"))
def test_of_any_text_the_words_stand_in_it_in_order(line: str) -> None:
    last = 0
    for word in words_of(line):
        assert last <= word.start < word.end <= len(line)
        assert line[word.start : word.end].strip() == line[word.start : word.end]
        assert any(letter.isalpha() for letter in word.looked_up)
        assert not any(letter.isnumeric() or letter.isspace() for letter in word.looked_up)
        last = word.end


def test_the_licences_of_dictionary_and_engine_are_shipped_in_full() -> None:
    texts = {licence.work.split(" ")[0]: licence.text() for licence in licences()}
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["British"]
    assert "Marco A.G.Pinto" in texts["British"]
    assert "Mozilla Public License" in texts["Spylls"]
    readme = (resources() / "dictionaries" / "README.md").read_text("utf-8")
    names = {path.name for path in (resources() / "dictionaries").rglob("*") if path.is_file()}
    assert {name for name in names if name not in readme} == {"README.md"}
