"""Answers that contradict each other, or the record's own words: options, key, call-in, status."""

import re
from collections.abc import Iterator

from sendapp.domain.call_in import is_waived, may_be_called_in
from sendapp.domain.checks.finding import Check, Rank
from sendapp.domain.checks.notices import shortened
from sendapp.domain.checks.phrases import matches, phrases, sentence_around
from sendapp.domain.checks.reading import Line, Reading, Spot, folded
from sendapp.domain.checks.sources import NOTHING
from sendapp.domain.duties import ALL, EXECUTIVE
from sendapp.domain.sealing import PUBLISHED

_THIS = (
    r"\b(?:this|it|the\s+(?:decision|matter|award|proposal|present\s+decision|purchase|scheme|order"
    r"|grant|contract|disposal|sale|lease|letting|spend(?:ing)?|expenditure|value|sum|amount))"
)
_LINK = r"\s+(?:(?:therefore|accordingly|also|hereby|thus|clearly|still)\s+)?"
_A_KEY = r"(?:an?\s+)?[‘“'\"]?key[’”'\"]?[\s-]decisions?\b"
_NOT_KEY = phrases(
    rf"(?:{_THIS}{_LINK})(?:(?:is|was) not|does not (?:count|qualify|rank) as"
    r"|is (?:no|a non-)|does not (?:amount to|constitute|make (?:this|it)|meet))\s*"
    r"(?:(?:itself|considered|classed|regarded|treated|deemed|thought|held|one of the|to be"
    r"|as|the (?:test|definition|threshold|criteria) (?:of|for)) )*"
    rf"{_A_KEY}",
    rf"(?:outside|below|under|beneath) the (?:\w+ )?(?:definition|threshold|limit|level|test)s? "
    rf"(?:of|for) {_A_KEY}(?![^.]{{0,40}}\bbut\b)|{_THIS} is not key\b",
    r"\bnon-key decision\b|\bnot (?:being )?a key decision\b(?! (?:of|made|taken))",
    r"\bno key decision is\b",
)
_KEY = phrases(
    rf"(?:{_THIS}{_LINK})(?:is|counts as|qualifies as|ranks as|amounts to|constitutes"
    r"|meets the (?:test|definition) of) "
    r"(?:(?:itself|considered|classed|regarded|treated|deemed|to be|as) )*"
    rf"{_A_KEY}(?! (?:for|of) (?:the|another|our)\b)",
    r"\bthis key decision\b",
    r"\b(?:being|as|since it is|because it is) a key decision\b(?! (?:of|made|taken))",
)
_CALL = r"call[\s-]?in"
_NO_CALL_IN = phrases(
    r"\b(?:(?:is|are|was|be) not|not) (?:itself )?(?:subject to|open to|liable to|eligible for"
    r"|available for) (?:the )?call[\s-]?in\b",
    r"\b(?:is|are) exempt(?:ed)? from (?:the )?(?:process of )?call[\s-]?in\b",
    rf"\b{_CALL} (?:(?:does|will|shall|should) not|cannot) (?:therefore )?(?:apply|be)\b",
    rf"\b{_CALL} (?:procedure |period )?(?:has been|is|was|be|being) (?:hereby )?"
    r"(?:waived|disapplied|not applicable|excluded|set aside|dispensed)",
    r"\b(?:cannot|may not|can not) be called[\s-]in\b(?! (?:before|until|after)\b)",
    rf"\bno {_CALL} (?:applies|period)\b|\bwaiv(?:e|es|ed|ing|er of) (?:the )?{_CALL}\b",
)
_CALL_IN = phrases(
    r"\b(?<!not\s)(?:is|are|remains|be) (?:subject|open|liable) to (?:the )?(?:usual )?"
    rf"{_CALL}\b",
    rf"\b{_CALL} (?:procedure |period )?(?:applies|runs|ends|expires|will (?:apply|end|expire))\b",
    r"\b(?:may|can) be called[\s-]in\b|\bunless (?:it is )?called[\s-]in\b",
)
_OF_ANOTHER = phrases(
    r"\b(?:if|would|were|had|unless|whether|previous|earlier|last year|another|other|which was"
    r"|stage|phase)\b"
)
_REJECTED = phrases(
    r"(?<!not\s)(?<!never\s)(?:\b(?:rejected|discounted|dismissed|ruled out)\b"
    r"|\bnot (?:pursued|adopted|chosen|selected|preferred|taken (?:forward|up)))\b"
)
_OF_OTHERS = phrases(r"\b(?:(?:the|all|both) others?|other options?|previously|earlier)\b")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n")
_TELLING = (
    *("decisions", "reasons", "options", "key_decision_reason", "authority", "consultees"),
    "decision_lead_in",
)


def _no_recommended(reading: Reading) -> Iterator[Spot]:
    options = [
        (option, f"{option.title}\n{reading.words_at(f'options[{index}].text')}")
        for index, option in enumerate(reading.record.options)
        if option.title.strip() or option.text
    ]
    if len(options) < 2 or any(option.recommended for option, _ in options):
        return
    # The law asks for what was considered and rejected: the decision may be none of them.
    if not all(_is_rejected(words) for _, words in options):
        yield Spot(
            "options",
            "None of these options is ticked as recommended, so that all of them read as rejected. "
            "Tick the one that is decided on; if it is none of them, set this aside.",
        )


def _is_rejected(words: str) -> bool:
    """Whether a sentence of an option says that it was rejected, and not that others were."""
    return any(
        _REJECTED.search(sentence) and not _OF_OTHERS.search(sentence)
        for sentence in _SENTENCE_ENDS.split(words)
    )


def _two_recommended(reading: Reading) -> Iterator[Spot]:
    chosen = [index for index, row in enumerate(reading.record.options) if row.recommended]
    if len(chosen) > 1:
        yield Spot(
            f"options[{chosen[1]}].recommended",
            f"{len(chosen)} options are marked as recommended; the decision follows one.",
        )


def _key(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    if record.key_decision == "yes" and reading.record_type not in EXECUTIVE:
        yield Spot(
            "key_decision", "Only an executive decision is a key decision; this is not executive."
        )
        return
    noticed = bool(record.notice_published or shortened(record))
    says_not = _said(reading, _NOT_KEY)
    if record.key_decision == "no" and noticed:
        yield Spot(
            "key_decision",
            "This is said to be no key decision, but the record has a notice or an urgency, which "
            "only key decisions need.",
        )
    elif says_not and (record.key_decision == "yes" or (noticed and not record.key_decision)):
        line, match = says_not
        yield line.spot(
            "These words say that it is no key decision; the answer under “More” says it is."
            if record.key_decision
            else "These words say that it is no key decision, but the record has a notice.",
            match.start(),
            match.end(),
        )
    if record.key_decision == "no" and (says := _said(reading, _KEY)):
        line, match = says
        yield line.spot(
            "These words say that it is a key decision; the answer under “More” says it is not.",
            match.start(),
            match.end(),
        )


def _call_in(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    if record.call_in_applies == "no" and record.status == "called-in":
        yield Spot("call_in_applies", "Call-in does not apply, yet the decision was called in.")
    elif record.call_in_applies == "yes" and is_waived(record):
        yield Spot("call_in_applies", "Call-in applies, yet the record says that it was waived.")
    elif record.call_in_applies:
        says = _said(reading, _NO_CALL_IN if record.call_in_applies == "yes" else _CALL_IN)
        if says:
            line, match = says
            yield line.spot(
                "These words contradict the answer to “Does call-in apply?”.",
                match.start(),
                match.end(),
            )


def _status(reading: Reading) -> Iterator[Spot]:
    record = reading.record
    opens = may_be_called_in(record, reading.around.duties)
    draft_list, confirmed = record.draft_list_published, record.confirmed_list_published
    if record.status in PUBLISHED and not draft_list:
        yield Spot("status", "The decision is published, but the date of the draft list is blank.")
    elif record.status == "implementable" and opens and not confirmed:
        yield Spot(
            "status",
            "The decision can be implemented, but the date of the confirmed list is blank.",
        )
    elif record.status in {"draft", "ready"} and (draft_list or confirmed):
        yield Spot("status", "The record is still a draft, but has a date of publication.")


def _title(reading: Reading) -> Iterator[Spot]:
    title = reading.record.title
    if title.strip() and folded(title) in reading.around.other_titles:
        yield Spot("title", "Another record has this title.", 0, len(title))


def _said(reading: Reading, what: re.Pattern[str]) -> tuple[Line, re.Match[str]] | None:
    """Return where the record says this of itself, not of what might be or what once was."""
    for line in reading.lines(*_TELLING):
        for match in matches(what, line.words):
            start, _ = sentence_around(line.words, match)
            before = line.words[start : match.start()]
            if not _OF_ANOTHER.search(before):
                return line, match
    return None


CHECKS = (
    Check(
        name="no-recommended-option",
        rank=Rank.LOOKS,
        title="No option is marked as decided on",
        duty="Where the option that was decided on is among those listed, it is marked, so that "
        "the rejected ones stand apart.",
        find=_no_recommended,
        types=ALL,
        source=NOTHING,
        found=("Three options, none marked as recommended",),
        passed=("One rejected option", "Three options, each of which says that it was rejected"),
    ),
    Check(
        name="two-recommended-options",
        rank=Rank.LOOKS,
        title="Two options are recommended",
        duty="The option that was decided on is marked, so that the rejected ones stand apart.",
        find=_two_recommended,
        types=ALL,
        source=NOTHING,
        found=("Two of three options are marked as recommended",),
        passed=("One of three options is marked as recommended",),
    ),
    Check(
        name="key-decision-contradicts",
        rank=Rank.LOOKS,
        title="Key decision or not",
        duty="Answer, notice, urgency and words have to say the same.",
        find=_key,
        types=ALL,
        source=NOTHING,
        found=("“This is not a key decision”, answered with Yes",),
        passed=("It would be a key decision if it cost more.",),
    ),
    Check(
        name="call-in-contradicts",
        rank=Rank.LOOKS,
        title="Call-in or not",
        duty="Answer, state, urgency and words have to say the same.",
        find=_call_in,
        types=ALL,
        source=NOTHING,
        found=("“Call-in does not apply”, answered with Yes",),
        passed=("The earlier scheme was exempted from call-in.",),
    ),
    Check(
        name="status-contradicts",
        rank=Rank.LOOKS,
        title="State and dates do not fit",
        duty="Where the record stands has to fit the lists it was published in.",
        find=_status,
        types=ALL,
        source=NOTHING,
        found=("In call-in, without the date of the draft list",),
        passed=("Implementable without call-in, and without a confirmed list",),
    ),
    Check(
        name="title-used",
        rank=Rank.LOOKS,
        title="A title already used",
        duty="Two records of one title may be one decision, published twice.",
        find=_title,
        types=ALL,
        source=NOTHING,
        found=("Another record is called Sale of Almond Terrace, too",),
        passed=("Sale of Almond Terrace, second phase",),
    ),
)
