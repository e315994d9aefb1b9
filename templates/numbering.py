"""The automatic lists of the house style."""

from house import (
    BULLETED,
    DECLARATION,
    ITEM_WORDS,
    NUMBERED,
    NUMBERED_ITEMS,
    SPACES,
    WORDS,
)


def _level(index: int, kind: str, words: str, left: int, hanging: int, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _definition(number: int, name: str, levels: list[str]) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f'<w:name w:val="{name}"/>{"".join(levels)}</w:abstractNum>'
    )


def numbering() -> str:
    """The text of word/numbering.xml: items, numbered lists and bulleted lists."""
    step = ITEM_WORDS - WORDS
    forms = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")]
    numbered = [_level(n, *form, (n + 1) * step, step) for n, form in enumerate(forms)]
    bullets = [_level(n, "bullet", mark, (n + 1) * 340, 340) for n, mark in enumerate("•–•")]
    items = _level(0, *forms[0], ITEM_WORDS, step, "ListNumber")
    return (
        f"{DECLARATION}<w:numbering {SPACES}>"
        + _definition(NUMBERED_ITEMS, "Items", [items])
        + _definition(NUMBERED, "Numbered", numbered)
        + _definition(BULLETED, "Bulleted", bullets)
        + f'<w:num w:numId="1"><w:abstractNumId w:val="{BULLETED}"/></w:num>'
        + f'<w:num w:numId="2"><w:abstractNumId w:val="{NUMBERED_ITEMS}"/></w:num>'
        + "</w:numbering>"
    )
