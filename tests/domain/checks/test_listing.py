"""The page of all checks says what there is."""

from sendapp.domain.checks.catalogue import CHECKS
from sendapp.domain.checks.finding import Rank
from sendapp.domain.checks.listing import listed
from tests.domain.checks.write_listing import COMMAND, PAGE


def test_the_page_of_the_checks_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == listed(), f"Write it anew: {COMMAND}"


def test_every_check_is_told_once_with_its_duty_and_its_sources() -> None:
    page = listed()
    for check in CHECKS:
        (part,) = [part for part in page.split("\n### ")[1:] if f"(`{check.name}`)\n" in part]
        sources = {check.source_for(kind) for kind in check.types}
        for words in (check.title, check.duty, *sources, *check.found, *check.passed):
            assert words in part


def test_the_ranks_head_their_checks_in_order() -> None:
    page = listed()
    parts = page.split("\n## ")
    assert [part.partition("\n")[0] for part in parts[1:]] == [rank.value for rank in Rank]
    for part, rank in zip(parts[1:], Rank, strict=True):
        assert part.count("\n### ") == sum(check.rank is rank for check in CHECKS)


def test_it_is_said_once_that_the_official_text_counts() -> None:
    assert listed().count("check the official text") == 1
