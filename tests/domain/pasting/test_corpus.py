"""Every clipboard of the corpus arrives as an officer would want it."""

from collections import Counter

import pytest

from sendapp.domain.pasting.arriving import arriving
from sendapp.domain.richtext import to_html
from sendapp.domain.richtext_html import normalise
from tests.domain.pasting.corpus_cases import KINDS, Case, cases


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_a_clipboard_arrives_as_stated(case: Case) -> None:
    assert to_html(arriving(case.html, case.text)) == case.expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_is_stated_is_in_normal_form_and_its_source_is_named(case: Case) -> None:
    assert normalise(case.expected) == case.expected
    assert case.kind in KINDS
    assert case.source
    assert case.licence


def test_the_corpus_has_what_was_asked_of_it() -> None:
    kinds = Counter(case.kind for case in cases())
    assert sum(kinds.values()) >= 60
    assert kinds["published-word"] + kinds["published-outlook"] >= 15
    assert kinds["libreoffice"] >= 10
    assert kinds["chromium"] >= 10
