"""What a list's template prints: its heading, its decisions at a glance, then one by one."""

import house
import margins
import parts

DRAFT, CONFIRMED, REGISTER = "draft", "confirmed", "register"
TITLES = {
    DRAFT: "Draft Decision List",
    CONFIRMED: "Confirmed Decision List",
    REGISTER: "Register of decisions",
}

_LAST_COLUMNS = {
    DRAFT: ("Call-in ends", "call_in"),
    CONFIRMED: ("Can be implemented on", "in_force_on"),
    REGISTER: ("Where it stands", "standing"),
}
_TITLE_WIDTH, _MAKER_WIDTH, _DATE_WIDTH, _LAST_WIDTH = 3600, 2500, 1499, 1699
# An entry stands apart from the one before it, and its words from the lines about it.
_ENTRY_TITLE = f'<w:spacing w:before="320" w:after="80"/><w:ind w:left="{house.WORDS}"'
_ENTRY_TITLE += ' w:hanging="0"/>'
_NOT_INDENTED = '<w:ind w:left="0" w:hanging="0"/>'
_NEW_PAGE = "<w:pageBreakBefore/>"
_LONG = 24
_LEAD_IN = '<w:spacing w:before="160"/>'


def document(kind: str) -> str:
    """The text of word/document.xml for the list `kind`."""
    body = [
        parts.only_if("logo", parts.paragraph("Logo", "{{ logo }}")),
        parts.paragraph("Council", "{{ council }}"),
        parts.paragraph("Heading1", "{{ heading }}"),
        parts.tag("if groups"),
        parts.only_if("note", parts.paragraph("Normal", "{{ note }}")),
        parts.paragraph("Banner", "{{ count }}"),
        parts.tag("if entries|length > 1"),
        _with("Heading2", "Decisions at a glance", _NOT_INDENTED),
        _table(kind),
        parts.tag("endif"),
        parts.tag("for group in groups"),
        parts.tag(f"if entries|length > {_LONG}"),
        # In a long list each decision maker's, or month's, begins a page: handed out by itself.
        _with("Heading2", "{{ group.heading }}", _NEW_PAGE, _NOT_INDENTED),
        parts.tag("else"),
        _with("Heading2", "{{ group.heading }}", _NOT_INDENTED),
        parts.tag("endif"),
        parts.tag("for entry in group.entries"),
        *_entry(),
        parts.tag("endfor"),
        parts.tag("endfor"),
        parts.tag("else"),
        parts.paragraph("Normal", "{{ empty }}"),
        parts.tag("endif"),
    ]
    return (
        f"{house.DECLARATION}<w:document {house.SPACES}><w:body>{''.join(body)}"
        f"{parts.page()}</w:body></w:document>"
    )


def _with(style: str, words: str, *properties: str) -> str:
    """A paragraph with properties of its own beside its style's."""
    made = parts.paragraph(style, words)
    return made.replace("</w:pPr>", f"{''.join(properties)}</w:pPr>", 1)


def _entry() -> list[str]:
    """One decision: its title, what is said of it line by line, and its words."""
    label = parts.run("{{ detail.label }}:", "Strong")
    detail = parts.paragraph("Detail", label, "\t{{ detail.text }}")
    return [
        _with("Heading3", "{{ entry.title }}", _ENTRY_TITLE),
        parts.tag("for detail in entry.details"),
        # The lines stand on one page; words and lines need not: engines would part over how
        # much of the first item has to stand with them, and with it over whole entries.
        parts.tag("if loop.last"),
        detail,
        parts.tag("else"),
        detail.replace('<w:pStyle w:val="Detail"/>', '<w:pStyle w:val="Detail"/><w:keepNext/>'),
        parts.tag("endif"),
        parts.tag("endfor"),
        parts.only_if(
            "entry.decision_lead_in", _with("LeadIn", "{{ entry.decision_lead_in }}", _LEAD_IN)
        ),
        # Whole paragraphs: a page's end then moves by none, not by a line or two, where engines
        # round heights apart.
        _with("ListNumber", "{{p entry.decisions }}", "<w:keepLines/>"),
    ]


def _table(kind: str) -> str:
    """All decisions at a glance: title and reference, who decided, when, and what follows."""
    heading, name = _LAST_COLUMNS[kind]
    columns = (
        ("Decision", "title", _TITLE_WIDTH),
        ("Decision made by", "decision_maker", _MAKER_WIDTH),
        ("Date of decision", "date_of_decision", _DATE_WIDTH),
        (heading, name, _LAST_WIDTH),
    )
    heads = [(words, width) for words, _, width in columns]
    cells = [(f"{{{{ entry.{name} }}}}", "TableText", width) for _, name, width in columns]
    referenced = parts.only_if(
        "entry.reference", parts.paragraph("TableText", "{{ entry.reference }}")
    )
    row = parts.row(cells).replace("</w:p></w:tc>", f"</w:p>{referenced}</w:tc>", 1)
    return parts.table(heads, "for entry in entries", row, indent=0)


def first_header() -> str:
    """The text of the first page's header: nothing, since the heading stands beneath."""
    return f"{house.DECLARATION}<w:hdr {house.SPACES}>{parts.paragraph('Header')}</w:hdr>"


def header() -> str:
    """The text of the running header."""
    words = parts.paragraph("Header", "{{ heading }}")
    return f"{house.DECLARATION}<w:hdr {house.SPACES}>{words}</w:hdr>"


def footer() -> str:
    """The text of the footer: the council, and page x of y."""
    words = parts.paragraph(
        "Footer",
        "{{ council }}",
        parts.run("\tPage "),
        margins.field("PAGE"),
        parts.run(" of "),
        margins.field("NUMPAGES"),
    )
    return f"{house.DECLARATION}<w:ftr {house.SPACES}>{words}</w:ftr>"
