"""The council's logo as text: a small PNG or JPEG picture in base64."""

import base64
import binascii

MOST_BYTES = 500_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


class LogoFault(ValueError):
    """Something cannot be the logo; the message says why, in words for the officer."""


def logo_text(picture: bytes) -> str:
    """Return the picture as it is kept; raises LogoFault for too large a file or another kind."""
    if len(picture) > MOST_BYTES:
        size = f"{len(picture) / 1_000:,.0f} kB"
        raise LogoFault(f"The picture has {size}; a logo may have {MOST_BYTES // 1_000} kB.")
    if not picture.startswith((_PNG, _JPEG)):
        raise LogoFault("A logo is a PNG or a JPEG picture, and this file is neither.")
    return base64.b64encode(picture).decode()


def picture_of(text: str) -> bytes:
    """Return the bytes of the logo kept as `text`; raises LogoFault where it is none."""
    try:
        picture = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as fault:
        raise LogoFault("This is no picture in base64.") from fault
    logo_text(picture)
    return picture


def is_logo(text: str) -> bool:
    """Whether `text` holds a picture that may be the logo."""
    try:
        picture_of(text)
    except LogoFault:
        return False
    return True
