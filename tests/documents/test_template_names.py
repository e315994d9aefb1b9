"""The list of names that a template may use is the program's own."""

import pytest

from sendapp.documents.context import NAMES
from sendapp.documents.list_context import LISTS
from sendapp.documents.template import load_template
from sendapp.documents.template_names import listed
from sendapp.errors import TemplateProblem
from tests.documents import crafted


def test_the_list_has_every_name() -> None:
    text = listed()
    for name, parts in NAMES.items():
        assert f"`{name}`" in text
        assert name == "missing" or all(f".{part}`" in text for part in parts)


def test_the_list_has_every_name_of_a_decision_list() -> None:
    text = listed()
    for name, parts in LISTS.names.items():
        if not parts:
            assert f"`{name}`" in text
    assert all(f"`entry.{part}`" in text for part in LISTS.names["entries"] - {"details"})
    assert "`group.heading`" in text
    assert "`detail.label`" in text


def test_a_wrong_name_is_told_with_those_that_were_meant() -> None:
    with pytest.raises(TemplateProblem) as caught:
        load_template(crafted.template("{{ titel }}"))
    assert caught.value.hint.startswith("Did you mean title?")
    assert "python main.py names" in caught.value.hint
