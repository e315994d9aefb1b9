"""The kinds of record there are: those that came with the program, and the council's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sendapp.domain.duties import knows_call_in
from sendapp.domain.record import DecisionRecord
from sendapp.domain.record_types import RecordType, TypeFault, parse_type
from sendapp.errors import TemplateProblem
from sendapp.files import problem_of
from sendapp.paths import templates

_TYPE = "type.toml"
_TEMPLATE = "record.docx"
_LARGEST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class TypeOnPaper:
    """A kind of record and the Word template it is printed on."""

    type: RecordType
    template: Path


def load_kinds(own_folder: Path | None = None) -> dict[str, TypeOnPaper]:
    """Return every kind of record by its name; raises TemplateProblem or Problem.

    A folder in `own_folder` with a type.toml or a record.docx takes the place of the shipped
    one of that name, file by file; one with both is a further kind.
    """
    kinds: dict[str, TypeOnPaper] = {}
    for folder in _folders(templates()):
        kinds[folder.name] = TypeOnPaper(_read_type(folder), folder / _TEMPLATE)
    for folder in _folders(own_folder) if own_folder else ():
        shipped = kinds.get(folder.name)
        own_type = (folder / _TYPE).is_file()
        own_template = (folder / _TEMPLATE).is_file()
        if shipped or (own_type and own_template):
            kinds[folder.name] = TypeOnPaper(
                _read_type(folder) if own_type or not shipped else shipped.type,
                folder / _TEMPLATE if own_template or not shipped else shipped.template,
            )
    return kinds


def kind_of(record: DecisionRecord, kinds: Mapping[str, TypeOnPaper]) -> TypeOnPaper:
    """Return the kind of `record`; raises TemplateProblem where there is none of that name."""
    try:
        return kinds[record.record_type]
    except KeyError:
        known = ", ".join(sorted(kinds))
        raise TemplateProblem(
            f"There is no template for the kind of record “{record.record_type}”.",
            f"The kinds there are: {known}. Check the templates folder in the settings.",
        ) from None


def without_call_in(kinds: Mapping[str, TypeOnPaper]) -> frozenset[str]:
    """Return the names of the kinds of which no decision can be called in."""
    return frozenset(
        name for name, kind in kinds.items() if not knows_call_in(name, kind.type.duties)
    )


def _folders(parent: Path) -> Iterator[Path]:
    try:
        entries = sorted(parent.iterdir())
    except OSError as fault:
        raise problem_of(fault, parent, reading=True) from fault
    yield from (entry for entry in entries if entry.is_dir() and _holds_a_kind(entry))


def _holds_a_kind(folder: Path) -> bool:
    return (folder / _TYPE).is_file() or (folder / _TEMPLATE).is_file()


def _read_type(folder: Path) -> RecordType:
    path = folder / _TYPE
    try:
        with path.open("rb") as stream:
            text = stream.read(_LARGEST_BYTES).decode()
        return parse_type(folder.name, text)
    except OSError as fault:
        raise problem_of(fault, path, reading=True) from fault
    except (TypeFault, UnicodeDecodeError) as fault:
        raise TemplateProblem(
            f"The kind of record in {folder} cannot be read: {fault}",
            "Compare its type.toml with the one that came with the program.",
            str(path),
        ) from fault
