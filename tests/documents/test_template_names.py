"""The list of names that a template may use is the program's own."""

import pytest

from sendapp.documents.context import NAMES
from sendapp.documents.template import load_template
from sendapp.documents.template_names import listed
from sendapp.errors import TemplateProblem
from tests.documents import crafted


def test_the_list_has_every_name() -> None:
    text = listed()
    for name, parts in NAMES.items():
        assert f"`{name}`" in text
        assert name == "missing" or all(f".{part}`" in text for part in parts)


def test_a_wrong_name_is_told_with_those_that_were_meant() -> None:
    with pytest.raises(TemplateProblem) as caught:
        load_template(crafted.template("{{ titel }}"))
    assert caught.value.hint.startswith("Did you mean title?")
    assert "python main.py names" in caught.value.hint
