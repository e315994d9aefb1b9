"""A profile goes out as one file and comes in whole or not at all; a logo is a sound picture."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sendapp.domain.logo import picture_of
from sendapp.domain.posts import Post
from sendapp.domain.profile import CallInRule, Profile
from sendapp.errors import InputProblems, NotFound, NotOurs, Problem
from sendapp.services.council import CouncilSettings
from sendapp.services.desk import Desk
from sendapp.services.profiles import read_logo, read_profile, write_profile
from tests.services.conftest import now


def a_picture(kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    """Return a plain picture of `kind`."""
    stream = BytesIO()
    Image.new("RGB", size, "#2a5a8a").save(stream, kind)
    return stream.getvalue()


@pytest.fixture
def logo(tmp_path: Path) -> str:
    path = tmp_path / "logo.png"
    path.write_bytes(a_picture())
    return read_logo(path)


@pytest.fixture
def ours(logo: str) -> CouncilSettings:
    return CouncilSettings(
        council="Marlhaven Borough Council",
        my_name="Ama Boateng",
        export_folder="/home/ama/records",
        posts=(Post("Leader of the Council", "Councillor Pell"),),
        asked_fields=("wards", "a_field_of_a_later_version"),
        words=("parklet",),
        profile=Profile(call_in=CallInRule(days=5), series="CMD/{year}/{number:03}", logo=logo),
    )


def test_a_colleague_gets_all_but_who_i_am_and_my_folders(
    ours: CouncilSettings, tmp_path: Path
) -> None:
    write_profile(ours, tmp_path / "profile.json")
    text = (tmp_path / "profile.json").read_text(encoding="utf-8")
    assert "Ama" not in text
    assert "/home" not in text
    theirs = CouncilSettings(my_name="Raj Lowe", export_folder="/home/raj")
    read = read_profile(tmp_path / "profile.json", theirs)
    assert read == replace(
        ours, my_name="Raj Lowe", export_folder="/home/raj", asked_fields=("wards",)
    )


def test_what_is_taken_over_is_kept_and_read_back(
    desk: Desk, ours: CouncilSettings, tmp_path: Path
) -> None:
    write_profile(ours, tmp_path / "profile.json")
    read = read_profile(tmp_path / "profile.json", CouncilSettings())
    assert now(desk.keep_settings(read)) == read
    assert now(desk.settings()).profile == ours.profile


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"format": "council-profile/1", "colour": 4}', "“colour” is not known."),
        (b"\xff\xfe", "not UTF-8"),
        (b"{", "not JSON"),
        (b" " * 5_000_001, "larger than 5 MB"),
    ],
)
def test_a_wrong_file_is_refused_with_its_faults(
    tmp_path: Path, ours: CouncilSettings, content: bytes, says: str
) -> None:
    path = tmp_path / "p.json"
    path.write_bytes(content)
    with pytest.raises(InputProblems) as refused:
        read_profile(path, ours)
    assert any(says in line for line in refused.value.problems)
    assert "Nothing of it was taken over." in refused.value.hint


def test_a_file_with_a_damaged_logo_is_refused(tmp_path: Path, ours: CouncilSettings) -> None:
    damaged = Profile(logo="iVBORw0KGgo=")
    path = tmp_path / "p.json"
    write_profile(replace(ours, profile=damaged), path)
    with pytest.raises(InputProblems) as refused:
        read_profile(path, ours)
    assert refused.value.problems == ("“logo”: The picture is damaged.",)


def test_what_nobody_could_bring_in_is_not_written(tmp_path: Path, ours: CouncilSettings) -> None:
    twice = (Post("Leader", "Councillor Pell"), Post("Leader", "Councillor Vane"))
    with pytest.raises(InputProblems) as refused:
        write_profile(replace(ours, posts=twice), tmp_path / "p.json")
    assert "“posts[" in refused.value.problems[0]
    assert not (tmp_path / "p.json").exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_profile(tmp_path / "no.json", CouncilSettings())
    with pytest.raises(NotFound):
        read_logo(tmp_path / "no.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_as_it_is(tmp_path: Path, kind: str) -> None:
    picture = a_picture(kind)
    (tmp_path / "logo").write_bytes(picture)
    assert picture_of(read_logo(tmp_path / "logo")) == picture


@pytest.mark.parametrize(
    ("picture", "says"),
    [
        (a_picture("GIF"), "PNG or a JPEG"),
        (a_picture()[:60], "damaged"),
        (a_picture().ljust(2_500_000, b"x"), "has 2.5 MB; a logo may have 500 kB"),
        (a_picture(size=(4_001, 1)), "4,001 by 1 points"),
        (b"", "PNG or a JPEG"),
    ],
)
def test_what_cannot_be_the_logo_is_refused_in_a_sentence(
    tmp_path: Path, picture: bytes, says: str
) -> None:
    (tmp_path / "logo.png").write_bytes(picture)
    with pytest.raises(NotOurs) as refused:
        read_logo(tmp_path / "logo.png")
    assert says in refused.value.sentence
    assert refused.value.hint


def test_a_folder_is_no_logo(tmp_path: Path) -> None:
    with pytest.raises(Problem):
        read_logo(tmp_path)
