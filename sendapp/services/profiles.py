"""The council's profile as one file to hand round, and its logo from a picture file."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from sendapp.domain.checks.asked import ASKABLE
from sendapp.domain.logo import MOST_BYTES, LogoFault, logo_text, picture_of
from sendapp.domain.profile_exchange import (
    ProfileFileError,
    SharedProfile,
    from_json,
    to_json,
)
from sendapp.errors import InputProblems, NotOurs
from sendapp.files import NotText, problem_of, read_bytes, read_text, write_whole
from sendapp.services.council import CouncilSettings, shared_of, tidy

LARGEST_BYTES = 5_000_000
"""The largest file that is looked at."""
MOST_PIXELS = 4_000
"""How wide and how high a logo may be."""

_ASKABLE = frozenset(entry.name for entry in ASKABLE)


def with_shared(settings: CouncilSettings, shared: SharedProfile) -> CouncilSettings:
    """Return the settings with what was handed round in place of their own."""
    return replace(
        settings,
        council=shared.council,
        profile=shared.profile,
        asked_fields=shared.asked_fields,
        asked_clearances=shared.asked_clearances,
        posts=shared.posts,
        words=shared.words,
    )


def read_profile(path: Path, over: CouncilSettings) -> CouncilSettings:
    """Return the settings with what a file says; of what it does not speak they stay.

    Raises InputProblems naming every fault, or another Problem.
    """
    try:
        shared = from_json(read_text(path, LARGEST_BYTES), shared_of(over))
        _look_at(shared.profile.logo)
    except ProfileFileError as fault:
        raise _refused(path, fault.problems) from fault
    except NotText as fault:
        raise _refused(path, (str(fault),)) from fault
    except LogoFault as fault:
        raise _refused(path, (f"“logo”: {fault}",)) from fault
    return tidy(with_shared(over, shared))


def write_profile(settings: CouncilSettings, path: Path) -> None:
    """Write what is handed round to one file, whole or not at all; raises a Problem.

    Nothing is written that a colleague could not bring in.
    """
    shared = shared_of(tidy(settings))
    # What a later version asks for is no field here.
    fields = tuple(name for name in shared.asked_fields if name in _ASKABLE)
    text = to_json(replace(shared, asked_fields=fields))
    try:
        from_json(text, SharedProfile())
    except ProfileFileError as fault:
        raise InputProblems(
            "The profile cannot be handed round as it is.",
            "Put right in the settings what is named here, then export it again.",
            fault.problems,
        ) from fault
    write_whole(path, text.encode(), private=False)


def read_logo(path: Path) -> str:
    """Return the picture in a file as the logo is kept; raises a Problem where it can be none."""
    picture = read_bytes(path, MOST_BYTES + 1)
    try:
        size = path.stat().st_size
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault
    try:
        if size > MOST_BYTES:
            raise LogoFault(_too_large(size))
        text = logo_text(picture)
        _look_at(text)
    except LogoFault as fault:
        raise NotOurs(f"{path.name} cannot be the logo. {fault}", _CHOOSE_ANOTHER) from fault
    return text


def _look_at(logo: str) -> None:
    """Unpack the picture once, so that none is kept that paper cannot show; raises LogoFault."""
    if not logo:
        return
    # Late: a window must not wait for it to open.
    from PIL import Image

    picture = picture_of(logo)
    try:
        with Image.open(BytesIO(picture), formats=("PNG", "JPEG")) as image:
            wide, high = image.size
            if max(wide, high) > MOST_PIXELS:
                raise LogoFault(
                    f"The picture is {wide:,} by {high:,} points; a logo may have "
                    f"{MOST_PIXELS:,} by {MOST_PIXELS:,}."
                )
            image.load()
    except LogoFault:
        raise
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        raise LogoFault("The picture is damaged.") from fault


def _too_large(size: int) -> str:
    shown = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size // 1_000} kB"
    return f"The picture has {shown}; a logo may have {MOST_BYTES // 1_000} kB."


def _refused(path: Path, problems: tuple[str, ...]) -> InputProblems:
    return InputProblems(
        f"{path.name} is not a council’s profile that can be imported.",
        "Nothing of it was taken over. Correct the file, or ask whoever made it.",
        problems,
    )


_CHOOSE_ANOTHER = "Choose another picture, or make it smaller first."
