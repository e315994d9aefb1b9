"""What is offered for copying is what is printed, and nothing else."""

from hypothesis import given

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.duties import CABINET_MEMBER, OFFICER_NON_EXECUTIVE
from sendapp.domain.fields import Place
from sendapp.domain.pasting.outgoing import fragment
from sendapp.domain.printed_fields import printed_fields
from sendapp.domain.record import (
    Appendix,
    Clearance,
    Conflict,
    DecisionRecord,
    Item,
    Option,
)
from sendapp.domain.richtext import plain_text, to_html
from sendapp.domain.richtext_html import normalise
from tests.strategies import records


def test_only_printed_fields_with_words_are_offered() -> None:
    record = DecisionRecord(
        id="x",
        title="Quay",
        notes="SECRET",
        decision_maker_interest="yes",
        clearances=(Clearance(role="Legal", name="SECRET"),),
        date_of_decision="2026-05-01",
        key_decision="yes",
    )
    found = {entry.name: plain_text(entry.doc) for entry in printed_fields(record, CABINET_MEMBER)}
    assert found == {"title": "Quay", "date_of_decision": "1 May 2026", "key_decision": "Yes"}


def test_decisions_are_numbered_with_what_is_in_them() -> None:
    record = DecisionRecord(
        id="x",
        decisions=(
            Item(text="<p>Approve</p><ol><li>the lease</li></ol><p>and go on</p>"),
            Item(text="<p>Note</p>"),
        ),
    )
    (decisions,) = printed_fields(record, CABINET_MEMBER)
    assert to_html(decisions.doc) == (
        "<ol><li>Approve<ol><li>the lease</li><li>and go on</li></ol></li><li>Note</li></ol>"
    )


def test_options_and_appendices_say_what_each_part_is() -> None:
    record = DecisionRecord(
        id="x",
        options=(Option(title="Do nothing", text="<p>Too dear</p>"),),
        appendices=(Appendix(title="Tenders", exempt=True, paragraphs=(3,)),),
    )
    found = {entry.name: to_html(entry.doc) for entry in printed_fields(record, CABINET_MEMBER)}
    assert found["options"] == "<p><b>Do nothing</b></p><p>Too dear</p>"
    assert found["appendices"] == (
        "<p><b>Tenders</b></p><p>Exempt: not for publication: Yes</p>"
        "<p>Paragraphs of Schedule 12A that apply: 3</p>"
    )


def test_a_councils_own_kind_offers_what_its_duties_ask_for() -> None:
    row = Conflict(member="Councillor Bo Lind", interest="Owns the quay", dispensation="None")
    record = DecisionRecord(
        id="x", record_type="grants-panel", conflicts_declared="declared", conflicts=(row,)
    )

    def conflicts(duties: str) -> str:
        found = {entry.name: entry.doc for entry in printed_fields(record, duties)}
        return plain_text(found["conflicts"])

    assert "Dispensation: None" in conflicts(CABINET_MEMBER)
    assert "Dispensation" not in conflicts(OFFICER_NON_EXECUTIVE)
    assert "Owns the quay" in conflicts(OFFICER_NON_EXECUTIVE)


@given(records())
def test_of_any_record_nothing_unprinted_is_offered(record: DecisionRecord) -> None:
    unprinted = {entry.name for entry in CATALOGUE if Place.TEMPLATE not in entry.places}
    for entry in printed_fields(record, CABINET_MEMBER):
        assert entry.name not in unprinted
        assert normalise(to_html(entry.doc)) == to_html(entry.doc)


def test_numbered_paragraphs_count_on_over_a_table() -> None:
    table = "<table><tr><td>x</td><td>y</td></tr></table>"
    record = DecisionRecord(
        id="x",
        decisions=(
            Item(text=f"<p>Approve the fees:</p>{table}<p>from 1 April.</p>"),
            Item(text="<p>Note</p>"),
        ),
    )
    (decisions,) = printed_fields(record, CABINET_MEMBER)
    html = fragment(decisions.doc, counts_on=decisions.counts_on)
    assert html.startswith("<ol><li>Approve the fees:</li></ol><table")
    assert html.endswith('</table><p>from 1 April.</p><ol start="2"><li>Note</li></ol>')
