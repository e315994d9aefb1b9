"""What was printed, told in words, and the order of the sheets."""

import pytest

from sendapp.domain.print_run import PrintRun, in_copies, print_note


@pytest.mark.parametrize(
    ("run", "code", "words"),
    [
        (PrintRun((1, 2, 3), 3), "", ""),
        (PrintRun((1, 2, 3), 3, copies=2), "", "2 copies"),
        (PrintRun((2,), 3), "", "page 2"),
        (PrintRun((1, 2), 3, copies=4), "", "4 copies, pages 1 to 2"),
        (PrintRun((1, 2, 3, 5, 7, 8), 9), "", "pages 1 to 3, 5, 7 to 8"),
        (PrintRun((1,), 1), "7K2M", "code 7K2M, 1 copy"),
        (PrintRun((2, 3), 3, copies=2), "7K2M", "code 7K2M, 2 copies, pages 2 to 3"),
    ],
)
def test_a_run_is_told_in_words(run: PrintRun, code: str, words: str) -> None:
    assert print_note(run, code) == words


def test_collated_copies_come_one_after_the_other() -> None:
    assert in_copies((1, 2, 3), 2, collated=True) == [1, 2, 3, 1, 2, 3]
    assert in_copies((1, 2, 3), 2, collated=False) == [1, 1, 2, 2, 3, 3]
    assert in_copies((1, 2), 2, collated=True, last_first=True) == [2, 1, 2, 1]
