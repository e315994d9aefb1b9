"""The shipped templates and their kinds of record, as the program loads them."""

from pathlib import Path

from sendapp.documents.template import Template, load_template
from sendapp.documents.word import render
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType, parse_type
from sendapp.domain.wording import PLAIN_HOUSE, House

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
FOLDER = TEMPLATES / "cabinet-member"
TEMPLATE_PATH = FOLDER / "record.docx"
NAMES = ("cabinet", "cabinet-member", "officer-executive", "officer-non-executive")
KINDS: dict[str, RecordType] = {
    name: parse_type(name, (TEMPLATES / name / "type.toml").read_text(encoding="utf-8"))
    for name in NAMES
}
KIND = KINDS["cabinet-member"]


def template(kind: str = "cabinet-member") -> Template:
    """Return a shipped template, compiled."""
    return load_template(TEMPLATES / kind / "record.docx")


def printed(record: DecisionRecord, *, signing: bool = False, house: House = PLAIN_HOUSE) -> bytes:
    """Return `record` as a .docx on the shipped template of its kind."""
    kind = record.record_type
    return render(record, KINDS[kind], template(kind), house=house, signing=signing)
