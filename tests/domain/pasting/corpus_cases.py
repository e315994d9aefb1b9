"""The paste corpus: what clipboards held, where it is from, and how it is to arrive."""

import json
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
KINDS = {
    *("hand", "libreoffice", "chromium", "published-word", "published-outlook"),
    *("published-google-docs", "published-libreoffice"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One clipboard: its HTML and text ('' if it had none), and the normal form expected."""

    name: str
    kind: str
    source: str
    licence: str
    html: str
    text: str
    expected: str


def cases() -> list[Case]:
    """Return every case of the corpus, by name."""
    return [
        Case(**json.loads(file.read_text(encoding="utf-8")))
        for file in sorted(CORPUS.glob("*.json"))
    ]
