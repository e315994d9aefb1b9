"""What the council has set: its name, its posts, its folders."""

from dataclasses import asdict, dataclass, fields
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


def read_settings(store: SettingsStore) -> CouncilSettings:
    """Return what is set; what is missing, or is not what we put there, is at its default."""
    values: dict[str, Any] = {}
    for entry in fields(CouncilSettings):
        value = store.get(entry.name)
        if entry.name == "posts":
            values["posts"] = _posts(value)
        elif isinstance(value, str):
            values[entry.name] = value
    return CouncilSettings(**values)


def put_settings(store: SettingsStore, settings: CouncilSettings) -> None:
    """Keep what differs from what is kept, all of it or nothing."""
    kept = asdict(read_settings(store))
    wanted = asdict(tidy(settings))
    store.put_all({name: value for name, value in wanted.items() if kept[name] != value})


def tidy(settings: CouncilSettings) -> CouncilSettings:
    """Return `settings` without stray spaces, blank posts, or what paper cannot carry."""
    texts = {
        entry.name: _text(getattr(settings, entry.name))
        for entry in fields(CouncilSettings)
        if entry.name != "posts"
    }
    posts = {_text(post.title): _text(post.holder) for post in settings.posts}
    kept = tuple(Post(title, holder) for title, holder in posts.items() if title)
    return CouncilSettings(**texts, posts=kept)


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
