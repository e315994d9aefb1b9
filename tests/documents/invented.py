"""Invented records of many shapes: long and short, with nested lists, tables and links."""

import random

from sendapp.domain.record import Appendix, Conflict, DecisionRecord, Item, Option, Paper
from sendapp.domain.richtext import Line, Run, Runs, Table, assemble, to_html

_WORDS = """
the council borough service contract period provision residents highway library budget
procurement tender framework supplier value money statutory duty consultation officers
report appendix paragraph schedule extension option award commencing September five years
children education adults health housing repairs leisure parks transport parking waste
recycling climate planning enforcement licensing commission review strategy policy approve
delegate authority director finance legal monitoring member cabinet ward community funding
grant capital revenue saving pressure risk equality impact assessment data protection
insurance indemnity performance indicators mobilisation TUPE transfer staff employment
competitive negotiated market testing soft evaluation quality price weighting social £1.2m
£350,000 2026/27 31 March 2027 1 April 2026 (SEND) s.106 co-ordinated well-being in-house
AV To We Yearly Tower VAT 12.5% “open” 'arms-length' Children’s – and of to for with by
"""
_VOCABULARY = _WORDS.split()


def invented(seed: int) -> DecisionRecord:
    """Return the record number `seed`: always the same, from one page to about fourteen."""
    chance = random.Random(seed)
    size = 1 + seed % 10
    blocks = min(1, seed % 10)
    return DecisionRecord(
        id=f"00000000-0000-4000-8000-{seed:012}",
        council=f"London Borough of {phrase(chance, 2).title()}",
        reference=f"CMD/2026/{seed:03}" if seed % 3 else "",
        title=phrase(chance, chance.randint(4, 18)).capitalize(),
        decision_maker=f"Cabinet Member for {phrase(chance, 2).title()}",
        decision_lead_in="The Cabinet Member approves",
        decisions=tuple(Item(text=_rich(chance, blocks)) for _ in range(size)),
        reasons=tuple(Item(text=_rich(chance, blocks + size // 3)) for _ in range(size)),
        options=tuple(_option(chance, number, blocks) for number in range(1 + size // 2)),
        conflicts_declared="declared" if seed % 4 == 1 else "none",
        conflicts=tuple(_conflict(chance) for _ in range(seed % 4)),
        date_of_decision="2026-03-02",
        draft_list_published="2026-03-03" if seed % 2 else "",
        confirmed_list_published="2026-03-09" if seed % 2 else "",
        status=("draft", "implementable", "published")[seed % 3],
        key_decision="yes" if seed % 5 == 0 else "",
        wards="All wards" if seed % 5 == 0 else "",
        authority=phrase(chance, 30).capitalize() if seed % 5 == 0 else "",
        background_papers=tuple(Paper(text=phrase(chance, 6)) for _ in range(seed % 3)),
        appendices=(Appendix(title="Appendix 1", exempt=True, paragraphs=(3,)),) * (seed % 2),
    )


def _option(chance: random.Random, number: int, blocks: int) -> Option:
    title = phrase(chance, chance.randint(2, 7)).capitalize()
    return Option(title=title, recommended=not number, text=_rich(chance, blocks))


def _conflict(chance: random.Random) -> Conflict:
    return Conflict(
        member=f"Councillor {phrase(chance, 2).title()}",
        interest=phrase(chance, chance.randint(4, 20)).capitalize(),
        dispensation="None" if chance.random() < 0.5 else phrase(chance, 8),
        granted_by="Head of Paid Service",
        granted_on="2026-02-12",
    )


def _rich(chance: random.Random, blocks: int) -> str:
    parts: list[Line | Table] = [_paragraph(chance, 90 if blocks else 30)]
    for _ in range(blocks):
        shape = chance.random()
        if shape < 0.25:
            parts += _list(chance)
        elif shape < 0.35:
            parts.append(_table(chance))
        else:
            parts.append(_paragraph(chance, 90))
    return to_html(assemble(parts))


def _paragraph(chance: random.Random, most: int) -> Line:
    return Line(_runs(chance, chance.randint(12, most)))


def _list(chance: random.Random) -> list[Line]:
    ordered, level = chance.random() < 0.6, 1
    lines = []
    for _ in range(chance.randint(2, 7)):
        lines.append(Line(_runs(chance, chance.randint(3, 25)), level, ordered))
        level = max(1, min(3, level + chance.choice((-1, 0, 0, 1))))
    return lines


def _table(chance: random.Random) -> Table:
    columns = chance.randint(2, 4)
    rows = [
        tuple(_runs(chance, chance.randint(1, 9)) for _ in range(columns))
        for _ in range(chance.randint(2, 6))
    ]
    return Table(header=True, rows=tuple(rows))


def _runs(chance: random.Random, words: int) -> Runs:
    runs: list[Run] = []
    left = words
    while left > 0:
        count = min(left, chance.randint(1, 20))
        look = chance.random()
        marks = {0: "b", 1: "i", 2: "u", 3: "sup"}.get(int(look * 40), "")
        href = "https://example.org/reports/?id=7&a=b" if 0.9 < look < 0.93 else ""
        text = phrase(chance, count if marks != "sup" else 1)
        runs.append(Run(text, frozenset({marks} - {""}), href))
        left -= count
        if left:
            runs.append(Run(" "))
    return (*runs, Run("."))


def phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(_VOCABULARY) for _ in range(words))
