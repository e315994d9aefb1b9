"""The shipped template and its kind of record, as the program loads them."""

from pathlib import Path

from sendapp.documents.template import Template, load_template
from sendapp.documents.word import render
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType, parse_type

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FOLDER = TEMPLATES / "cabinet-member"
TEMPLATE_PATH = FOLDER / "record.docx"
KIND: RecordType = parse_type("cabinet-member", (FOLDER / "type.toml").read_text(encoding="utf-8"))


def template() -> Template:
    """Return the shipped template, compiled."""
    return load_template(TEMPLATE_PATH)


def printed(record: DecisionRecord) -> bytes:
    """Return `record` as a .docx on the shipped template."""
    return render(record, KIND, template())
