"""Text as it may be kept: one form for line ends, nothing that paper or Word cannot carry."""

import unicodedata

FIELD_LIMIT = 100_000
"""The most characters any one field may hold."""

_LINE_ENDS = str.maketrans({"\u2028": "\n", "\u2029": "\n"})
_OBJECT_REPLACEMENT = "\ufffc"
_BYTE_ORDER_MARK = "\ufeff"
"""At the head of a text Qt takes it for a mark of the encoding and drops it unasked."""


class Refused(ValueError):
    """A text cannot be kept; the message says why, in words for the officer."""


def clean(value: str, limit: int = FIELD_LIMIT) -> str:
    """Return `value` with every line end as LF.

    Raises Refused for control characters, lone surrogates, noncharacters, object placeholders,
    byte order marks and for more than `limit` characters. Everything else is kept as it is, in
    every script.
    """
    text = value.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    if len(text) > limit:
        raise Refused(f"This holds {len(text):,} characters; at most {limit:,} can be kept.")
    if text.replace("\n", "").isprintable() and _OBJECT_REPLACEMENT not in text:
        return text
    for position, character in enumerate(text):
        if _suspect(character) and (reason := _objection(character)):
            raise Refused(f"Character {position + 1} {reason} and cannot be kept. Remove it.")
    return text


def one_line(value: str, limit: int = FIELD_LIMIT) -> str:
    """Return `value` cleaned, with line ends and tabs as spaces, for a field of one line."""
    return clean(value, limit).replace("\n", " ").replace("\t", " ")


def without_refused(value: str) -> str:
    """Return `value` cleaned, leaving out the characters that `clean` would refuse."""
    kept = (c for c in value if not _suspect(c) or c == "\r" or not _objection(c))
    return clean("".join(kept), limit=max(FIELD_LIMIT, len(value)))


def _suspect(character: str) -> bool:
    """Whether a character needs the slower look; of the printable ones only the placeholder."""
    return not character.isprintable() or character == _OBJECT_REPLACEMENT


def _objection(character: str) -> str:
    code = ord(character)
    if character in "\n\t":
        return ""
    if character == _OBJECT_REPLACEMENT:
        return "stands for a picture or an object"
    if 0xD800 <= code <= 0xDFFF:
        return f"is half of a broken character (U+{code:04X})"
    if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
        return f"is not a character (U+{code:04X})"
    if character == _BYTE_ORDER_MARK:
        return f"is the byte order mark of a file, not a letter (U+{code:04X})"
    if unicodedata.category(character) == "Cc":
        return f"is a control character (U+{code:04X})"
    return ""
