"""The JSON Schema is a sound one, and refuses what reading refuses."""

import json
from typing import Any

import jsonschema
import pytest

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.interchange import FORMAT, InterchangeError, from_json, to_dict
from sendapp.domain.schema import json_schema
from tests.factory import a_full_record

Validator = jsonschema.Draft202012Validator


def test_the_schema_is_a_schema() -> None:
    Validator.check_schema(json_schema())


def test_the_schema_describes_every_field_and_no_other() -> None:
    assert list(json_schema()["properties"]) == ["format", *(entry.name for entry in CATALOGUE)]


def test_unknown_keys_agree_with_the_schema() -> None:
    data = {
        "format": FORMAT,
        "later": 1,
        "options": [{"later": 2}],
        "reasons": [{"text": "", "l": 3}],
    }
    Validator(json_schema()).validate(data)


@pytest.mark.parametrize(
    "fault",
    [
        {"format": "decision-record/2"},
        {"title": 1},
        {"title": "x" * 1001},
        {"status": "lost"},
        {"decisions": "text"},
        {"decisions": [1]},
        {"options": ["text"]},
        {"options": [{"recommended": "yes"}]},
        {"appendices": [{"paragraphs": [0]}]},
        {"date_of_decision": "24 November 2025"},
    ],
    ids=str,
)
def test_schema_and_reading_refuse_the_same(fault: dict[str, Any]) -> None:
    data = {"format": FORMAT} | to_dict(a_full_record()) | fault
    assert not Validator(json_schema()).is_valid(data)
    with pytest.raises(InterchangeError):
        from_json(json.dumps(data))
