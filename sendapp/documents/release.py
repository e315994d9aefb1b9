"""Nothing leaves without the officer's words: what a template names is looked for in print."""

from collections.abc import Collection, Iterable, Iterator

from lxml import etree

from sendapp.documents.context import ITEM_LISTS, Context
from sendapp.documents.styles import w
from sendapp.domain.catalogue import field
from sendapp.errors import TemplateProblem

_SHOWN = 60
_TEXT, _BREAK, _TAB = w("t"), w("br"), w("tab")
_PARAGRAPH = w("p")


def check_released(
    context: Context,
    names: Collection[str],
    roots: Iterable[etree._Element],
    *,
    changes_case: bool,
) -> None:
    """Raise TemplateProblem if a word of what has these dotted names is not in the `roots`."""
    paragraphs = [text for root in roots for text in _paragraphs(root)]
    whole = set(paragraphs)
    joined = "\n\n".join(paragraphs)
    folded = joined.casefold() if changes_case else ""
    for name in sorted(names):
        for text in _words(context, name):
            if text in whole or text in joined:
                continue
            if folded and text.casefold() in folded:
                continue
            _refuse(name, text)


def _words(context: Context, name: str) -> list[str]:
    """Return the words that naming `name` promises to print."""
    if name in ITEM_LISTS:
        return context.words[f"{name}.text"]
    return context.words.get(name, [])


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Yield the words of each paragraph, a line break as LF and a tab as a tab."""
    for paragraph in root.iter(_PARAGRAPH):
        out = []
        for element in paragraph.iter(_TEXT, _BREAK, _TAB):
            if element.tag == _TEXT:
                out.append(element.text or "")
            elif element.tag == _BREAK:
                out.append("\n")
            elif element.getparent().tag == w("r"):  # type: ignore[union-attr]
                out.append("\t")
        yield "".join(out)


def _refuse(name: str, text: str) -> None:
    label = "Further information" if name.split(".")[0] == "more" else _label(name)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    raise TemplateProblem(
        f"The template leaves out words of “{label}”: “{shown}”.",
        "Print the field wherever it is filled, or remove its name from the template.",
        name,
    )


def _label(name: str) -> str:
    """Return what the form calls the field of a dotted name: the record's, else a list entry's."""
    for part in (name.split(".")[0], name.split(".")[-1]):
        try:
            return field(part).label
        except KeyError:
            continue
    return name
