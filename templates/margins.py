"""The running header and footer of a record template."""

from typing import Any

import house
import parts

_DRAFT = "{{ draft_mark }}"


def first_header() -> str:
    """The text of the first page's header: the DRAFT mark, or nothing."""
    words = parts.paragraph("Header", parts.run(f"\t{_DRAFT}", "Strong"))
    return f"{house.DECLARATION}<w:hdr {house.SPACES}>{words}</w:hdr>"


def header(kind: dict[str, Any]) -> str:
    """The text of the running header."""
    words = parts.paragraph("Header", kind["title"], parts.run(f"\t{_DRAFT}", "Strong"))
    return f"{house.DECLARATION}<w:hdr {house.SPACES}>{words}</w:hdr>"


def field(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def footer(kind: dict[str, Any]) -> str:
    """The text of the footer: the reference, or the kind of record, and page x of y."""
    named = f"{{% if reference %}}{{{{ reference }}}}{{% else %}}{kind['title']}{{% endif %}}"
    code = "{% if signing %} · Text code {{ code }}{% endif %}"
    words = parts.paragraph(
        "Footer",
        f"{named}{code}",
        parts.run("\tPage "),
        field("PAGE"),
        parts.run(" of "),
        field("NUMPAGES"),
    )
    return f"{house.DECLARATION}<w:ftr {house.SPACES}>{words}</w:ftr>"
