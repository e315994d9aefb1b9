"""What the council has set: its name, its posts, its folders."""

from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from sendapp.domain.text import one_line, without_refused
from sendapp.storage.settings import SettingsStore


@dataclass(frozen=True, slots=True)
class Post:
    """A post that decides, as printed, and who holds it now ('' where that is not said)."""

    title: str
    holder: str = ""


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


_LISTS = ("asked_fields", "asked_clearances", "words")


def read_settings(store: SettingsStore) -> CouncilSettings:
    """Return what is set; what is missing, or is not what we put there, is at its default."""
    values: dict[str, Any] = {}
    for entry in fields(CouncilSettings):
        value = store.get(entry.name)
        if entry.name == "posts":
            values["posts"] = _posts(value)
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
        if entry.name not in ("posts", *_LISTS)
    }
    posts = {_text(post.title): _text(post.holder) for post in settings.posts}
    values["posts"] = tuple(Post(title, holder) for title, holder in posts.items() if title)
    for name in _LISTS:
        texts = map(_text, getattr(settings, name))
        values[name] = tuple(dict.fromkeys(text for text in texts if text))
    return CouncilSettings(**values)


def _texts(value: object) -> tuple[str, ...]:
    return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else ()


def _posts(value: object) -> tuple[Post, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(
        Post(row["title"], row["holder"])
        for row in rows
        if isinstance(row, dict)
        and isinstance(row.get("title"), str)
        and isinstance(row.get("holder"), str)
    )


def _text(value: str) -> str:
    return one_line(without_refused(value)).strip()
