"""The licences of the program and of what is shipped with it, in full."""

from dataclasses import dataclass

from sendapp.paths import resources


@dataclass(frozen=True, slots=True)
class Licence:
    """A work, what it is for, the name of its licence, and the texts that say so."""

    work: str
    purpose: str
    licence: str
    files: tuple[str, ...]
    """Files under the resources, in the order they are to be read."""

    def text(self) -> str:
        """Return the whole of it."""
        texts = [(resources() / name).read_text("utf-8-sig") for name in self.files]
        head = f"{self.work}: {self.purpose}.\nLicence: {self.licence}"
        return "\n\n\n".join([head, *texts])


def licences() -> tuple[Licence, ...]:
    """Return what is shipped that is the work of others."""
    kept = "dictionaries/licences"
    return (
        Licence(
            "British English dictionary",
            "spelling; the one of LibreOffice 7.5, by Marco A.G. Pinto, David Bartlett, Andrew "
            "Brown and others, unchanged",
            "GNU Lesser General Public License",
            (
                "dictionaries/README_en_GB.txt",
                f"{kept}/LGPL-3.0.txt",
                f"{kept}/GPL-3.0.txt",
            ),
        ),
        Licence(
            "Spylls 0.1.7",
            "spelling; the dictionary’s engine, by Victor Shepelev, unchanged",
            "Mozilla Public License 2.0",
            (f"{kept}/MPL-2.0.txt",),
        ),
        Licence("Lucide icons", "the pictures on buttons", "ISC", ("icons/LICENSE",)),
    )
