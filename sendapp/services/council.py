"""What the council has set: its name, its posts, its folders."""

from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from sendapp.domain.dates import is_iso_date
from sendapp.domain.journal import By, Deed, What
from sendapp.domain.posts import Post
from sendapp.domain.profile import Profile
from sendapp.domain.profile_exchange import SharedProfile
from sendapp.domain.profile_file import profile_from
from sendapp.domain.profile_words import profile_changes
from sendapp.domain.text import one_line, without_refused
from sendapp.storage.settings import SettingsStore

__all__ = ["CouncilSettings", "Post", "put_settings", "read_settings", "shared_of", "tidy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSettings:
    """The council's things; a folder is '' where none is set."""

    council: str = ""
    my_name: str = ""
    posts: tuple[Post, ...] = ()
    export_folder: str = ""
    templates_folder: str = ""
    second_backup_folder: str = ""
    words: tuple[str, ...] = ()
    """Words of the council’s own that its records spell so."""
    asked_fields: tuple[str, ...] = ()
    """The optional fields that the council wants filled in, by name."""
    asked_clearances: tuple[str, ...] = ()
    """The roles that have to clear a record, as the council calls them."""
    profile: Profile = field(default_factory=Profile)
    """What the council does its own way."""


_LONGEST = 300
"""How many characters a line of the journal says of one change."""

_LISTS = ("asked_fields", "asked_clearances", "words")
_PARTS = tuple(entry.name for entry in fields(Post))


def read_settings(store: SettingsStore) -> CouncilSettings:
    """Return what is set; what is missing, or is not what we put there, is at its default."""
    values: dict[str, Any] = {}
    for entry in fields(CouncilSettings):
        value = store.get(entry.name)
        if entry.name == "posts":
            values["posts"] = _posts(value)
        elif entry.name == "profile":
            values["profile"] = profile_from(value)
        elif entry.name in _LISTS:
            values[entry.name] = _texts(value)
        elif isinstance(value, str):
            values[entry.name] = value
    return CouncilSettings(**values)


def put_settings(store: SettingsStore, settings: CouncilSettings, by: By | None = None) -> None:
    """Keep what differs from what is kept, all of it or nothing.

    Where it is said `by` whom, what was changed of what a council hands round is told in the
    journal.
    """
    before, after = read_settings(store), tidy(settings)
    kept, wanted = asdict(before), asdict(after)
    differs = {name: value for name, value in wanted.items() if kept[name] != value}
    lines = profile_changes(shared_of(before), shared_of(after)) if by is not None else ()
    if by is None or not lines:
        store.put_all(differs)
        return
    deed = Deed(what=What.PROFILE, words=_in_short(lines), details={"changes": list(lines)})
    store.put_all(differs, deed, by)


def shared_of(settings: CouncilSettings) -> SharedProfile:
    """Return what of the settings is handed round: neither who I am nor my folders."""
    return SharedProfile(
        council=settings.council,
        profile=settings.profile,
        asked_fields=settings.asked_fields,
        asked_clearances=settings.asked_clearances,
        posts=settings.posts,
        words=settings.words,
    )


def _in_short(lines: tuple[str, ...]) -> str:
    """Return what was changed as one line of the journal; its details have all of it."""
    first = lines[0] if len(lines[0]) <= _LONGEST else f"{lines[0][:_LONGEST].rstrip()} …"
    more = len(lines) - 1
    return f"{first}, and {more} more {'change' if more == 1 else 'changes'}" if more else first


def put_word(store: SettingsStore, word: str, *, known: bool) -> CouncilSettings:
    """Add a word to the council's own, or take it out; return what is set then."""
    settings = read_settings(store)
    others = tuple(each for each in settings.words if each != word)
    put_settings(store, replace(settings, words=(*others, word) if known else others))
    return read_settings(store)


def tidy(settings: CouncilSettings) -> CouncilSettings:
    """Return `settings` without stray spaces, blank posts, or what paper cannot carry."""
    values: dict[str, Any] = {
        entry.name: _text(getattr(settings, entry.name))
        for entry in fields(CouncilSettings)
        if entry.name not in ("posts", "profile", *_LISTS)
    }
    posts = (_tidy_post(post) for post in settings.posts)
    values["posts"] = tuple(dict.fromkeys(post for post in posts if post.title))
    for name in _LISTS:
        texts = map(_text, getattr(settings, name))
        values[name] = tuple(dict.fromkeys(text for text in texts if text))
    values["profile"] = settings.profile
    return CouncilSettings(**values)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _posts(value: object) -> tuple[Post, ...]:
    """Return the entries with a title; what an older version did not keep is at its default."""
    rows = value if isinstance(value, list) else []
    kept = (
        {key: text for key, text in row.items() if key in _PARTS and isinstance(text, str)}
        for row in rows
        if isinstance(row, dict)
    )
    return tuple(_tidy_post(Post(**parts)) for parts in kept if parts.get("title"))


def _tidy_post(post: Post) -> Post:
    """Return `post` without stray spaces; an end that is no date is open."""
    parts = {name: _text(getattr(post, name)) for name in _PARTS}
    for name in ("since", "until"):
        parts[name] = parts[name] if is_iso_date(parts[name]) else ""
    return Post(**parts)


def _text(value: str) -> str:
    return one_line(without_refused(value)).strip()
