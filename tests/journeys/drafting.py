"""How an officer drafts a whole record, with keys and mouse or with keys alone."""

from dataclasses import replace
from typing import Any

from sendapp.domain.dates import read_date
from sendapp.domain.record import DecisionRecord
from tests.driver import Officer

DATES = ("date_of_decision", "draft_list_published", "confirmed_list_published")


def as_drafted(record: DecisionRecord) -> DecisionRecord:
    """Return `record` as it stands while nobody has decided it."""
    blank: dict[str, Any] = dict.fromkeys(DATES, "")
    return replace(record, id="", status="draft", **blank)


def drafts_with_mouse(officer: Officer, record: DecisionRecord) -> None:
    """Draft `record` as most officers would: a click into each field, and typing."""
    officer.types_into("title", record.title)
    officer.types_into("decision_maker", record.decision_maker)
    assert officer.reads("decision_lead_in") == record.decision_lead_in
    for name in ("decisions", "reasons"):
        officer.clicks(f"{name}[0].text")
        types_items(officer, [row.text for row in getattr(record, name)])
    for index, option in enumerate(record.options):
        if index:
            officer.presses("Add an option")
            assert officer.focused() == f"options[{index}].title"
        officer.types_into(f"options[{index}].title", option.title)
        if option.recommended:
            officer.clicks(f"options[{index}].recommended")
        officer.clicks(f"options[{index}].text")
        officer.types_rich(option.text)
    officer.presses("None declared")
    officer.presses("More about this decision")
    officer.types_into("council", record.council)


def drafts_with_keys(officer: Officer, record: DecisionRecord) -> None:
    """Draft `record` from its title on with the keyboard alone."""
    assert officer.focused() == "title"
    officer.types(record.title)
    officer.keys("Tab")
    officer.types(record.decision_maker)
    officer.keys("Tab")
    assert officer.reads("decision_lead_in") == record.decision_lead_in
    for name in ("decisions", "reasons"):
        tabs_to(officer, f"{name}[0].text")
        types_items(officer, [row.text for row in getattr(record, name)])
    for index, option in enumerate(record.options):
        if index:
            tabs_to(officer, "add_options")
            officer.keys("Space")
        tabs_to(officer, f"options[{index}].title")
        officer.types(option.title)
        officer.keys("Tab")
        if option.recommended:
            officer.keys("Space")
        officer.keys("Tab")
        officer.types_rich(option.text)
    tabs_to(officer, "conflicts_declared_unanswered", "conflicts_declared_none")
    if officer.focused() != "conflicts_declared_none":
        officer.keys("Right")
    officer.keys("Space")
    tabs_to(officer, "more")
    officer.keys("Space")
    tabs_to(officer, "council")
    officer.types(record.council)


def types_items(officer: Officer, texts: list[str]) -> None:
    """Type numbered items, Enter after each but the last."""
    for index, text in enumerate(texts):
        if index:
            officer.keys("Return")
        officer.types_rich(text)


def tabs_to(officer: Officer, *names: str) -> None:
    """Press Tab until one of these fields has the keyboard."""
    for _ in range(80):
        if officer.focused() in names:
            return
        officer.keys("Tab")
    raise AssertionError(f"Tab does not lead to {names}, but to {officer.focused()}")


def as_typed(iso: str) -> str:
    """Return a date as officers type it, 24/11/2025."""
    year, month, day = iso.split("-")
    typed = f"{day}/{month}/{year}"
    assert read_date(typed) == iso
    return typed
