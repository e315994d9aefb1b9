"""kill -9 in the middle of saves: whatever was acknowledged is there, and nothing is half."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from sendapp.storage.checks import check_file
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore

ROUNDS = 12

WRITER = """
import sys
from pathlib import Path
from sendapp.domain.record import DecisionRecord, Item
from sendapp.storage.database import open_database
from sendapp.storage.records import RecordStore

store = RecordStore(open_database(Path(sys.argv[1]), create=True))
print("open", flush=True)
for number in range(int(sys.argv[2]), 10**9):
    identity = f"00000000-0000-4000-8000-{number % 7:012}"
    text = f"<p>{f'state {number} ' * 400}</p>"
    record = DecisionRecord(id=identity, title=str(number), reasons=(Item(text=text),))
    store.save(record, create=True)
    print(identity, number, flush=True)
"""


@pytest.mark.slow
def test_no_acknowledged_save_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "data" / "records.db"
    chance = random.Random(7)
    acknowledged: dict[str, int] = {}
    for _ in range(ROUNDS):
        lines = killed_after(path, max(acknowledged.values(), default=-1) + 1, chance)
        for line in lines:
            identity, number = line.split()
            acknowledged[identity] = int(number)
        check_what_is_kept(path, acknowledged)
    assert sum(acknowledged.values()) > ROUNDS


def killed_after(path: Path, start: int, chance: random.Random) -> list[str]:
    """Let the writer acknowledge some saves, kill it in the midst of the next, say which it was."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(start)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "open\n"
        heard = [writer.stdout.readline() for _ in range(chance.randrange(1, 30))]
        # Some moment within the next few saves: no fixed wait, only a busy one of a random length.
        for _ in range(chance.randrange(200_000)):
            pass
        writer.kill()
        heard += writer.stdout.readlines()
    return [line for line in heard if line.endswith("\n")]


def check_what_is_kept(path: Path, acknowledged: dict[str, int]) -> None:
    db = open_database(path, create=False)
    store = RecordStore(db)
    for identity, number in acknowledged.items():
        record = store.get(identity).record
        # The save that was killed may have been kept without being acknowledged.
        assert int(record.title) in (number, max(acknowledged.values()) + 1)
        assert record.reasons[0].text.count(f"state {record.title} ") == 400
        assert len(store.summaries(words=f"state {record.title}", limit=-1)) == 1
    db.close()
    check_file(path)
