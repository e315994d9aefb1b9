"""The first page of what was filed: shown, or told why not, and never the end of the program."""

import io
import multiprocessing
import os
import random
import threading
import zlib

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from sendapp.documents.first_page import MOST_DOTS, first_page
from sendapp.documents.jobs import FirstPage, PictureOf
from sendapp.documents.serving import receive_job, send_job
from sendapp.documents.worker import Worker
from sendapp.errors import Problem


def pdf(*sizes: tuple[int, int], password: str = "") -> bytes:
    made, out = pikepdf.new(), io.BytesIO()
    for size in sizes:
        made.add_blank_page(page_size=size)
    lock = pikepdf.Encryption(owner="owner", user=password) if password else False
    made.save(out, encryption=lock)
    return out.getvalue()


def picture(kind: str, mode: str = "RGB", size: tuple[int, int] = (620, 877)) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 1).save(out, kind)
    return out.getvalue()


def bomb(wide: int, high: int) -> bytes:
    """A small PNG that says it is very large."""
    header = wide.to_bytes(4, "big") + high.to_bytes(4, "big") + b"\x08\x02\0\0\0"
    out = b"\x89PNG\r\n\x1a\n"
    for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(bytes(1_000))), (b"IEND", b"")):
        check = zlib.crc32(name + data).to_bytes(4, "big")
        out += len(data).to_bytes(4, "big") + name + data + check
    return out


def shown(content: bytes, media_type: str, width: int = 300) -> FirstPage:
    return first_page(PictureOf(content=content, media_type=media_type, width=width))


def size_of(page: FirstPage) -> tuple[int, int]:
    with Image.open(io.BytesIO(page.png)) as made:
        return made.size


def test_a_pdf_shows_its_first_page_and_counts_them() -> None:
    page = shown(pdf((595, 842), (100, 100)), "application/pdf")
    assert page.pages == 2
    assert size_of(page)[0] == 300
    assert abs(size_of(page)[1] - 300 * 842 / 595) < 2


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        *(("PNG", mode) for mode in ("RGB", "L", "1", "RGBA", "P", "I;16")),
        *(("JPEG", mode) for mode in ("RGB", "L", "1", "CMYK")),
    ],
)
def test_pictures_of_any_make_are_shown(kind: str, mode: str) -> None:
    page = shown(picture(kind, mode), f"image/{kind.lower()}")
    assert page.pages == 1
    assert size_of(page) in ((300, 424), (299, 424))


@pytest.mark.parametrize("size", [(3, 14_400), (14_400, 3), (3, 3), (14_400, 14_400)])
def test_odd_sizes_stay_within_bounds(size: tuple[int, int]) -> None:
    wide, high = size_of(shown(pdf(size), "application/pdf"))
    assert 0 < wide <= 300
    assert 0 < high <= 1_200


@pytest.mark.parametrize(
    ("content", "media_type", "words"),
    [
        (b"%PDF-1.7 and no more", "application/pdf", "damaged, or was not written"),
        (pdf((595, 842))[:60], "application/pdf", "damaged, or was not written"),
        (pdf(), "application/pdf", "damaged, or was not written"),
        (pdf((595, 842), password="x"), "application/pdf", "protected with a password"),
        (picture("PNG")[:200], "image/png", "damaged, or was not written"),
        (picture("JPEG")[:400], "image/jpeg", "damaged, or was not written"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "damaged, or was not written"),
        (b"GIF89a" + bytes(100), "image/png", "damaged, or was not written"),
        (bomb(10_000, MOST_DOTS // 10_000 + 1), "image/png", "more than 80 million dots"),
        (bomb(60_000, 60_000), "image/png", "more than 80 million dots"),
    ],
)
def test_what_cannot_be_shown_is_told(content: bytes, media_type: str, words: str) -> None:
    with pytest.raises(Problem, match=words):
        shown(content, media_type)


@settings(max_examples=60, deadline=None)
@given(
    at=st.integers(0, 2_000),
    junk=st.binary(min_size=1, max_size=60),
    made=st.sampled_from(
        [
            (pdf((595, 842)), "application/pdf"),
            (picture("PNG"), "image/png"),
            (picture("JPEG"), "image/jpeg"),
        ]
    ),
)
def test_a_spoilt_file_is_shown_or_told(at: int, junk: bytes, made: tuple[bytes, str]) -> None:
    content, media_type = made
    at %= len(content)
    spoilt = content[:at] + junk + content[at + len(junk) :]
    try:
        page = shown(spoilt, media_type)
    except Problem:
        return
    assert page.png.startswith(b"\x89PNG")


def test_the_worker_shows_a_large_scan() -> None:
    worker = Worker()
    try:
        noise = Image.frombytes("RGB", (2_480, 3_508), os.urandom(2_480 * 3_508 * 3))
        out = io.BytesIO()
        noise.save(out, "PNG", compress_level=0)
        assert len(out.getvalue()) > 25_000_000
        job = PictureOf(content=out.getvalue(), media_type="image/png", width=500)
        assert size_of(worker.submit(job).result(60))[0] == 500
        with pytest.raises(Problem, match="damaged"):
            worker.submit(
                PictureOf(content=b"%PDF-", media_type="application/pdf", width=9)
            ).result(60)
    finally:
        worker.close()


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000])
def test_a_file_goes_to_the_process_in_pieces_and_arrives_whole(size: int) -> None:
    ours, theirs = multiprocessing.Pipe()
    content = random.Random(size).randbytes(size)
    job = PictureOf(content=content, media_type="image/png", width=500)
    sending = threading.Thread(target=send_job, args=(ours, job))
    sending.start()
    assert receive_job(theirs) == job
    sending.join()
    ours.send(None)
    assert receive_job(theirs) is None
    ours.close()
    theirs.close()
