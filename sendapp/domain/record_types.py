"""Kinds of record: each is data, the text of a `type.toml` beside its Word template."""

import tomllib
from dataclasses import dataclass

from sendapp.domain.catalogue import CATALOGUE
from sendapp.domain.duties import duties_of
from sendapp.domain.fields import Field, Place, Section


class TypeFault(ValueError):
    """A type's description cannot be used; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeSection:
    """A part of the form: `label` on the screen, `heading` in print, `number` 0 if unnumbered."""

    section: Section
    label: str
    heading: str = ""
    number: int = 0
    duties: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The catalogue's fields of this part that stand on the form."""
        return tuple(
            entry
            for entry in CATALOGUE
            if entry.section is self.section
            and Place.FORM in entry.places
            and entry.only_for in ("", self.duties)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordType:
    """A kind of record; `name` is its folder under templates/, `title` heads the print.

    `duties` names the kind whose duties it is held to, which the council's own kinds may choose.
    """

    name: str
    title: str
    law: str
    sections: tuple[TypeSection, ...]
    duties: str = ""

    def section(self, section: Section) -> TypeSection:
        """Return the part `section`; KeyError if this kind of record has none."""
        for entry in self.sections:
            if entry.section is section:
                return entry
        raise KeyError(section)


def parse_type(name: str, toml_text: str) -> RecordType:
    """Return the kind of record that `toml_text` describes; raises TypeFault with the place."""
    try:
        data = tomllib.loads(toml_text)
        duties = duties_of(name, str(data.get("duties", "")))
        sections = tuple(
            TypeSection(
                section=Section(entry["id"]),
                label=str(entry["label"]),
                heading=str(entry.get("heading", "")),
                number=int(entry.get("number", 0)),
                duties=duties,
            )
            for entry in data["section"]
        )
        return RecordType(
            name=name,
            title=str(data["title"]),
            law=str(data["law"]),
            sections=sections,
            duties=duties,
        )
    except tomllib.TOMLDecodeError as fault:
        raise TypeFault(f"{name}/type.toml: {fault}.") from fault
    except KeyError as fault:
        raise TypeFault(f"{name}/type.toml: {fault} is missing.") from fault
    except RecursionError as fault:
        raise TypeFault(f"{name}/type.toml: it is nested too deeply.") from fault
    except (TypeError, ValueError, AttributeError, OverflowError) as fault:
        raise TypeFault(f"{name}/type.toml: {fault}.") from fault
