"""The verb that counts the days of a call-in."""

import argparse
from dataclasses import replace
from pathlib import Path

from sendapp.cli.common import DONE
from sendapp.domain.call_in import count_days
from sendapp.domain.call_in_words import rule_in_words, working
from sendapp.domain.dates import short_date
from sendapp.domain.days import days_of
from sendapp.domain.profile import CallInRule, CountedFrom, InForce, Profile
from sendapp.paths import paths_for
from sendapp.services.council import read_settings
from sendapp.storage.database import looking_into
from sendapp.storage.settings import SettingsStore


def call_in(arguments: argparse.Namespace) -> int:
    """Print the working, the last day counted and the first in force; what is given goes first."""
    profile = _profile_in(paths_for(arguments.data).database)
    kept = profile or Profile()
    rule = _changed(kept.call_in, arguments)
    closed = days_of(kept.closure_days) | frozenset(arguments.closed)
    counted = count_days(arguments.published, rule, closed, at=arguments.at)
    whose = "your council’s" if profile else "the usual one"
    print(working(counted))
    print(f"Last day counted: {short_date(counted.ends)}")
    print(f"In force from: {short_date(counted.in_force)}")
    print(f"Rule: {rule_in_words(rule)} ({whose if rule == kept.call_in else 'as asked'}).")
    if rule.counted_from is CountedFrom.DECISION:
        print("Note: Your council counts from the decision: the date given is taken for its date.")
    for warning in counted.warnings:
        print(f"Note: {warning}")
    return DONE


def _profile_in(database: Path) -> Profile | None:
    """Return the profile kept in a records file, None where there is no such file."""
    if not database.exists():
        return None
    with looking_into(database) as db:
        return read_settings(SettingsStore(db)).profile


def _changed(rule: CallInRule, arguments: argparse.Namespace) -> CallInRule:
    """Return `rule` with what was asked for on the command line."""
    if arguments.days is not None:
        rule = replace(rule, days=arguments.days)
    if arguments.clear is not None:
        rule = replace(rule, clear=arguments.clear)
    if arguments.in_force is not None:
        rule = replace(rule, in_force=InForce(arguments.in_force))
    return rule
