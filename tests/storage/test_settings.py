"""The council's things."""

import sqlite3

import pytest
from sqlite_utils import Database

from sendapp.domain.journal import By, Deed, What
from sendapp.errors import Damaged
from sendapp.storage.journal import JournalStore
from sendapp.storage.settings import SettingsStore
from tests.storage.conftest import unguarded


@pytest.mark.parametrize("value", ["é \n", 0, False, None, [], {"a": [1, {"b": None}]}, 1.5])
def test_any_json_value_comes_back(db: Database, value: object) -> None:
    settings = SettingsStore(db)
    settings.put("thing", "first")
    settings.put("thing", value)
    assert settings.get("thing", "default") == value
    assert settings.all() == {"thing": value}


def test_what_was_never_put_is_the_default(db: Database) -> None:
    assert SettingsStore(db).get("posts", []) == []


def test_what_json_cannot_say_is_refused(db: Database) -> None:
    with pytest.raises((TypeError, ValueError)):
        SettingsStore(db).put("thing", float("nan"))
    assert SettingsStore(db).all() == {}


def test_damaged_setting_is_said_so(db: Database) -> None:
    db.execute("insert into settings values ('thing', '{')")
    with pytest.raises(Damaged):
        SettingsStore(db).get("thing")


def test_several_things_are_put_together_or_not_at_all(db: Database) -> None:
    settings = SettingsStore(db)
    settings.put_all({"council": "Wexcombe", "posts": []})
    unguarded(db).execute(
        "create temp trigger refuse before update on settings when new.name = 'posts'"
        " begin select raise(abort, 'refused'); end"
    )
    with pytest.raises(sqlite3.IntegrityError):
        settings.put_all({"council": "Marlhaven", "posts": [1]})
    with pytest.raises(TypeError):
        settings.put_all({"council": "Marlhaven", "posts": object()})
    assert settings.all() == {"council": "Wexcombe", "posts": []}


def test_a_deed_is_entered_with_the_values_or_not_at_all(db: Database) -> None:
    store, journal = SettingsStore(db), JournalStore(db)
    deed = Deed(what=What.PROFILE, words="Logo added")
    store.put_all({"council": "Wexley"}, deed, By("ama", "Ama Boateng"))
    (entry,) = journal.newest()
    assert (entry.words, entry.user, entry.who) == ("Logo added", "ama", "Ama Boateng")
    unguarded(db).execute(
        "create trigger full before insert on journal begin select raise(abort, 'x'); end"
    )
    with pytest.raises(sqlite3.IntegrityError):
        store.put_all({"council": "Marlhaven"}, deed)
    assert store.get("council") == "Wexley"
