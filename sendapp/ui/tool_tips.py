"""Tool tips as Qt shows them: words that look like HTML would be taken for it."""

from html import escape


def plain_tip(words: str) -> str:
    """Return `words` so that a tool tip says them as they stand, '' for none."""
    return f"<qt>{escape(words, quote=False)}</qt>" if words else ""
