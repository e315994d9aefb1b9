"""What a template may not hold beside its words: tags out of place, fields that fetch, links."""

from collections.abc import Iterator, Mapping

from lxml import etree

from sendapp.documents.lint import part_words
from sendapp.documents.package import parse_part
from sendapp.documents.styles import w
from sendapp.errors import TemplateProblem

_OPENERS = ("{{", "{%", "{#")
_FETCHING = frozenset(
    (
        *("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "DDE", "DDEAUTO", "LINK"),
        *("DATABASE", "RD"),
    )
)
_VML = "{urn:schemas-microsoft-com:vml}"
_VML_PICTURES = (f"{_VML}imagedata", f"{_VML}fill", f"{_VML}stroke")
_VML_SOURCES = (
    "src",
    "{urn:schemas-microsoft-com:office:office}href",
    "{urn:schemas-microsoft-com:office:office}althref",
)
_SHOWN = 60


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Refuse fields and pictures that fetch something from outside; raises TemplateProblem."""
    for name, data in parts.items():
        if name.lower().startswith("word/") and name.lower().endswith(".xml"):
            root = parse_part(data, name)
            for instruction in _instructions(root):
                _check_field(instruction, name)
            for picture in root.iter(*_VML_PICTURES):
                if source := next(filter(None, map(picture.get, _VML_SOURCES)), ""):
                    _refuse_outside("picture", str(source), name)


def check_tags_in_words(root: etree._Element, part: str) -> None:
    """Refuse tags anywhere but in words: there nothing would be quoted; raises TemplateProblem."""
    last, last_in_words = "", True
    for element in root.iter():
        for name, value in element.attrib.items():
            if any(opener in str(value) for opener in _OPENERS):
                _refuse_tag(_place_of(element, str(name)), str(value), part)
        text = str(element.text or "")
        in_words = element.tag == w("t")
        # What Word divides between two elements is one tag once the template is read.
        joined = last[-1:] + (text[:1] if in_words and not last_in_words else text)
        if not (in_words and last_in_words) and any(opener in joined for opener in _OPENERS):
            _refuse_tag(_place_of(element), last + text, part)
        if text:
            last, last_in_words = text, in_words
        if any(opener in str(element.tail or "") for opener in _OPENERS):
            _refuse_tag("", str(element.tail), part)


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield what each field of `root` is told to do."""
    for simple in root.iter(w("fldSimple")):
        yield str(simple.get(w("instr"), ""))
    fields = [""]
    for element in root.iter(w("fldChar"), w("instrText"), w("delInstrText")):
        if element.tag != w("fldChar"):
            fields[-1] += str(element.text or "")
        elif element.get(w("fldCharType")) == "begin":
            fields.append("")
        elif element.get(w("fldCharType")) == "end" and len(fields) > 1:
            yield fields.pop()
    yield from fields


def _check_field(instruction: str, part: str) -> None:
    words = instruction.replace('"', " ").split()
    if words and words[0].upper() in _FETCHING:
        _refuse_outside(f"the field {words[0].upper()}", " ".join(words[1:])[:_SHOWN], part)


def _place_of(element: etree._Element, attribute: str = "") -> str:
    """Return what an officer calls the place of a tag, '' where there is no word for it."""
    if attribute in ("descr", "title"):
        return "the alternative text of a picture"
    if attribute == w("instr") or element.tag in (w("instrText"), w("delInstrText")):
        return "a field of Word's own"
    return ""


def _refuse_tag(place: str, words: str, part: str) -> None:
    shown = " ".join(words.split())[:_SHOWN]
    raise TemplateProblem(
        f"In {part_words(part)} of the template, a tag stands in "
        f"{place or 'a place that holds no words'}, where nothing can be filled in: “{shown}”.",
        "Write the tag among the words of a paragraph, or take it out.",
        f"{part}: “{shown}”",
    )


def _refuse_outside(what: str, target: str, part: str) -> None:
    raise TemplateProblem(
        f"The template links to something outside itself ({what}: {target}).",
        "Embed pictures in the template, and remove links to other files.",
        part,
    )
