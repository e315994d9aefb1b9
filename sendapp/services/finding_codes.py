"""Which text kept here a paper claims to be, by the code in its footer."""

from concurrent.futures import Future
from dataclasses import dataclass

from sendapp.domain.sealing import code_of
from sendapp.storage.codes import records_with, versions_with
from sendapp.storage.keeper import Keeper, Stores
from sendapp.storage.stored import Stored
from sendapp.storage.versions import Version


@dataclass(frozen=True, slots=True)
class Claim:
    """A text that bears the code: a record as it is kept now, or an older `version` of it."""

    stored: Stored
    version: Version | None = None


class FindingCodes:
    """Finds texts by code on the keeper's thread.

    Versions kept before there were codes have none, and are not looked through: no paper was
    printed with a code then, and each one that was printed since left a version with its code.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    def find(self, code: str) -> "Future[tuple[Claim, ...]]":
        """Return the texts that bear `code` (`sealing.read_code`), records as they stand first.

        Of a record that says it today no version is told, of any other the newest one. Raises
        Damaged where a text that is said to bear it is not what was kept.
        """
        return self._keeper.run(lambda stores: tuple(_claims(stores, code)))


def _claims(stores: Stores, code: str) -> list[Claim]:
    today = [stores.records.get(record_id) for record_id in records_with(stores.db, code)]
    # What is proved is the record's row, which tells its code; the words are the better witness.
    found = {one.record.id: Claim(one) for one in today if code_of(one.record) == code}
    for number in versions_with(stores.db, code):
        old = stores.versions.get(number)
        record_id = old.version.record_id
        if record_id not in found and code_of(old.record) == code:
            found[record_id] = Claim(stores.records.get(record_id), old.version)
    return list(found.values())
