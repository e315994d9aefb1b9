"""Turns of phrase to look for, written as they are read."""

import re


def phrases(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern that finds any of `alternatives`, in any case of letters.

    Each is a regular expression in which a space stands for any white space, so that a phrase
    that runs over the end of a line is found too.
    """
    return re.compile("|".join(alternatives).replace(" ", r"\s+"), re.IGNORECASE)
