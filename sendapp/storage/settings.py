"""The council's things: names and JSON values kept in the records file."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from sendapp.domain.journal import By, Deed
from sendapp.storage.clock import now_utc
from sendapp.storage.connection import path_of
from sendapp.storage.database import reading, write
from sendapp.storage.faults import damaged
from sendapp.storage.journal import enter

NOBODY = By()


class SettingsStore:
    """What the council has set, such as its name and its posts."""

    def __init__(self, db: Database, clock: Callable[[], str] = now_utc) -> None:
        self._db = db
        self._clock = clock

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value put under `name`, or `default`; raises Damaged if it is no JSON."""
        with reading(self._db) as db:
            row = db.execute("select value from settings where name = ?", [name]).fetchone()
        if row is None:
            return default
        try:
            return json.loads(row[0])
        except ValueError as fault:
            raise damaged(path_of(self._db)) from fault

    def put(self, name: str, value: Any) -> None:
        """Keep `value`, anything JSON can say, under `name`."""
        self.put_all({name: value})

    def put_all(self, values: Mapping[str, Any], deed: Deed | None = None, by: By = NOBODY) -> None:
        """Keep every value under its name, all of them or none.

        A `deed` that tells of it is entered in the journal with them, or not at all.
        """
        texts = {
            name: json.dumps(value, ensure_ascii=False, allow_nan=False)
            for name, value in values.items()
        }
        if not texts:
            return
        with write(self._db) as db:
            for pair in texts.items():
                db.execute(
                    "insert into settings (name, value) values (?, ?)"
                    " on conflict (name) do update set value = excluded.value",
                    pair,
                )
            if deed is not None:
                enter(db, deed, by, self._clock())

    def all(self) -> dict[str, Any]:
        """Return every value by its name."""
        with reading(self._db) as db:
            rows = db.execute("select name, value from settings order by name").fetchall()
        return {name: json.loads(value) for name, value in rows}
