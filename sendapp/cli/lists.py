"""The verb that makes a list of decisions without a window; it marks nothing."""

import argparse
import sys
from pathlib import Path

from sendapp.cli.common import DONE
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.errors import NotFound, Problem
from sendapp.files import write_whole
from sendapp.paths import paths_for
from sendapp.services.council import read_settings
from sendapp.services.lists import Form, Gathered, forms_of, gathered
from sendapp.services.record_types import load_kinds
from sendapp.storage.backups import Backups
from sendapp.storage.keeper import Keeper, Stores


def list_of(arguments: argparse.Namespace) -> int:
    """Write the list of what is marked for it, and say what waits for it or is refused."""
    since, until = arguments.since, arguments.until or arguments.since
    if until < since:
        raise Problem("The list would end before it begins.", "Say --to after --from.")
    asked = ListAsked(
        kind=ListKind(arguments.kind), since=since.isoformat(), until=until.isoformat()
    )
    out: Path = arguments.out
    form = Form(out.suffix.lower())
    if form not in forms_of(asked.kind):
        raise Problem(
            f"The {asked.kind.words} is not made as {form.value}.",
            f"Say {' or '.join(each.value for each in forms_of(asked.kind))}.",
        )
    found = _gathered(arguments.data, asked)
    # Late: the window, which starts through here, must start without Word and PDF.
    from sendapp.documents.performing import perform

    write_whole(out, perform(found.job(form)), private=False)
    print(f"{found.listing.heading}: {found.listing.count}. Written to {out}.")
    for waiting in found.chosen.new:
        print(f"Not marked for it yet: {waiting.record.title}", file=sys.stderr)
    for refused in found.chosen.refused:
        title = refused.record.title or "No title"
        print(f"Not on the list: {title}. {refused.why}", file=sys.stderr)
    return DONE


def _gathered(data: str | None, asked: ListAsked) -> Gathered:
    paths = paths_for(data)
    if not paths.database.exists():
        raise NotFound(f"There are no records in {paths.data}.", "Use --data FOLDER.")

    def work(stores: Stores) -> Gathered:
        own = read_settings(stores.settings).templates_folder
        kinds = load_kinds(Path(own) if own else None)
        duties = {name: kind.type.duties for name, kind in kinds.items()}
        return gathered(stores, asked, duties)

    keeper = Keeper(paths.database, Backups(paths.backups), create=False)
    try:
        return keeper.run(work).result()
    finally:
        keeper.close()
