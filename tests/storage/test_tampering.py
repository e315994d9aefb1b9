"""What another SQLite client does behind the program's back is named: 500 random changes.

Each case changes a file that has lived, with the safeguards dropped, dropped and put back to the
letter, or taken out of the schema's own table. What is done: a column changed; a column changed and
every proof of that row made anew; a row deleted; a column of two rows swapped; a row copied; two
rows' numbers exchanged; rows cut off the journal's end, with its counter put back.

What cannot be found, and the guide says so:
- all of the file rewritten consistently by somebody who knows the program: every proof after the
  changed row made anew, the journal's end, tallies and seals among them;
- the whole file replaced by an older copy of itself;
- words of a draft, and fields of a decided record that are not sealed, changed with the row's own
  proof and the search made anew, too: that is what a save looks like;
- a row entered at the journal's end by somebody who makes its proof rightly: then it is told there;
- settings, which are not sealed (a change by the program is told in the journal).
"""

import hashlib
import json
import random
import shutil
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from sendapp.domain.examined import Examined, Part
from sendapp.domain.interchange import canonical
from sendapp.domain.sealing import code_of
from sendapp.storage.examining.examination import examine
from sendapp.storage.version_rows import about_hash as version_hash
from sendapp.storage.versions import record_in
from tests.storage.another_client import Named, put, tampered
from tests.storage.lived import live

CASES = 500
UNTOUCHED = 50
IN_A_TEST = 50


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("lived") / "records.db"
    live(path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, CASES, IN_A_TEST))
def test_every_change_behind_our_back_is_named(lived: Path, tmp_path: Path, first: int) -> None:
    for seed in range(first, first + IN_A_TEST):
        chance = random.Random(seed)
        path = tmp_path / f"{seed}.db"
        shutil.copyfile(lived, path)
        deed, wanted = tampered(path, chance)
        found = examined(path)
        for each in wanted:
            assert is_named(found, each), (seed, deed, each, found.faults)
        path.unlink()


@pytest.mark.slow
def test_untouched_files_are_found_right(lived: Path, tmp_path: Path) -> None:
    for seed in range(UNTOUCHED):
        path = tmp_path / f"{seed}.db"
        shutil.copyfile(lived, path)
        with closing(sqlite3.connect(path)) as outside:
            # What another client may do without changing anything that was kept.
            outside.execute(("vacuum", "reindex", "pragma optimize", "select 1")[seed % 4])
        found = examined(path)
        assert not found.faults
        assert found.is_complete
        path.unlink()


def examined(path: Path) -> Examined:
    return examine(path, pause=lambda: None)


def is_named(found: Examined, wanted: Named) -> bool:
    for fault in found.faults:
        if fault.part != Part(wanted.table):
            continue
        if wanted.record_id and not fault.number and fault.record_id == wanted.record_id:
            return not wanted.column
        if fault.number == wanted.number and (not wanted.column or wanted.column in fault.columns):
            return True
    return False


def test_a_version_rewritten_with_its_proofs_is_found_by_its_step(
    lived: Path, tmp_path: Path
) -> None:
    """The journal holds the version that was kept with a step to what was decided."""
    path = tmp_path / "records.db"
    shutil.copyfile(lived, path)
    with closing(sqlite3.connect(path)) as outside:
        outside.row_factory = sqlite3.Row
        outside.execute("drop trigger versions_stay")
        sql = "select rowid, details from journal where what = 'step' and seal_after <> ''"
        step = outside.execute(sql).fetchone()
        number = json.loads(step["details"])["version"]
        row = dict(outside.execute("select * from versions where rowid = ?", [number]).fetchone())
        rewrite(row, number)
        row.pop("rowid")
        put(outside, "versions", number, row)
        outside.commit()
    wanted = Named("versions", number, "content")
    found = examined(path)
    assert is_named(found, wanted)
    assert any("“Title”" in fault.sentence for fault in found.faults)


def rewrite(row: dict[str, Any], number: int) -> None:
    values = json.loads(zlib.decompress(row["content"]))
    values["title"] = "Something else was decided"
    content = canonical(values).encode()
    row["content"] = zlib.compress(content, 6)
    row["hash"] = hashlib.sha256(content).hexdigest()
    row["code"] = code_of(record_in(content)[0])
    row["row_hash"] = version_hash(row, number)
