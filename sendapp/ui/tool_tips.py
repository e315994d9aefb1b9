"""Tool tips as Qt shows them: words that look like HTML would be taken for it."""

from html import escape


def plain_tip(words: str) -> str:
    """Return `words` so that a tool tip says them as they stand, line by line, '' for none."""
    lines = escape(words, quote=False).replace("\n", "<br>")
    return f"<qt>{lines}</qt>" if words else ""
