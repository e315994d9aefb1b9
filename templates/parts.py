"""What a record template prints: the body, the running header and the footer."""

from typing import Any
from xml.sax.saxutils import escape

import house

_NAMES_ONLY = "officer-non-executive"
"""Whose records name the members who declared a conflict, and note no dispensation."""
_SIGNED_ON, _DATED_ON = 92, 60
"""How long a line to sign on, and one for a date, is: in spaces of 11 point, about 3 point each."""
FIRST_HEADER, HEADER, FOOTER = "rId11", "rId12", "rId13"

_CONFLICT_COLUMNS = (
    ("Member", "member", 1700),
    ("Interest declared", "interest", 2753),
    ("Dispensation", "dispensation", 1900),
    ("Granted by", "granted_by", 1400),
    ("Granted on", "granted_on", 1300),
)


def run(text: str, style: str = "") -> str:
    """A run of `text`, in which a tab character is Word's tab."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    words = "<w:tab/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else ""
        for piece in text.split("\t")
    )
    return f"<w:r>{look}{words}</w:r>"


def paragraph(style: str, *runs: str) -> str:
    """A paragraph in `style`; what is no XML yet becomes a run."""
    inside = "".join(piece if piece.startswith("<") else run(piece) for piece in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def tag(words: str, style: str = "Normal") -> str:
    """The paragraph of a tag, which leaves none behind."""
    return paragraph(style, f"{{%p {words} %}}")


def only_if(condition: str, *blocks: str) -> str:
    return tag(f"if {condition}") + "".join(blocks) + tag("endif")


def _section(kind: dict[str, Any], name: str, *values: str) -> str:
    entry = next(entry for entry in kind["section"] if entry["id"] == name)
    number = f"{entry['number']}. " if entry.get("number") else ""
    return paragraph("Heading2", f"{number}{entry['heading']}{' ' if values else ''}", *values)


def document(kind: dict[str, Any]) -> str:
    """The text of word/document.xml for the record type `kind`, as read from its type.toml."""
    body = [*_head(kind), *_sections(kind), *_more(kind), *_corrections(), *_signing()]
    return (
        f"{house.DECLARATION}<w:document {house.SPACES}><w:body>{''.join(body)}"
        f"{page()}</w:body></w:document>"
    )


def _head(kind: dict[str, Any]) -> list[str]:
    dates = ["Draft Decision List published on", "Confirmed Decision List published on"]
    names = ["draft_list_published", "confirmed_list_published"]
    return [
        only_if("logo", paragraph("Logo", "{{ logo }}")),
        paragraph("Council", "{{ council or missing.council }}"),
        paragraph("Heading1", kind["title"]),
        only_if("reference", paragraph("Reference", "Reference: {{ reference }}")),
        only_if(
            "draft", paragraph("Banner", "{{ draft_mark }}: this decision has not been made yet.")
        ),
        only_if("banner", paragraph("Banner", "{{ banner }}")),
        *(
            only_if(name, paragraph("ListBullet", f"{words}: {{{{ {name} }}}}"))
            for words, name in zip(dates, names, strict=True)
        ),
    ]


def _sections(kind: dict[str, Any]) -> list[str]:
    maker = "{{ decision_maker or missing.decision_maker }}"
    title = "{{ option.number }}.\t{{ option.title or missing.option_title }}"
    return [
        _section(kind, "title", run("{{ title or missing.title }}")),
        _section(kind, "decision_maker", run(maker, "FieldValue")),
        only_if("decision_maker_name", paragraph("SectionText", "{{ decision_maker_name }}")),
        _section(kind, "decision"),
        only_if("decision_lead_in", paragraph("LeadIn", "{{ decision_lead_in }}")),
        *_items("decisions"),
        _section(kind, "reasons"),
        *_items("reasons"),
        _section(kind, "options"),
        tag("for option in options"),
        paragraph("Heading3", title + "{% if option.recommended %} (recommended){% endif %}"),
        paragraph("ItemText", "{{p option.text }}"),
        tag("else"),
        paragraph("SectionText", "{{ missing.options }}"),
        tag("endfor"),
        _section(kind, "conflicts"),
        tag("if conflicts"),
        *_conflicts(kind),
        tag("else"),
        paragraph("SectionText", "{{ no_conflicts }}"),
        tag("endif"),
        _section(kind, "dates"),
        tag("if signing and not date_of_decision"),
        paragraph("SectionText", _rule(_DATED_ON)),
        tag("else"),
        paragraph("SectionText", "{{ date_of_decision or missing.date_of_decision }}"),
        tag("endif"),
    ]


def _items(name: str) -> list[str]:
    return [
        tag(f"if {name}"),
        paragraph("ListNumber", f"{{{{p {name} }}}}"),
        tag("else"),
        paragraph("SectionText", f"{{{{ missing.{name} }}}}"),
        tag("endif"),
    ]


def _more(kind: dict[str, Any]) -> list[str]:
    """The optional fields, each printed only when it is filled."""
    return [
        tag("if more"),
        _section(kind, "more"),
        tag("for detail in more"),
        tag("if detail.text"),
        paragraph("Detail", run("{{ detail.label }}:", "Strong"), "\t{{ detail.text }}"),
        tag("else"),
        paragraph("DetailHeading", "{{ detail.label }}:"),
        tag("for entry in detail.entries"),
        _bullet("{{ entry }}"),
        tag("endfor"),
        tag("endif"),
        tag("endfor"),
        tag("endif"),
    ]


def _bullet(words: str) -> str:
    """A bulleted line under a section's heading."""
    return paragraph("ListBullet", words).replace(
        "</w:pPr>", f'<w:ind w:left="{house.WORDS + 340}" w:hanging="340"/></w:pPr>'
    )


def _corrections() -> list[str]:
    """What was corrected after the decision: when and where, why, the words before and after."""
    parts = [("Reason", "reason"), ("Before", "before"), ("After", "after")]
    return [
        tag("if corrections"),
        paragraph("Heading2", "Corrections"),
        tag("for correction in corrections"),
        paragraph(
            "DetailHeading",
            "{{ correction.corrected_on }}"
            "{% if correction.place %}: {{ correction.place }}{% endif %}",
        ),
        *(
            only_if(
                f"correction.{name}",
                paragraph("Detail", run(f"{words}:", "Strong"), f"\t{{{{ correction.{name} }}}}"),
            )
            for words, name in parts
        ),
        tag("endfor"),
        tag("endif"),
    ]


def _signing() -> list[str]:
    """The block to sign in of the copy that is printed to be signed: on one page, paragraph by
    paragraph, since not every engine keeps the rows of a table together.
    """
    return [
        tag("if signing"),
        paragraph("Heading2", "Signature{% if signatories|length > 1 %}s{% endif %}"),
        tag("for signatory in signatories"),
        paragraph("Signatory", "{{ signatory.post }}"),
        tag("if signatory.name"),
        paragraph("SigningLine", run("Name:", "Strong"), "\t{{ signatory.name }}"),
        tag("else"),
        _line_to_write_on("Name"),
        tag("endif"),
        _line_to_write_on("Signature"),
        _line_to_write_on("Date"),
        tag("endfor"),
        tag("endif"),
    ]


def _line_to_write_on(words: str) -> str:
    return paragraph("SigningLine", run(f"{words}:", "Strong"), "\t", _rule(_SIGNED_ON))


def _rule(spaces: int) -> str:
    """A rule to write on.

    A tab's leader is underscores in the words of the PDF; under a tab, and beside paragraphs that
    follow each other, not every engine draws a line. Under spaces they all do.
    """
    return run("\N{NO-BREAK SPACE}" * spaces, "WriteOn")


def _conflicts(kind: dict[str, Any]) -> list[str]:
    """The declared conflicts: a table, or for a decision that is not executive the names."""
    if kind["duties"] == _NAMES_ONLY:
        told = "{% if conflict.interest %}: {{ conflict.interest }}{% endif %}"
        named = _bullet(f"{{{{ conflict.member }}}}{told}")
        return [tag("for conflict in conflicts"), named, tag("endfor")]
    heads = [(words, width) for words, _, width in _CONFLICT_COLUMNS]
    cells = [
        (f"{{{{ conflict.{name} }}}}", "TableText", width) for _, name, width in _CONFLICT_COLUMNS
    ]
    return [table(heads, "for conflict in conflicts", row(cells))]


def table(heads: list[tuple[str, int]], loop: str, repeated: str, indent: int = house.WORDS) -> str:
    """A table with a header row that repeats over pages, and a row for each turn of `loop`."""
    widths = [width for _, width in heads]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = row([(words, "TableHeading", width) for words, width in heads], header=True)
    total = sum(widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{head}"
        + tag_row(loop, total)
        + repeated
        + tag_row("endfor", total)
        + "</w:tbl>"
    )


def tag_row(words: str, width: int) -> str:
    return row([(f"{{%tr {words} %}}", "TableText", width)])


def row(cells: list[tuple[str, str, int]], *, header: bool = False) -> str:
    look = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>"
    return (
        f"<w:tr>{look}"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{paragraph(style, words)}</w:tc>"
            for words, style, width in cells
        )
        + "</w:tr>"
    )


def page() -> str:
    """The section: A4, a first page without a running title."""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{HEADER}"/>'
        f'<w:headerReference w:type="first" r:id="{FIRST_HEADER}"/>'
        f'<w:footerReference w:type="default" r:id="{FOOTER}"/>'
        f'<w:footerReference w:type="first" r:id="{FOOTER}"/>'
        f'<w:pgSz w:w="{house.PAGE_WIDTH}" w:h="{house.PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="1474" w:right="{house.MARGIN}" w:bottom="1304" w:left="{house.MARGIN}" '
        'w:header="680" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
