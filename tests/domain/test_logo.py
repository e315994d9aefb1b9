"""A logo is a small PNG or JPEG picture."""

import base64

import pytest

from sendapp.domain.logo import MOST_BYTES, LogoFault, is_logo, logo_text, picture_of

PNG, JPEG = b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."


@pytest.mark.parametrize("picture", [PNG, JPEG, PNG.ljust(MOST_BYTES, b"x")])
def test_a_picture_comes_back_as_it_was(picture: bytes) -> None:
    assert picture_of(logo_text(picture)) == picture


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        (PNG.ljust(MOST_BYTES + 1, b"x"), "may have 500 kB"),
        (b"GIF89a", "PNG or a JPEG"),
        (b"", "PNG or a JPEG"),
        (b"<svg/>", "PNG or a JPEG"),
    ],
)
def test_another_file_is_refused(picture: bytes, says: str) -> None:
    with pytest.raises(LogoFault, match=says):
        logo_text(picture)
    assert not is_logo(base64.b64encode(picture).decode())


@pytest.mark.parametrize("text", ["ü", "a", "====", "iVBORw0K GgoAAAA="])
def test_what_is_no_base64_is_refused(text: str) -> None:
    with pytest.raises(LogoFault, match=r"no picture|neither"):
        picture_of(text)
