"""Kinds of record: each is data, the text of a `type.toml` beside its Word template."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sendapp.domain.catalogue import CATALOGUE, field
from sendapp.domain.duties import duties_of
from sendapp.domain.fields import Field, Kind, Place, Section
from sendapp.domain.record import DecisionRecord

_STARTING_KINDS = frozenset({Kind.LINE, Kind.TEXT, Kind.POST, Kind.CHOICE})
_NEVER_STARTS = frozenset({"id", "record_type", "status"})


class TypeFault(ValueError):
    """A type's description cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """How a kind of record calls the field `name`; '' where it says what all do.

    `blank` is printed where the field is blank, if that is an answer and no gap.
    """

    name: str
    label: str = ""
    help: str = ""
    blank: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """Somebody who signs the record on paper; without a `post`, the record's decision maker."""

    post: str = ""


THE_DECISION_MAKER = (Signatory(),)
"""Who signs where a kind of record names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSection:
    """A part of the form: `label` on the screen, `heading` in print, `number` 0 if unnumbered."""

    section: Section
    label: str
    heading: str = ""
    number: int = 0
    duties: str = ""
    words: tuple[FieldWords, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The catalogue's fields of this part that stand on the form."""
        return self.fields_of(None)

    def fields_of(self, record: DecisionRecord | None) -> tuple[Field, ...]:
        """Return the fields of this part on the form of `record`.

        One that this kind does not ask for is among them where it is filled: what a file brought
        can be seen and taken out.
        """
        return tuple(
            self._named(entry)
            for entry in CATALOGUE
            if entry.section is self.section
            and Place.FORM in entry.places
            and (entry.is_for(self.duties) or (record and getattr(record, entry.name)))
        )

    def _named(self, entry: Field) -> Field:
        own = next((words for words in self.words if words.name == entry.name), None)
        if own is None:
            return entry
        return replace(entry, label=own.label or entry.label, help=own.help or entry.help)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """A kind of record; `name` is its folder under templates/, `title` heads the print.

    `duties` names the kind whose duties it is held to, which the council's own kinds may choose.
    `starts` are the fields that a new record of it has filled, each with its text.
    """

    name: str
    title: str
    law: str
    sections: tuple[TypeSection, ...]
    duties: str = ""
    words: tuple[FieldWords, ...] = ()
    starts: tuple[tuple[str, str], ...] = ()
    signatories: tuple[Signatory, ...] = THE_DECISION_MAKER

    def section(self, section: Section) -> TypeSection:
        """Return the part `section`; KeyError if this kind of record has none."""
        for entry in self.sections:
            if entry.section is section:
                return entry
        raise KeyError(section)

    def blank(self, name: str) -> str:
        """Return what is printed where the field `name` is blank, '' where that is a gap."""
        return next((words.blank for words in self.words if words.name == name), "")


def parse_type(name: str, toml_text: str) -> RecordType:
    """Return the kind of record that `toml_text` describes; raises TypeFault with the place."""
    try:
        data = tomllib.loads(toml_text)
        duties = duties_of(name, str(data.get("duties", "")))
        words = _words(data.get("field", {}))
        return RecordType(
            name=name,
            title=str(data["title"]),
            law=str(data["law"]),
            sections=tuple(_section(entry, duties, words) for entry in data["section"]),
            duties=duties,
            words=words,
            starts=_starts(data.get("starts", {})),
            signatories=_signatories(data.get("signatory", [])) or THE_DECISION_MAKER,
        )
    except tomllib.TOMLDecodeError as fault:
        raise TypeFault(f"{name}/type.toml: {fault}.") from fault
    except KeyError as fault:
        raise TypeFault(f"{name}/type.toml: {fault} is missing.") from fault
    except RecursionError as fault:
        raise TypeFault(f"{name}/type.toml: it is nested too deeply.") from fault
    except (TypeError, ValueError, AttributeError, OverflowError) as fault:
        raise TypeFault(f"{name}/type.toml: {fault}.") from fault


def _section(entry: Mapping[str, Any], duties: str, words: tuple[FieldWords, ...]) -> TypeSection:
    return TypeSection(
        section=Section(entry["id"]),
        label=str(entry["label"]),
        heading=str(entry.get("heading", "")),
        number=int(entry.get("number", 0)),
        duties=duties,
        words=words,
    )


def _words(tables: Mapping[str, Mapping[str, Any]]) -> tuple[FieldWords, ...]:
    return tuple(
        FieldWords(name=_known(name), **{key: str(text) for key, text in table.items()})
        for name, table in tables.items()
    )


def _signatories(tables: list[Mapping[str, Any]]) -> tuple[Signatory, ...]:
    return tuple(Signatory(**{key: str(text) for key, text in table.items()}) for table in tables)


def _starts(table: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    for name, text in table.items():
        entry = field(_known(name))
        if name in _NEVER_STARTS or entry.kind not in _STARTING_KINDS:
            raise ValueError(f"a new record cannot start with “{name}”")
        if entry.choices and str(text) not in dict(entry.choices):
            raise ValueError(f"“{text}” is no answer for “{name}”")
    return tuple((name, str(text)) for name, text in table.items())


def _known(name: str) -> str:
    if all(entry.name != name for entry in CATALOGUE):
        raise ValueError(f"there is no field “{name}”")
    return name
