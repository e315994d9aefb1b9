"""What a council's own template has no place for and may not be lost: it goes to the end.

Corrections and the block to sign in are set in the template's own styles, the text's code in each
of its footers.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sendapp.documents.context import Context, Entry, Items
from sendapp.documents.ooxml import Frame, Properties, Writer, paragraph
from sendapp.documents.package import parse_part
from sendapp.documents.prepare import room_of
from sendapp.documents.properties import introduced, relationships_part
from sendapp.documents.styles import Styles, W, w
from sendapp.documents.template import MAIN, Template
from sendapp.documents.xmltext import attribute, text_content
from sendapp.domain.richtext import Paragraph, Run

CODE_WORDS = "Text code"
_SIGNED = ("Signature", "Date")
_CORRECTION = ("corrected_on", "place", "reason", "before", "after")
_TO = ":\t"
# Twips: where what is filled in begins.
_BEGINS = 1_701
# Spaces with a line under them, which is no word of the PDF as a tab's leader would be.
_SPACES_70 = text_content("\N{NO-BREAK SPACE}" * 70)
_RULE = f'<w:r><w:rPr><w:u w:val="single"/></w:rPr>{_SPACES_70}</w:r>'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = f'xmlns:w="{W}" xmlns:r="{_R}"'
_FOOTER = re.compile(r"word/footer\d*\.xml")
_FOOTER_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"


@dataclass(frozen=True, slots=True)
class Appended:
    """What `template` does not name of what `context` has to print."""

    corrections: bool
    signatories: bool
    code: bool

    @property
    def names(self) -> frozenset[str]:
        """The dotted names of what has to be found in the document because of it."""
        found = {f"corrections.{part}" for part in _CORRECTION if self.corrections}
        found |= {f"signatories.{part}" for part in ("name", "post") if self.signatories}
        return frozenset(found | ({"code"} if self.code else set()))


NOTHING = Appended(corrections=False, signatories=False, code=False)
"""What a document that is no record lacks."""


def missing_in(template: Template, context: Context) -> Appended:
    """Return what has to be appended to a document on `template`."""
    signing = bool(context.values["signing"])
    first = {name.split(".")[0] for name in template.names}
    return Appended(
        corrections=bool(context.values["corrections"]) and not first & {"corrections", "more"},
        signatories=signing and "signatories" not in first,
        code=signing and "code" not in first,
    )


def append_blocks(
    root: etree._Element, wanted: Appended, context: Context, styles: Styles, writer: Writer
) -> None:
    """Put corrections and the block to sign in at the end of the body of `root`."""
    blocks: list[etree._Element] = []
    frame = Frame({}, 0, room_of(root))
    if wanted.corrections:
        rows = _rows(context, "corrections")
        blocks += _elements(_heading("Corrections", styles))
        for row in rows:
            blocks += _elements(writer.text(_told(row), frame, "corrections"))
    if wanted.signatories:
        rows = _rows(context, "signatories")
        blocks += _elements(_heading("Signature" if len(rows) == 1 else "Signatures", styles))
        for row in rows:
            blocks += _elements(_signatory(str(row.values["name"]), str(row.values["post"])))
    body = root.find(w("body"))
    assert body is not None
    last = body.find(w("sectPr"))
    at = len(body) if last is None else body.index(last)
    body[at:at] = blocks


def append_code(
    context: Context,
    styles: Styles,
    roots: dict[str, etree._Element],
    parts: Mapping[str, bytes],
    changed: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Put the code into every footer, and return the parts that a new one needs.

    `roots`, the rendered parts by name, are changed in place and get the footers.
    """
    for name in filter(_FOOTER.fullmatch, parts):
        roots.setdefault(name, parse_part(parts[name], name))
        roots[name].extend(_code_line(context, styles))
    first = next(roots[MAIN].iter(w("sectPr")), None)
    if first is None:
        body = roots[MAIN].find(w("body"))
        assert body is not None
        first = etree.SubElement(body, w("sectPr"))
    had = {str(reference.get(w("type"))) for reference in first.findall(w("footerReference"))}
    if not (lacking := sorted(_footers_in_use(roots[MAIN], parts) - had)):
        return {}
    name = next(n for k in range(1, 1_000) if (n := f"word/footer{k}.xml") not in parts)
    footer = etree.Element(w("ftr"), nsmap={"w": W, "r": _R})
    footer.extend(_code_line(context, styles))
    roots[name] = footer
    rels = relationships_part(MAIN)
    added = introduced(parts, changed, name, _FOOTER_KIND, rels, f"{_R}/footer", name[5:])
    identity = str(parse_part(added[rels], rels)[-1].get("Id"))
    for kind in lacking:
        reference = etree.Element(w("footerReference"))
        reference.set(w("type"), kind)
        reference.set(f"{{{_R}}}id", identity)
        first.insert(0, reference)
    return added


def _footers_in_use(main: etree._Element, parts: Mapping[str, bytes]) -> set[str]:
    """Return the kinds of footer that the document shows; later sections have the first's."""
    kinds = {"default"}
    if any(_on(section.find(w("titlePg"))) for section in main.iter(w("sectPr"))):
        kinds.add("first")
    settings = parts.get("word/settings.xml")
    if settings and _on(parse_part(settings, "settings").find(w("evenAndOddHeaders"))):
        kinds.add("even")
    return kinds


def _on(switch: etree._Element | None) -> bool:
    return switch is not None and str(switch.get(w("val"), "1")) not in ("0", "false", "off")


def _code_line(context: Context, styles: Styles) -> list[etree._Element]:
    look = styles.paragraph("footer")
    words = text_content(f"{CODE_WORDS} {context.values['code']}")
    return _elements(paragraph(_style(look.style_id) if look else {}, f"<w:r>{words}</w:r>", ""))


def _heading(words: str, styles: Styles) -> str:
    look = styles.paragraph("heading 2")
    bold = "" if look else "<w:rPr><w:b/><w:bCs/></w:rPr>"
    kept = {"keepNext": "<w:keepNext/>"} | (_style(look.style_id) if look else {})
    return paragraph(kept, f"<w:r>{bold}{text_content(words)}</w:r>", "")


def _told(correction: Entry) -> tuple[Paragraph, ...]:
    """Return a correction in paragraphs: when and where, why, the words before and after."""
    said = {part: str(correction.values[part]) for part in _CORRECTION}
    head = ": ".join(filter(None, (said["corrected_on"], said["place"])))
    lines = [Run(head, frozenset({"b"}))] if head else []
    lines += [
        Run(f"{words}: {said[part]}")
        for part, words in (("reason", "Why"), ("before", "Before"), ("after", "After"))
        if said[part]
    ]
    return tuple(Paragraph((run,)) for run in lines)


def _signatory(name: str, post: str) -> str:
    """Return the lines for one signatory; each is kept with the next, all on one page."""
    kept = {"keepNext": "<w:keepNext/>", "keepLines": "<w:keepLines/>"}
    line = kept | {
        "tabs": f'<w:tabs><w:tab w:val="left" w:pos="{_BEGINS}"/></w:tabs>',
        "spacing": '<w:spacing w:before="320" w:after="0"/>',
        "ind": f'<w:ind w:left="{_BEGINS}" w:hanging="{_BEGINS}"/>',
    }
    head = kept | {"spacing": '<w:spacing w:before="360" w:after="0"/>'}
    bold = "<w:rPr><w:b/><w:bCs/></w:rPr>"
    named = f"<w:r>{text_content(name)}</w:r>" if name else _RULE
    written = [("Name", named), *((words, _RULE) for words in _SIGNED)]
    return paragraph(head, f"<w:r>{bold}{text_content(post)}</w:r>", "") + "".join(
        paragraph(line, f"<w:r>{text_content(words + _TO)}</w:r>{filled}", "")
        for words, filled in written
    )


def _rows(context: Context, name: str) -> tuple[Entry, ...]:
    rows = context.values[name]
    assert isinstance(rows, Items)
    return rows.rows


def _style(style_id: str) -> Properties:
    return {"pStyle": f"<w:pStyle w:val={attribute(style_id)}/>"}


def _elements(xml: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<w:body {_SPACES}>{xml}</w:body>"))
