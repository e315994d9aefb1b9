"""The council's logo at the head of its records."""

import base64
import io
import zipfile

import pytest
from lxml import etree
from PIL import Image

from sendapp.documents.logo import HEIGHT_MM, WIDEST_MM, picture_of
from sendapp.documents.template import load_template
from sendapp.documents.word import render
from sendapp.domain.wording import House
from sendapp.errors import Problem
from tests.documents import crafted
from tests.documents.reading import Reader
from tests.documents.shipped import KIND, NAMES, logo, printed
from tests.factory import a_record

MM = 36_000


@pytest.mark.parametrize(
    ("width", "height", "form", "mode"),
    [
        (900, 260, "PNG", "RGBA"),
        (40, 40, "PNG", "P"),
        (2000, 90, "JPEG", "RGB"),
        (300, 900, "JPEG", "L"),
    ],
)
def test_it_is_as_high_as_planned_and_never_too_wide(
    width: int, height: int, form: str, mode: str
) -> None:
    picture = picture_of(logo(width, height, form, mode), "Wexley")
    assert picture
    assert picture.height <= HEIGHT_MM * MM
    assert picture.width <= WIDEST_MM * MM
    assert picture.height == HEIGHT_MM * MM or picture.width == WIDEST_MM * MM
    assert picture.width / picture.height == pytest.approx(width / height, rel=0.15)
    with Image.open(io.BytesIO(picture.png)) as opened:
        assert (opened.format, opened.mode) == ("PNG", "RGB")


def test_what_shines_through_becomes_white() -> None:
    picture = picture_of(logo(), "Wexley")
    assert picture
    with Image.open(io.BytesIO(picture.png)) as opened:
        assert opened.getpixel((opened.width - 1, 0)) == (255, 255, 255)


@pytest.mark.parametrize("kind", NAMES)
def test_it_stands_at_the_head_with_its_alternative_text(kind: str) -> None:
    record = a_record(record_type=kind, council="Wexley & Vale")
    reader = Reader(printed(record, house=House(logo=logo())))
    first = reader.body[0]
    [named] = [e for e in first.iter() if etree.QName(e).localname == "docPr"]
    assert named.get("descr") == "Logo of Wexley & Vale"
    assert reader.parts["word/media/logo.png"].startswith(b"\x89PNG")
    assert b"media/logo.png" in reader.parts["word/_rels/document.xml.rels"]
    assert b'Extension="png"' in reader.parts["[Content_Types].xml"]


def test_without_one_nothing_is_there() -> None:
    reader = Reader(printed(a_record()))
    assert not any("media" in name for name in reader.parts)
    assert reader.styles_of()[0][0] == "Council"


def test_an_own_template_prints_it_where_it_names_it_more_than_once() -> None:
    own = load_template(
        crafted.template(
            "{%p if logo %}", "{{ logo }}", "{%p endif %}", "{{p logo }}", "{{ title }}"
        )
    )
    docx = render(a_record(), KIND, own, house=House(logo=logo()))
    reader = Reader(docx)
    named = [e for e in reader.body.iter() if etree.QName(e).localname == "docPr"]
    assert len(named) == 2
    assert len({e.get("id") for e in named}) == 2
    bare = Reader(render(a_record(), KIND, own))
    assert not any(etree.QName(e).localname == "docPr" for e in bare.body.iter())


@pytest.mark.parametrize(
    "kept",
    [
        "not base64 at all",
        base64.b64encode(b"GIF89a, which is neither").decode(),
        base64.b64encode(b"\x89PNG\r\n\x1a\n and then nothing").decode(),
        logo(40, 40, "BMP", "RGB"),
        logo()[:400],
    ],
)
def test_what_is_no_picture_is_told_of(kept: str) -> None:
    with pytest.raises(Problem, match="logo cannot be read"):
        printed(a_record(), house=House(logo=kept))


def test_a_picture_of_far_too_many_pixels_is_told_of() -> None:
    out = io.BytesIO()
    Image.new("1", (9_000, 9_000)).save(out, "PNG")
    with pytest.raises(Problem, match="logo cannot be read"):
        picture_of(base64.b64encode(out.getvalue()).decode(), "")


def test_the_same_logo_gives_the_same_bytes() -> None:
    house = House(logo=logo())
    assert printed(a_record(), house=house) == printed(a_record(), house=house)
    with zipfile.ZipFile(io.BytesIO(printed(a_record(), house=house))) as package:
        assert package.testzip() is None
