"""What a laid-out PDF still lacks for readers who listen: language, and links in the tag tree."""

import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

LANGUAGE = "en-GB"

# A marked piece of text, and the matrix that says where it begins (from the page's top left).
_PIECE = re.compile(
    rb"/MCID (\d+)\s*>>\s*BDC(?:(?!/MCID ).)*?1 0 0 -1 (-?[\d.]+) (-?[\d.]+) Tm", re.DOTALL
)
_SLACK = 0.5


@dataclass(slots=True)
class _Link:
    """A link on a page: its annotations (one for each word) and the pieces of text they cover."""

    annotations: list[Any] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Move:
    """What moves out of one element of the tag tree: which piece of text goes into which link."""

    owner: Any
    into: dict[int, Any] = field(default_factory=dict)
    _links: list[Any] = field(default_factory=list)

    def add(self, element: Any, pieces: Iterable[int]) -> None:
        """Have `element` take the place of the first of `pieces`; the end, if there are none."""
        self._links.append(element)
        for number in pieces:
            self.into.setdefault(number, element)

    def make(self, page: pikepdf.Page) -> None:
        """Move everything at once."""
        kept: list[Any] = []
        placed: set[tuple[int, int]] = set()
        children = self.owner.K if isinstance(self.owner.K, Array) else [self.owner.K]
        for child in children:
            link = self.into.get(_piece_of(child, page))
            if link is None:
                kept.append(child)
                continue
            link.K.append(child)
            if link.objgen not in placed:
                kept.append(link)
                placed.add(link.objgen)
        self.owner.K = Array(kept + [e for e in self._links if e.objgen not in placed])


def make_accessible(data: bytes) -> bytes:
    """Return the tagged PDF `data` with language, tab order and tagged links; deterministic."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.Lang = String(LANGUAGE)
        for page in pdf.pages:
            if "/Annots" in page:
                page.Tabs = Name.S
                _tag_links(pdf, page)
        out = io.BytesIO()
        pdf.save(
            out,
            deterministic_id=True,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _tag_links(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    tree: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    owners = _owners(tree, int(page.StructParents))
    moves: dict[tuple[int, int], _Move] = {}
    made: list[tuple[Any, _Link]] = []
    for link in _links(page, owners):
        owner = owners[link.pieces[0]] if link.pieces else _document(pdf)
        element = pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Link, P=owner, Pg=page.obj, K=Array())
        )
        moves.setdefault(owner.objgen, _Move(owner)).add(element, link.pieces)
        made.append((element, link))
    for move in moves.values():
        move.make(page)
        for number, element in move.into.items():
            owners[number] = element
    for element, link in made:
        for annotation in link.annotations:
            key = int(pdf.Root.StructTreeRoot.ParentTreeNextKey)
            pdf.Root.StructTreeRoot.ParentTreeNextKey = key + 1
            tree.extend([key, element])
            annotation.StructParent = key
            annotation.Contents = String(_said(str(annotation.A.URI)))
            element.K.append(Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page.obj))


def _links(page: pikepdf.Page, owners: Array) -> list[_Link]:
    """Return the links of `page`; neighbouring words that lead to one place are one link."""
    height = float(page.MediaBox[3])
    pieces = [
        (int(number), float(x), height - float(y))
        for number, x, y in _PIECE.findall(page.Contents.read_bytes())
    ]
    found = []
    for annotation in page.Annots:
        if annotation.get("/Subtype") == Name.Link and "/A" in annotation:
            left, low, right, high = (float(edge) for edge in annotation.Rect)
            covered = [
                number
                for number, x, y in pieces
                if left - _SLACK <= x < right - _SLACK and low <= y <= high
            ]
            found.append((annotation, covered))
    links = []
    for _, group in groupby(found, key=lambda pair: _same_link(pair, owners)):
        link = _Link()
        for annotation, covered in group:
            link.annotations.append(annotation)
            link.pieces += covered
        links.append(link)
    return links


def _same_link(pair: tuple[Any, list[int]], owners: Array) -> tuple[str, object]:
    annotation, covered = pair
    owner = owners[covered[0]].objgen if covered else None
    return str(annotation.A.get("/URI", "")), owner


def _owners(tree: Array, key: int) -> Array:
    """Return the page's row of the parent tree: the element of each piece of its text."""
    for index in range(0, len(tree), 2):
        if int(tree[index]) == key:
            row = tree[index + 1]
            assert isinstance(row, Array)
            return row
    return Array()


def _piece_of(child: Any, page: pikepdf.Page) -> int:
    """Return the number of the piece of text on `page` that `child` is, -1 for anything else."""
    is_piece = isinstance(child, Dictionary) and child.get("/Type") == Name.MCR
    return int(child.MCID) if is_piece and child.Pg.objgen == page.obj.objgen else -1


def _document(pdf: pikepdf.Pdf) -> Any:
    top = pdf.Root.StructTreeRoot.K
    return top[0] if isinstance(top, Array) else top


def _said(address: str) -> str:
    if address.lower().startswith("mailto:"):
        return f"E-mail to {address[len('mailto:') :]}"
    return f"Link to {address}"
