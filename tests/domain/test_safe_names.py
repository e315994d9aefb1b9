"""Names of files that came from anywhere, made fit for every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sendapp.domain.safe_names import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Signed.pdf", "Signed.pdf"),
        ("/home/ines/Signed.pdf", "Signed.pdf"),
        (r"C:\Users\ines\Signed.pdf", "Signed.pdf"),
        ("..", "File"),
        ("../../etc/passwd", "passwd"),
        ("What? <really>.pdf", "What- -really.pdf"),
        ("con.pdf", "_con.pdf"),
        ("Aux", "_Aux"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\x00b.pdf", "ab.pdf"),
        ("Signed.pdf. ", "Signed.pdf"),
        ("  .pdf", "File.pdf"),
        ("e\u0301te\u0301.PDF", "été.PDF"),
        ("two\nlines.pdf", "two lines.pdf"),
        ("x" * 300 + ".pdf", "x" * 100 + ".pdf"),
    ],
)
def test_a_name_is_cleaned(name: str, safe: str) -> None:
    assert safe_name(name) == safe


@given(st.text(max_size=300))
def test_any_name_can_be_a_file_anywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('<>:"/\\|?*\0')
    assert safe == safe.strip(" ")
    assert not safe.endswith(".")
    assert len(safe.encode()) <= 255
    assert safe_name(safe) == safe
