"""The verb that makes a list of decisions without a window; it marks nothing, but is entered."""

import argparse
import sys
from pathlib import Path

from sendapp.cli.common import DONE, keeping
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.errors import Problem
from sendapp.paths import paths_for
from sendapp.services.council import read_settings
from sendapp.services.lists import Form, Gathered, forms_of, gathered, put_out
from sendapp.services.record_types import load_kinds
from sendapp.storage.keeper import Stores


def list_of(arguments: argparse.Namespace) -> int:
    """Write the list of what is marked for it, and say what waits for it or is refused.

    As every export, it has a row in the journal.
    """
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
    with keeping(paths_for(arguments.data), create=False) as keeper:
        found = keeper.run(lambda stores: _gathered(stores, asked)).result()
        # Late: the window, which starts through here, must start without Word and PDF.
        from sendapp.documents.performing import perform

        put_out(keeper, found, out, perform(found.job(form)))
    print(f"{found.listing.heading}: {found.listing.count}. Written to {out}.")
    for waiting in found.chosen.new:
        print(f"Not marked for it yet: {waiting.record.title}", file=sys.stderr)
    for refused in found.chosen.refused:
        title = refused.record.title or "No title"
        print(f"Not on the list: {title}. {refused.why}", file=sys.stderr)
    return DONE


def _gathered(stores: Stores, asked: ListAsked) -> Gathered:
    own = read_settings(stores.settings).templates_folder
    kinds = load_kinds(Path(own) if own else None)
    return gathered(stores, asked, {name: kind.type.duties for name, kind in kinds.items()})
