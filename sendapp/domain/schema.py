"""The JSON Schema of the interchange format, generated from the field catalogue."""

from typing import Any

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.fields import Field, Kind
from sendapp.domain.interchange import FORMAT, is_text_row
from sendapp.domain.rows import ROWS


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record in the interchange format."""
    properties: dict[str, Any] = {"format": {"const": FORMAT}}
    properties |= {entry.name: _schema(entry) for entry in CATALOGUE}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Decision record",
        "description": "Unknown keys are allowed, kept and written back.",
        "type": "object",
        "required": ["format"],
        "properties": properties,
    }


def _schema(entry: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"title": entry.label}
    if entry.help:
        described["description"] = entry.help
    match entry.kind:
        case Kind.ROWS:
            return described | {"type": "array", "items": _row_schema(entry.name)}
        case Kind.FLAG:
            return described | {"type": "boolean"}
        case Kind.NUMBERS:
            number = {"type": "integer", "minimum": 1, "maximum": 7}
            return described | {"type": "array", "items": number}
        case Kind.CHOICE:
            return described | {"enum": [value for value, _ in entry.choices]}
        case Kind.DATE:
            pattern = "^$|^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            return described | {"type": "string", "pattern": pattern}
        case Kind.RICH:
            return described | {"type": "string", "contentMediaType": "text/html"}
        case _:
            return described | {"type": "string", "maxLength": entry.limit}


def _row_schema(name: str) -> dict[str, Any]:
    properties = {entry.name: _schema(entry) for entry in ROWS[name]}
    row: dict[str, Any] = {"type": "object", "properties": properties}
    if is_text_row(name):
        return {"anyOf": [properties["text"], row | {"required": ["text"]}]}
    return row
