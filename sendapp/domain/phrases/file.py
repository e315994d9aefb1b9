"""Phrases as JSON: one file of them, and the rows that are kept; every fault with its place."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sendapp.domain.phrases.phrase import WHERES, Phrase
from sendapp.domain.richtext_html import normalise
from sendapp.domain.text import Refused, one_line

FORMAT = "decision-phrases/1"
TITLE_LIMIT = 200
TEXT_LIMIT = 20_000
MOST_KEYWORDS = 40
MOST_PHRASES = 5_000

_KEYS = ("id", "title", "keywords", "where", "text")
_LIMITS = {"id": 100, "title": TITLE_LIMIT}
_WHERES = tuple(where for where, _ in WHERES)


class PhraseFileError(ValueError):
    """A file is no file of phrases; `problems` say what is wrong and where."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(self.problems))


def to_json(phrases: Iterable[Phrase]) -> str:
    """Return the file of `phrases`, in their order, ended by a line end."""
    data = {"format": FORMAT, "phrases": [to_row(phrase) for phrase in phrases]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str) -> tuple[Phrase, ...]:
    """Return the phrases of a file; raises PhraseFileError for anything that is not as it says.

    Keys that are not known are refused: what they say would be lost without a word.
    """
    try:
        data = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as fault:
        raise PhraseFileError([f"This is not JSON: {fault}."]) from fault
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise PhraseFileError([f"“format” is not “{FORMAT}”: this is no file of phrases."])
    rows = data.get("phrases")
    if not isinstance(rows, list):
        raise PhraseFileError(["“phrases” is not a list."])
    if len(rows) > MOST_PHRASES:
        raise PhraseFileError([f"“phrases” holds more than {MOST_PHRASES:,}."])
    faults = [f"“{key}” is not known." for key in data if key not in ("format", "phrases")]
    phrases, row_faults = from_rows(rows)
    if faults or row_faults:
        raise PhraseFileError([*faults, *row_faults])
    return phrases


def to_row(phrase: Phrase) -> dict[str, Any]:
    """Return a phrase as JSON has it."""
    row = {key: getattr(phrase, key) for key in _KEYS}
    return row | {"keywords": list(phrase.keywords)}


def from_rows(rows: Iterable[object]) -> tuple[tuple[Phrase, ...], tuple[str, ...]]:
    """Return the phrases that `rows` hold, and what is wrong with those that hold none."""
    phrases: dict[str, Phrase] = {}
    faults: list[str] = []
    for index, row in enumerate(rows):
        place = f"phrases[{index}]"
        if not isinstance(row, dict):
            faults.append(f"“{place}” is not an object.")
            continue
        found = list(_faults(row, place))
        if found:
            faults += found
            continue
        phrase = _phrase(row)
        if phrase.id in phrases:
            faults.append(f"“{place}.id” is “{phrase.id}”, which another phrase has.")
        else:
            phrases[phrase.id] = phrase
    return tuple(phrases.values()), tuple(faults)


def _faults(row: Mapping[str, Any], place: str) -> Iterator[str]:
    """Yield what keeps a row from being a phrase."""
    for key in row:
        if key not in _KEYS:
            yield f"“{place}.{key}” is not known."
    for key, limit in _LIMITS.items():
        yield from _text_faults(row.get(key), f"{place}.{key}", limit)
    keywords = row.get("keywords", [])
    if not isinstance(keywords, list) or len(keywords) > MOST_KEYWORDS:
        yield f"“{place}.keywords” is not a list of {MOST_KEYWORDS} words at most."
    else:
        for index, word in enumerate(keywords):
            yield from _text_faults(word, f"{place}.keywords[{index}]", TITLE_LIMIT)
    if row.get("where", "any") not in _WHERES:
        yield f"“{place}.where” is none of {', '.join(_WHERES)}."
    text = row.get("text")
    if not isinstance(text, str) or len(text) > TEXT_LIMIT:
        yield f"“{place}.text” is not text of {TEXT_LIMIT:,} characters at most."
        return
    try:
        if not normalise(text, TEXT_LIMIT):
            yield f"“{place}.text” says nothing."
    except Refused as reason:
        yield f"“{place}.text”: {reason}"


def _text_faults(value: object, place: str, limit: int) -> Iterator[str]:
    if not isinstance(value, str) or not value.strip():
        yield f"“{place}” is not text that says something."
        return
    try:
        one_line(value, limit)
    except Refused as reason:
        yield f"“{place}”: {reason}"


def _phrase(row: Mapping[str, Any]) -> Phrase:
    return Phrase(
        id=one_line(row["id"]).strip(),
        title=one_line(row["title"]).strip(),
        keywords=tuple(one_line(word).strip() for word in row.get("keywords", [])),
        where=row.get("where", "any"),
        text=normalise(row["text"], TEXT_LIMIT),
    )
