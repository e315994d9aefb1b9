"""The list of names that a template may use is the program's own."""

import pytest

from sendapp.documents.context import NAMES
from sendapp.documents.template import load_template
from sendapp.errors import TemplateProblem
from tests.documents import crafted
from tests.documents.template_names import PATH, current, listed


def test_the_list_is_current() -> None:
    text = PATH.read_text(encoding="utf-8")
    assert text == current(text), "run python -m tests.documents.template_names"


def test_the_list_has_every_name() -> None:
    text = listed()
    for name, parts in NAMES.items():
        assert f"`{name}`" in text
        assert name == "missing" or all(f".{part}`" in text for part in parts)


def test_a_wrong_name_is_told_with_those_that_were_meant() -> None:
    with pytest.raises(TemplateProblem) as caught:
        load_template(crafted.template("{{ titel }}"))
    assert caught.value.hint.startswith("Did you mean title?")
    assert "docs/templates.md" in caught.value.hint
