"""What a template may not hold beside its words: tags out of place, fields that fetch, links."""

import io
import zipfile

import pytest

from sendapp.documents.template import load_template
from sendapp.errors import TemplateProblem
from tests.documents import crafted


def with_part(name: str, text: str) -> bytes:
    stream = io.BytesIO(crafted.template("{{ title }}"))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(name, text)
    return stream.getvalue()


def field_of(*texts: str) -> str:
    """Return a paragraph with a field of Word's own, its instruction in several runs."""
    marks = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    runs = "".join(f"<w:r><w:instrText>{text}</w:instrText></w:r>" for text in texts)
    return f"<w:p>{marks.format('begin')}{runs}{marks.format('end')}</w:p>"


VML = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">{}'
    "</v:shape></w:pict></w:r></w:p>"
)
OUTSIDE = crafted.relationships(("x", f"{crafted.R}/attachedTemplate", "t"), mode="External")
FILES: dict[str, tuple[bytes, str]] = {
    "relationships in capitals": (with_part("word/_rels/header1.xml.RELS", OUTSIDE), "outside"),
    "a mode in small letters": (
        with_part("word/_rels/header1.xml.rels", OUTSIDE.replace("External", "external")),
        "outside",
    ),
    "macros": (with_part("word/vbaProject.bin", "x"), "contains macros"),
    "macros in capitals": (with_part("word/VBAPROJECT.BIN", "x"), "contains macros"),
    "a VML picture": (
        crafted.document_of(VML.format('<v:imagedata src="http://a.example/x.png"/>')),
        "outside itself (picture: http://a.example/x.png)",
    ),
    "a picture by a field": (
        crafted.document_of(field_of("INCLUDE", 'PICTURE "http://a.example/x.png"')),
        "the field INCLUDEPICTURE: http://a.example/x.png",
    ),
    "a program by a field": (
        crafted.document_of('<w:p><w:fldSimple w:instr=" DdeAuto cmd.exe &quot;/k&quot;"/></w:p>'),
        "the field DDEAUTO",
    ),
    "a field in an unfinished field": (
        crafted.document_of(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> IF </w:instrText>'
            f"</w:r></w:p>{field_of('DDE x')}"
        ),
        "the field DDE",
    ),
    "a field in a part that is not printed": (
        with_part(
            "word/comments.xml",
            f'<w:comments xmlns:w="{crafted.W}">{field_of("DDE x")}</w:comments>',
        ),
        "the field DDE",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_what_reaches_outside_is_refused(name: str) -> None:
    data, sentence = FILES[name]
    with pytest.raises(TemplateProblem) as caught:
        load_template(data)
    assert sentence in caught.value.sentence
    assert caught.value.hint


def test_fields_that_fetch_nothing_may_stay() -> None:
    page = field_of(" PAGE ") + field_of(' ADDIN X {"a":{"b":1}} ') + field_of("= 2 + 3")
    load_template(crafted.document_of(page + crafted.paragraph("{{ title }}")))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            '<w:p><w:r><w:drawing xmlns:wp="http://a.example/wp"><wp:inline>'
            '<wp:docPr id="1" name="Crest" descr="Crest of {{ title }}"/></wp:inline>'
            "</w:drawing></w:r></w:p>",
            "the alternative text of a picture",
        ),
        (
            '<w:p><w:bookmarkStart w:id="9" w:name="{% if draft %}"/></w:p>',
            "a place that holds no words",
        ),
        (field_of('HYPERLINK "{{ title }}"'), "a field of Word's own"),
        (field_of("HYPERLINK {", "{ title }}"), "a field of Word's own"),
        ("<w:p><w:r><w:t>{</w:t><w:instrText>{ title }}</w:instrText></w:r></w:p>", "a field"),
        ("<w:p><w:r><w:instrText>{</w:instrText><w:t>% if a</w:t></w:r></w:p>", "no words"),
        ("<!-- {{ title }} --><w:p/>", "a place that holds no words"),
        ("<w:p>{{ title }}<w:r/>{{ title }}</w:p>", "a place that holds no words"),
        ("<w:p/>{{ title }}", "a place that holds no words"),
    ],
)
def test_a_tag_that_is_not_among_words_is_refused(body: str, sentence: str) -> None:
    with pytest.raises(TemplateProblem) as caught:
        load_template(crafted.document_of(body))
    assert sentence in caught.value.sentence
    assert "document.xml" in caught.value.where
