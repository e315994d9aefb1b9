"""The council's things: names and JSON values kept in the records file."""

import json
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from sendapp.storage.connection import path_of
from sendapp.storage.database import reading, write
from sendapp.storage.faults import damaged


class SettingsStore:
    """What the council has set, such as its name and its posts."""

    def __init__(self, db: Database) -> None:
        self._db = db

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

    def put_all(self, values: Mapping[str, Any]) -> None:
        """Keep every value under its name, all of them or none."""
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

    def all(self) -> dict[str, Any]:
        """Return every value by its name."""
        with reading(self._db) as db:
            rows = db.execute("select name, value from settings order by name").fetchall()
        return {name: json.loads(value) for name, value in rows}
