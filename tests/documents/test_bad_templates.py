"""Templates that cannot be used: each with its sentence and place, the file untouched."""

import io
import random
import warnings
import zipfile
from pathlib import Path

import pytest

from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.errors import NotFound, Problem, TemplateProblem
from tests.documents import crafted
from tests.documents.reading import Reader
from tests.documents.shipped import KIND, TEMPLATE_PATH
from tests.factory import a_full_record, a_record
from tests.profiles import IN_CI

OFFICE = crafted.R
DOTX = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"


def zip_of(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of a name used twice
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in members:
                package.writestr(name, data)
    return stream.getvalue()


def kind_changed(kind: str) -> bytes:
    docx = crafted.template("{{ title }}")
    return crafted.changed(docx, "[Content_Types].xml", crafted.MAIN_KIND, kind)


def with_relationship(kind: str, mode: str) -> bytes:
    docx = crafted.template("{{ title }}", header="x")
    new = f'<Relationship Id="x" Type="{OFFICE}/{kind}" Target="http://a.example/"{mode}/></Rel'
    return crafted.changed(docx, "word/_rels/document.xml.rels", "</Rel", new)


FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "not a Word document"),
    "text": (b"Dear all, here is our template", "not a Word document"),
    "old Word": (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word file"),
    "a zip of something": (zip_of(("a.txt", b"a")), "not a Word document"),
    "cut short": (TEMPLATE_PATH.read_bytes()[:9000], "not a Word document"),
    "dotx": (kind_changed(DOTX), ".dotx file"),
    "docm": (kind_changed(DOCM), ".docm file"),
    "zip bomb": (zip_of(("word/document.xml", bytes(40_000_000))), "far more than its size"),
    "too large": (
        zip_of(*((f"{n}.bin", random.Random(n).randbytes(9_000_000)) for n in range(6))),
        "larger than 50 MB",
    ),
    "too many parts": (zip_of(*((f"{n}.xml", b"") for n in range(501))), "more than 500 parts"),
    "a part twice": (zip_of(("a.xml", b"1"), ("a.xml", b"2")), "a part twice"),
    "a path out of the zip": (zip_of(("../a.xml", b"1")), "bad name"),
    "outside template": (
        with_relationship("attachedTemplate", ' TargetMode="External"'),
        "outside",
    ),
    "outside picture": (with_relationship("image", ' TargetMode="External"'), "outside"),
    "embedded file": (with_relationship("aFChunk", ""), "outside"),
    "broken XML": (
        crafted.changed(crafted.template("x"), "word/document.xml", "</w:body>", ""),
        "cannot be read",
    ),
    "entities": (
        crafted.changed(
            crafted.template("x"),
            "word/document.xml",
            "<w:document",
            '<!DOCTYPE d [<!ENTITY a "b">]><w:document',
        ),
        "document type declaration",
    ),
}

WORDS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "unknown name": (("1. TITLE: {{ titel }}",), "names “titel”", "1. TITLE: {{ titel }}"),
    "unknown row name": (
        ("{%p for o in options %}", "{{ o.tilte }}", "{%p endfor %}"),
        "names “tilte” of options",
        "{{ o.tilte }}",
    ),
    "never printed": (("{{ notes }}",), "names “notes”", "{{ notes }}"),
    "private name": (("{{ title.__class__ }}",), "“__class__” of title", "__class__"),
    "not closed": (("{{ title",), "{{ is not closed", "{{ title"),
    "not opened": (("title }}",), "}} is not opened", "title }}"),
    "over two paragraphs": (("{{ title", "}}"), "{{ is not closed", "{{ title"),
    "paragraph tag with words": (
        ("{%p if draft %} DRAFT", "{%p endif %}"),
        "in a paragraph with other words",
        "DRAFT",
    ),
    "two paragraph tags in one": (
        ("{%p if draft %}{%p endif %}",),
        "in a paragraph with other words",
        "{%p if draft %}",
    ),
    "no endif": (("{%p if draft %}", "x"), "cannot be read", ""),
    "no endfor": (("{%p for o in options %}", "x"), "cannot be read", ""),
    "stray endif": (("{%p endif %}",), "cannot be read", ""),
    "unknown tag": (("{% frobnicate %}",), "cannot be read", "frobnicate"),
    "unknown filter": (("{{ title|shout }}",), "filter “shout”", "shout"),
    "rich text in a line": (("See {{ reasons }}",), "inside a line", "See {{ reasons }}"),
    "rich row in a line": (
        ("{%p for o in options %}", "Text: {{ o.text }}", "{%p endfor %}"),
        "prints “options.text” inside a line",
        "Text: {{ o.text }}",
    ),
    "run tag": (("{{r title }}",), "uses {{r", "{{r title }}"),
    "include": (("{% include 'x' %}",), "{% include %}", ""),
    "macro": (("{% macro m() %}{% endmacro %}",), "{% macro %}", ""),
    "call": (("{{ title.upper() }}",), "calls such as name()", "title.upper()"),
    "arithmetic": (("{{ 9**9 }}",), "which templates may not", ""),
    "big text": (("{{ 'a' * 9 }}",), "which templates may not", ""),
    "recursive loop": (
        ("{% for o in options recursive %}{% endfor %}",),
        "recursive loop",
        "",
    ),
    "global": (("{{ cycler }}",), "names “cycler”", "{{ cycler }}"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_template(name: str, tmp_path: Path) -> None:
    data, sentence = FILES[name]
    path = tmp_path / "record.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateProblem) as caught:
        load_template(path)
    assert sentence in caught.value.sentence
    assert caught.value.hint
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", WORDS)
@pytest.mark.parametrize("part", ["body", "header", "footer", "footnote"])
def test_words_that_cannot_be_printed(name: str, part: str, tmp_path: Path) -> None:
    texts, sentence, place = WORDS[name]
    if part == "body":
        data = crafted.template(*texts)
    else:
        data = crafted.template("x", sections=1, **{part: "HERE"})
        inside = "".join(map(crafted.paragraph, texts))
        file = "word/footnotes.xml" if part == "footnote" else f"word/{part}1.xml"
        data = crafted.changed(data, file, crafted.paragraph("HERE"), inside)
    path = tmp_path / "record.docx"
    path.write_bytes(data)
    with pytest.raises(TemplateProblem) as caught:
        load_template(path)
    assert sentence in caught.value.sentence
    assert caught.value.hint
    named = {"body": "document"}.get(part, part)
    assert named in caught.value.where
    assert place in caught.value.where
    assert path.read_bytes() == data


def test_a_picture_without_alternative_text() -> None:
    drawing = (
        '<w:p><w:r><w:drawing xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing"><wp:inline><wp:docPr id="1" name="Crest"{}/></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )
    with pytest.raises(TemplateProblem, match="no alternative text"):
        load_template(crafted.document_of(drawing.format("")))
    load_template(crafted.document_of(drawing.format(' descr="The borough crest"')))


def test_a_condition_that_tears_a_table_is_named_when_printed() -> None:
    body = (
        crafted.paragraph("{% if draft %}")
        + f"<w:tbl><w:tr><w:tc>{crafted.paragraph('{% endif %}')}</w:tc></w:tr></w:tbl>"
    )
    torn = load_template(crafted.document_of(body))
    with pytest.raises(TemplateProblem, match="begins in one place and ends in another"):
        render(a_record(status="decided"), KIND, torn)


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="Cannot find"):
        load_template(tmp_path / "none.docx")
    with pytest.raises(Problem, match="is a folder"):
        load_template(tmp_path)


def test_the_same_bytes_are_compiled_once_and_changed_ones_again() -> None:
    first = load_template(crafted.template("{{ title }}"))
    assert load_template(crafted.template("{{ title }}")) is first
    assert load_template(crafted.template("{{ council }}")) is not first


def test_a_tag_split_over_runs_is_mended() -> None:
    split = (
        "<w:p><w:r><w:t>{</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>{ ti</w:t></w:r>"
        "<w:r><w:t>tle }}</w:t></w:r></w:p>"
    )
    found = render(a_record(), KIND, load_template(crafted.document_of(split)))
    assert Reader(found).paragraphs() == ["Resurfacing of Tanner's Quay"]


@pytest.mark.parametrize("seed", range(20 if IN_CI else 4))
def test_damaged_templates_are_refused_or_print_every_word(seed: int) -> None:
    chance = random.Random(seed)
    source = TEMPLATE_PATH.read_bytes()
    record = a_full_record()
    for _ in range(15):
        data = bytearray(source)
        for _ in range(chance.randint(1, 8)):
            match chance.randrange(3):
                case 0:
                    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
                case 1:
                    start = chance.randrange(len(data))
                    del data[start : start + chance.randrange(60)]
                case _:
                    start = chance.randrange(len(data))
                    data[start:start] = data[chance.randrange(len(data)) :][:30]
        _refused_or_whole(bytes(data), record.title)


@pytest.mark.parametrize("seed", range(40 if IN_CI else 6))
def test_damaged_parts_are_refused_or_print_every_word(seed: int) -> None:
    chance = random.Random(seed)
    with zipfile.ZipFile(TEMPLATE_PATH) as package:
        parts = [(name, package.read(name)) for name in package.namelist()]
    for _ in range(15):
        index = chance.randrange(len(parts))
        name, data = parts[index]
        torn = bytearray(data)
        for _ in range(chance.randint(1, 4)):
            start = chance.randrange(len(torn))
            torn[start : start + chance.randrange(12)] = chance.randbytes(chance.randrange(4))
        changed = [*parts[:index], (name, bytes(torn)), *parts[index + 1 :]]
        _refused_or_whole(zip_of(*changed), a_full_record().title)


def _refused_or_whole(data: bytes, title: str) -> None:
    try:
        docx = render(a_full_record(), KIND, load_template(data))
    except TemplateProblem:
        return
    assert title in "\n".join(Reader(docx).paragraphs())
