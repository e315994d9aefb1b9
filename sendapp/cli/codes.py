"""The verb that says which text a paper claims to be."""

import argparse

from sendapp.cli.common import DONE, PROBLEMS, keeping
from sendapp.domain.claims import NONE_HERE, NOT_PROVED, said_of
from sendapp.domain.sealing import Mistyped, read_code
from sendapp.errors import Problem
from sendapp.paths import paths_for
from sendapp.services.finding_codes import FindingCodes


def find_code(arguments: argparse.Namespace) -> int:
    """Print each text kept that bears the code."""
    try:
        code = read_code(arguments.code)
    except Mistyped as fault:
        raise Problem(str(fault)) from fault
    with keeping(paths_for(arguments.data), create=False) as keeper:
        claims = FindingCodes(keeper).find(code).result()
    for claim in claims:
        version = claim.version
        kept = f"{version.at[:16].replace('T', ' ')} (UTC): {version.words}" if version else ""
        print(said_of(claim.stored.record, kept, in_bin=claim.stored.in_bin))
        print(f"  {claim.stored.record.id}")
    print(NOT_PROVED if claims else NONE_HERE)
    return DONE if claims else PROBLEMS
