"""What a list says, and in which order; and what it never says."""

from typing import Any

import pytest

from sendapp.domain.listing.details import details
from sendapp.domain.listing.kinds import ListAsked, ListKind
from sendapp.domain.listing.listing import DecisionList, entry_of, list_of
from sendapp.domain.listing.wording import heading
from sendapp.domain.profile import CallInRule
from sendapp.domain.record import Appendix, DecisionRecord, Urgency
from tests.factory import a_full_record, a_record

DAY = "2025-11-24"


def asked(kind: ListKind, since: str = DAY, until: str = DAY) -> ListAsked:
    return ListAsked(kind=kind, since=since, until=until)


def a_list(kind: ListKind, *records: DecisionRecord) -> DecisionList:
    return list_of(records, asked(kind), "Marlhaven Borough Council", CallInRule(), {})


@pytest.mark.parametrize(
    ("kind", "day", "period"),
    [
        (
            ListKind.DRAFT,
            "Draft Decision List published on 24 November 2025",
            "Draft Decision List for 1 November 2025 to 24 November 2025",
        ),
        (
            ListKind.CONFIRMED,
            "Confirmed Decision List published on 24 November 2025",
            "Confirmed Decision List for 1 November 2025 to 24 November 2025",
        ),
        (
            ListKind.REGISTER,
            "Register of decisions made on 24 November 2025",
            "Register of decisions made from 1 November 2025 to 24 November 2025",
        ),
    ],
)
def test_the_heading_names_the_list_and_its_days(kind: ListKind, day: str, period: str) -> None:
    assert heading(asked(kind)) == day
    assert heading(asked(kind, "2025-11-01")) == period


def test_a_draft_list_stands_by_decision_maker_then_by_date() -> None:
    def made(title: str, maker: str, day: str) -> DecisionRecord:
        return a_record(title=title, decision_maker=maker, date_of_decision=day)

    found = a_list(
        ListKind.DRAFT,
        made("D", "the Leader", "2025-11-02"),
        made("B", "Cabinet Member for Streets", "2025-11-03"),
        made("C", "The Leader", "2025-11-01"),
        made("A", "Cabinet Member for Streets", "2025-11-01"),
    )
    assert [group.heading for group in found.groups] == ["Cabinet Member for Streets", "The Leader"]
    assert [entry.title for entry in found.entries] == ["A", "B", "C", "D"]
    assert found.count == "4 decisions"


def test_the_register_stands_by_month() -> None:
    days = ["2025-12-01", "2025-11-30", "2024-11-05", "2025-11-02"]
    found = a_list(ListKind.REGISTER, *(a_record(date_of_decision=day) for day in days))
    assert [group.heading for group in found.groups] == [
        "November 2024",
        "November 2025",
        "December 2025",
    ]
    assert [entry.date_of_decision for entry in found.entries] == sorted(days)


def test_an_empty_list_says_so() -> None:
    found = a_list(ListKind.DRAFT)
    assert (found.groups, found.note) == ((), "")
    assert found.empty == "No decisions were published on 24 November 2025."


SAID_OF_A_FULL_RECORD = [
    ("Reference", "MBC/2026/014"),
    ("Decision made by", "Cabinet Member for Streets"),
    ("Date of decision", "2 March 2026"),
    ("Draft list published on", "3 March 2026"),
]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (
            ListKind.DRAFT,
            [("Call-in", "Called in on 5 March 2026"), ("Can be implemented on", "9 March 2026")],
        ),
        (
            ListKind.CONFIRMED,
            [
                ("Confirmed list published on", "9 March 2026"),
                ("Can be implemented on", "9 March 2026"),
            ],
        ),
    ],
)
def test_what_is_said_of_each(kind: ListKind, more: list[tuple[str, str]]) -> None:
    said = [(d.label, d.text) for d in details(entry_of(a_full_record(), ""), kind)]
    exempt = ("Not for publication", "1 appendix, exempt: paragraph 3")
    assert said == [*SAID_OF_A_FULL_RECORD, *more, exempt]


def labels(kind: ListKind, duties: str = "", **values: Any) -> dict[str, str]:
    return {d.label: d.text for d in details(entry_of(a_record(**values), duties), kind)}


def test_call_in_that_does_not_apply_or_is_not_settled_is_said() -> None:
    free = labels(ListKind.DRAFT, status="implementable", call_in_applies="no")
    assert free["Call-in"] == "Does not apply"
    assert labels(ListKind.DRAFT, status="published")["Call-in"] == "Not stated"
    ends = labels(ListKind.DRAFT, status="published", call_in_ends="2026-03-06")
    assert ends["Call-in ends"] == "6 March 2026"


@pytest.mark.parametrize(
    ("duties", "values"),
    [
        ("", {"urgency": (Urgency(kind="call-in waived"),)}),
        ("", {"record_type": "officer-non-executive"}),
        ("officer-non-executive", {"record_type": "panel"}),
    ],
    ids=["waived", "no executive decision", "a type of their own"],
)
def test_what_may_not_be_called_in_says_so_on_every_list(
    duties: str, values: dict[str, Any]
) -> None:
    dates = {"draft_list_published": "2026-03-03", "call_in_ends": "2026-03-06"}
    for kind in (ListKind.DRAFT, ListKind.REGISTER):
        said = labels(kind, duties, status="implementable", **dates, **values)
        assert said["Call-in"] == "Does not apply"
        assert "Call-in ends" not in said
    register = asked(ListKind.REGISTER)
    record = a_record(status="implementable", **dates, **values)
    by_type = {record.record_type: duties}
    (entry,) = list_of([record], register, "Marlhaven", CallInRule(), by_type).entries
    assert entry.call_in == "Does not apply"


def test_where_a_decision_stands_is_said_in_the_register_and_of_what_was_called_in() -> None:
    assert labels(ListKind.REGISTER, status="decided")["Where it stands"] == "Decided"
    assert labels(ListKind.DRAFT, status="called-in")["Call-in"] == "Called in"
    assert "Where it stands" not in labels(ListKind.DRAFT, status="implementable")


def test_what_was_called_in_has_no_day_on_which_it_can_be_implemented() -> None:
    day = "Can be implemented on"
    assert day in labels(ListKind.DRAFT, status="published", in_force_on="2026-03-09")
    assert day not in labels(ListKind.DRAFT, status="called-in", in_force_on="2026-03-09")


PUBLISHED = {
    "draft_list_published": "2026-03-03",
    "call_in_ends": "2026-03-10",
    "in_force_on": "2026-03-12",
}
OVER = {"status": "implementable", "confirmed_list_published": "2026-03-13"}


@pytest.mark.parametrize(
    ("values", "call_in", "in_force_on", "standing"),
    [
        # What was typed ahead is no fact yet.
        ({"status": "decided"}, "", "", "Decided"),
        ({"status": "published"}, "10 March 2026", "2026-03-12", "In call-in"),
        (OVER, "10 March 2026", "2026-03-12", "Implementable"),
        (OVER | {"call_in_ends": "", "in_force_on": ""}, "Not stated", "2026-03-13", None),
        # Called in: the day that was counted holds no more, neither before nor after it is over.
        ({"status": "called-in"}, "Called in", "", "Called in"),
        (
            {"status": "called-in", "called_in_on": "2026-03-05"},
            *("Called in on 5 March 2026", "", "Called in"),
        ),
        (
            OVER | {"called_in_on": "2026-03-05", "confirmed_list_published": "2026-03-09"},
            *("Called in on 5 March 2026", "2026-03-09", "Implementable"),
        ),
        # Withdrawn: before its call-in was over, after it, while it was called in.
        (
            {"status": "withdrawn", "withdrawn_on": "2026-03-10"},
            *("", "", "Withdrawn on 10 March 2026"),
        ),
        (
            {"status": "withdrawn", "withdrawn_on": "2026-03-11"},
            *("10 March 2026", "", "Withdrawn on 11 March 2026"),
        ),
        (
            {
                "status": "withdrawn",
                "withdrawn_on": "2026-03-09",
                "called_in_on": "2026-03-05",
                "confirmed_list_published": "2026-03-13",
            },
            *("Called in on 5 March 2026", "", "Withdrawn on 9 March 2026"),
        ),
        # Without call-in it is in force as soon as it is published, whatever was counted before.
        (OVER | {"call_in_applies": "no"}, "Does not apply", "2026-03-03", "Implementable"),
        (
            {"status": "published", "call_in_applies": "no"},
            *("Does not apply", "", "Implementable"),
        ),
    ],
)
def test_what_is_said_of_call_in_is_what_the_record_has_been_through(
    values: dict[str, str], call_in: str, in_force_on: str, standing: str | None
) -> None:
    entry = entry_of(a_record(**(PUBLISHED | values)), "")
    assert (entry.call_in, entry.in_force_on) == (call_in, in_force_on)
    assert standing in (None, entry.standing)
    dated = call_in == "10 March 2026"
    assert entry.call_in_ends == ("2026-03-10" if dated else "")
    published = "" if values.get("status") == "decided" else "2026-03-03"
    assert entry.draft_list_published == published
    over = values.get("status") == "implementable"
    confirmed = values.get("confirmed_list_published", "")
    assert entry.confirmed_list_published == (confirmed if over else "")


def test_of_what_was_withdrawn_before_it_came_out_no_day_of_call_in_is_said() -> None:
    values = PUBLISHED | {"draft_list_published": "", "status": "withdrawn"}
    entry = entry_of(a_record(**values), "")
    assert (entry.call_in, entry.call_in_ends, entry.standing) == ("", "", "Withdrawn")


def test_of_what_was_withdrawn_the_words_are_told_no_more() -> None:
    record = a_full_record(status="withdrawn", withdrawn_on="2026-03-09", called_in_on="")
    listing = a_list(ListKind.REGISTER, record)
    (entry,) = listing.entries
    assert (entry.decision_lead_in, entry.decisions, entry.exempt) == ("", (), "")
    for words in (record.decision_lead_in, record.decisions[0].text, "paragraph 3"):
        assert words not in repr(listing)
    assert [(d.label, d.text) for d in details(entry, ListKind.REGISTER)] == [
        *SAID_OF_A_FULL_RECORD[:3],
        ("Where it stands", "Withdrawn on 9 March 2026"),
        SAID_OF_A_FULL_RECORD[3],
        ("Call-in ends", "6 March 2026"),
    ]
    assert (entry.title, entry.record_id) == (record.title, record.id)


def test_a_list_of_what_may_not_be_called_in_tells_of_no_days_of_call_in() -> None:
    free = a_record(status="implementable", call_in_applies="no")
    opens = a_record(status="published")
    assert "three working days" in a_list(ListKind.DRAFT, free, opens).note
    assert a_list(ListKind.DRAFT, free).note == (
        "Call-in does not apply to the decisions on this list: they can be implemented."
    )


def test_exempt_appendices_are_said_by_paragraph_only() -> None:
    appendices = (
        Appendix(title="Tender prices of Brine & Co", exempt=True, paragraphs=(1, 2, 3)),
        Appendix(title="Map of the quay"),
        Appendix(title="Advice on the lease", exempt=True),
    )
    entry = entry_of(a_record(appendices=appendices), "")
    assert entry.exempt == "2 appendices, exempt: paragraphs 1, 2 and 3; paragraph not stated"
    assert "Brine" not in repr(entry)
    assert "lease" not in repr(entry)


def test_a_list_holds_nothing_else_of_a_record() -> None:
    record = a_full_record(
        notes="SECRET notes", consultees="SECRET consultees", report_author="SECRET author"
    )
    said = repr(a_list(ListKind.REGISTER, record))
    never = [
        "SECRET",
        record.clearances[0].name,
        record.conflicts[0].member,
        record.appendices[0].title,
        record.circulations[0].to,
        "No risk.",
    ]
    assert [words for words in never if words in said] == []
    assert record.reasons[0].text not in said
