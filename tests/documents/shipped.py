"""The shipped templates and their kinds of record, as the program loads them."""

import base64
import io
from pathlib import Path

from PIL import Image, ImageDraw

from sendapp.documents.template import Template, load_template
from sendapp.documents.word import render
from sendapp.domain.record import Correction, DecisionRecord
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
    """Return `record` as a .docx on the shipped template of its kind, else on a member's."""
    kind = record.record_type if record.record_type in NAMES else "cabinet-member"
    return render(record, KINDS[kind], template(kind), house=house, signing=signing)


def corrections(count: int = 2) -> tuple[Correction, ...]:
    """Return corrections of an invented record."""
    return tuple(
        Correction(
            corrected_on=f"2026-03-{number + 9:02}",
            place=f"Decision {number}",
            reason="The sum was that of the year before",
            before="£12,000 from the highways reserve",
            after="£14,500 from the highways reserve",
        )
        for number in range(1, count + 1)
    )


def logo(width: int = 900, height: int = 260, form: str = "PNG", mode: str = "RGBA") -> str:
    """Return an invented logo, see-through around its shapes, as base64 text."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((0, 0, height, height), fill=(20, 90, 140, 255))
    draw.rectangle((width // 2, height // 4, width, height // 2), fill=(200, 80, 40, 120))
    out = io.BytesIO()
    picture.convert(mode).save(out, form)
    return base64.b64encode(out.getvalue()).decode()
