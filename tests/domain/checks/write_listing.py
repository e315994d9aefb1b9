"""Write docs/checks.md, the page of all checks: python -m tests.domain.checks.write_listing."""

from pathlib import Path

from sendapp.domain.checks.listing import listed

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"
COMMAND = "python -m tests.domain.checks.write_listing"


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(listed(), encoding="utf-8")


if __name__ == "__main__":
    main()
