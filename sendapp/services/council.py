"""What the council has set: its name, its posts, its folders."""

from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from sendapp.domain.dates import is_iso_date
from sendapp.domain.posts import Post
from sendapp.domain.profile import Profile
from sendapp.domain.profile_file import profile_from
from sendapp.domain.text import one_line, without_refused
from sendapp.storage.settings import SettingsStore

__all__ = ["CouncilSettings", "Post", "put_settings", "read_settings", "tidy"]


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


def put_settings(store: SettingsStore, settings: CouncilSettings) -> None:
    """Keep what differs from what is kept, all of it or nothing."""
    kept = asdict(read_settings(store))
    wanted = asdict(tidy(settings))
    store.put_all({name: value for name, value in wanted.items() if kept[name] != value})


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
