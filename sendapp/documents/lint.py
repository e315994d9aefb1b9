"""What is wrong with a template, said with the part and the words it is about."""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from sendapp.documents.prepare import own_text
from sendapp.documents.sandbox import FILTERS, LOOP_NAMES, TESTS, TemplateEnvironment
from sendapp.documents.styles import w
from sendapp.documents.vocabulary import Vocabulary
from sendapp.errors import TemplateProblem

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPENERS, _CLOSERS = ("{{", "{%", "{#"), ("}}", "%}", "#}")
_BLOCK_TAG = re.compile(r"(?:\{\{|\{%-?|\{#)(p|tr|tc|r)\s")
_MARKS = re.compile(r"<[^>]+>")
_ITEM_WORDS = 60

_ALLOWED: tuple[type[nodes.Node], ...] = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const, nodes.CondExpr, nodes.Filter),
    *(nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.Neg, nodes.List, nodes.Tuple),
)
_WORDS_FOR = {
    nodes.Include: "{% include %}",
    nodes.Import: "{% import %}",
    nodes.FromImport: "{% import %}",
    nodes.Extends: "{% extends %}",
    nodes.Block: "{% block %}",
    nodes.Macro: "{% macro %}",
    nodes.Call: "calls such as name()",
}

Scope = dict[str, str]
"""Loop and set names → the dotted name of what they hold, '' where we cannot know."""


def part_words(part: str) -> str:
    """Return what an officer calls the part of a Word file."""
    name = part.rsplit("/", 1)[-1].removesuffix(".xml").rstrip("0123456789")
    return {"document": "the body", "header": "a header", "footer": "a footer"}.get(
        name, f"the {name}"
    )


def check_markup(root: etree._Element, part: str) -> None:
    """Refuse tags that docxtpl would mend silently, or with a loss; raises TemplateProblem."""
    for paragraph in root.iter(w("p")):
        text = own_text(paragraph)
        if "{" in text or "}" in text:
            _check_tags(text, part)
    for properties in root.iter("{*}docPr"):
        decorative = any(str(e.tag).endswith("}decorative") for e in properties.iter())
        if not (properties.get("descr") or properties.get("title") or decorative):
            raise TemplateProblem(
                f"A picture in {part_words(part)} has no alternative text.",
                "In Word, right-click the picture, choose View Alt Text and say what it shows.",
                f"{part}: {properties.get('name', '')}",
            )


def check_names(
    env: TemplateEnvironment, lines: str, part: str, vocabulary: Vocabulary
) -> set[str]:
    """Return the dotted names, of those in `vocabulary`, that the source prints or asks about.

    Raises TemplateProblem for bad grammar, forbidden words and unknown names.
    """
    try:
        tree = env.parse(lines)
    except TemplateSyntaxError as fault:
        raise TemplateProblem(
            f"A tag in {part_words(part)} of the template cannot be read: {fault.message}.",
            "Compare it with the same tag in the template that came with the program.",
            _place(part, lines, fault.lineno),
        ) from fault
    walker = _Walker(lines, part, vocabulary)
    walker.visit(tree, {})
    return walker.names


def _check_tags(text: str, part: str) -> None:
    shown = " ".join(text.split())[:_ITEM_WORDS]
    where = f"{part}: “{shown}”"
    rest = _TAG.sub("", text)
    for mark in (*_OPENERS, *_CLOSERS):
        if mark in rest:
            other = "closed" if mark in _OPENERS else "opened"
            raise TemplateProblem(
                f"In {part_words(part)} of the template, {mark} is not {other} "
                f"in its own paragraph: “{shown}”.",
                "Write each tag within one paragraph, for example {{ title }}.",
                where,
            )
    for found in _BLOCK_TAG.finditer(text):
        _check_block_tag(found[0], found[1], text, rest, where)


def _check_block_tag(tag: str, kind: str, text: str, rest: str, where: str) -> None:
    if kind == "r" or (kind in ("tr", "tc") and tag.startswith("{{")):
        raise TemplateProblem(
            f"The template uses {tag.strip()} …, which does not work here.",
            "Use {{ name }} for a text and {{p name }} for a rich text.",
            where,
        )
    if kind == "p" and (rest.strip() or len(_TAG.findall(text)) > 1):
        raise TemplateProblem(
            f"The template has {tag.strip()} … in a paragraph with other words, "
            "which would be lost.",
            "Give that tag a paragraph of its own.",
            where,
        )


def _place(part: str, lines: str, number: int) -> str:
    """Return the part and the words of line `number` (from 1) of the source."""
    line = lines.splitlines()[number - 1] if 0 < number <= lines.count("\n") + 1 else ""
    words = " ".join(_MARKS.sub("", line).split())
    words = re.sub(r"\{\{p \((.+?)\)\|placed\(.*?\) \}\}", r"{{p \1 }}", words)
    return f"{part}: “{words[:_ITEM_WORDS]}”"


class _Walker:
    """Walks a template's grammar tree, names in scope beside it."""

    def __init__(self, lines: str, part: str, vocabulary: Vocabulary) -> None:
        self.names: set[str] = set()
        self._vocabulary = vocabulary
        self._known = vocabulary.names
        self._lines = lines
        self._part = part

    def visit(self, node: nodes.Node, scope: Scope) -> None:
        """Check `node` and all below it."""
        if not isinstance(node, _ALLOWED):
            words = _WORDS_FOR.get(type(node), f"“{type(node).__name__.lower()}”")
            self._refuse(node, f"The template uses {words}, which templates may not.")
        if isinstance(node, nodes.For):
            self._visit_loop(node, scope)
            return
        if isinstance(node, nodes.Assign):
            self.visit(node.node, scope)
            if isinstance(node.target, nodes.Name):
                scope[node.target.name] = self._dotted(node.node, scope)
            return
        if isinstance(node, nodes.Filter):
            self._visit_filter(node)
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self._refuse(node, f"The template asks “is {node.name}”, which is not known.")
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self._visit_name(node, scope)
            return
        if isinstance(node, nodes.Output):
            self._check_rich(node, scope)
        for child in node.iter_child_nodes():
            self.visit(child, scope)

    def _visit_loop(self, node: nodes.For, scope: Scope) -> None:
        if node.recursive:
            self._refuse(node, "The template uses a recursive loop, which templates may not.")
        self.visit(node.iter, scope)
        inner = dict(scope)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = self._dotted(node.iter, scope)
        else:
            self._refuse(node, "A loop of the template has more than one name.")
        inner["loop"] = "loop"
        for child in node.body:
            self.visit(child, inner)
        if node.test is not None:
            self.visit(node.test, inner)
        for child in node.else_:
            self.visit(child, scope)

    def _visit_filter(self, node: nodes.Filter) -> None:
        if node.name not in (*FILTERS, "placed", "address"):
            self._refuse(
                node,
                f"The template uses the filter “{node.name}”, which is not known.",
                f"The filters are {', '.join(FILTERS)}.",
            )

    def _visit_name(self, node: nodes.Expr, scope: Scope) -> None:
        if isinstance(node, nodes.Name):
            if node.name.startswith("_"):
                return
            if node.name not in scope and node.name not in self._known:
                self._refuse(
                    node,
                    f"The template names “{node.name}”, "
                    f"which is not a field of {self._vocabulary.subject}.",
                    _spelling(node.name, self._vocabulary),
                )
            if node.name in self._known and node.name not in scope:
                self.names.add(node.name)
            return
        if isinstance(node, nodes.Getitem):
            self._visit_number(node, scope)
            return
        assert isinstance(node, nodes.Getattr)
        self.visit(node.node, scope)
        holder = self._dotted(node.node, scope)
        known = LOOP_NAMES if holder == "loop" else self._known.get(holder)
        if holder and (known is None or node.attr not in known):
            self._refuse(
                node,
                f"The template names “{node.attr}” of {holder}, which there is not.",
                f"There are {', '.join(sorted(known))}." if known else "",
            )
        if holder and holder != "loop":
            self.names.add(f"{holder}.{node.attr}")

    def _visit_number(self, node: nodes.Getitem, scope: Scope) -> None:
        if not isinstance(node.arg, nodes.Const) or not isinstance(node.arg.value, int):
            self._refuse(node, "The template uses square brackets, which templates may not.")
        self.visit(node.node, scope)

    def _dotted(self, node: nodes.Node, scope: Scope) -> str:
        """Return the dotted name that `node` stands for, '' where it stands for no field."""
        if isinstance(node, nodes.Name):
            return scope.get(node.name, node.name)
        if isinstance(node, nodes.Getitem):
            return self._dotted(node.node, scope)
        if isinstance(node, nodes.Getattr):
            holder = self._dotted(node.node, scope)
            return f"{holder}.{node.attr}" if holder else ""
        if isinstance(node, nodes.Filter) and node.node and node.name in ("first", "last"):
            return self._dotted(node.node, scope)
        return ""

    def _check_rich(self, node: nodes.Output, scope: Scope) -> None:
        """Refuse a rich text inside a line: it needs a paragraph of its own."""
        for child in node.nodes:
            for leaf in _printed(child):
                dotted = self._dotted(leaf, scope)
                if dotted in self._vocabulary.rich or self._known.get(dotted):
                    self._refuse(
                        leaf,
                        f"The template prints “{dotted}” inside a line; it may hold "
                        "several paragraphs.",
                        f"Write {{{{p {dotted} }}}} in a paragraph of its own.",
                    )

    def _refuse(self, node: nodes.Node, sentence: str, hint: str = "") -> None:
        place = _place(self._part, self._lines, node.lineno)
        raise TemplateProblem(sentence, hint or "Remove it from the template.", place)


def _spelling(name: str, vocabulary: Vocabulary) -> str:
    """Return a hint that names what was probably meant."""
    near = get_close_matches(name, vocabulary.names, n=3)
    meant = f"Did you mean {' or '.join(near)}? " if near else ""
    return f"{meant}“python main.py names” lists every name a template may use."


def _printed(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the expressions whose value `node` may print as it is."""
    if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
        yield node
    elif isinstance(node, nodes.Or | nodes.And | nodes.Concat | nodes.CondExpr):
        for child in node.iter_child_nodes():
            yield from _printed(child)
