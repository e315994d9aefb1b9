"""Files for tests of storage: a signed scan, and what the journal says of it."""

from sqlite_utils import Database

from sendapp.domain.filed import FileKind
from sendapp.domain.journal import By, Entry
from sendapp.domain.record import DecisionRecord
from sendapp.storage.files import Filed, FileStore
from sendapp.storage.journal import JournalStore

BY = By(user="icoyle", who="Ines Coyle")
SCAN = b"%PDF-1.4 signed on the third of March"


def filed(files: FileStore, record: DecisionRecord, **values: object) -> Filed:
    given: dict[str, object] = {
        "name": "Signed.pdf",
        "kind": FileKind.SIGNED,
        "media_type": "application/pdf",
        "content": SCAN,
        "note": "",
    }
    return files.add(record.id, **(given | values))  # type: ignore[arg-type]


def journal(db: Database, record: DecisionRecord) -> list[Entry]:
    return JournalStore(db).listing(record.id)


def counted(db: Database) -> int:
    return int(db.execute("select count(*) from files").fetchone()[0])
