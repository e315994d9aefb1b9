"""Starts sendapp from a checkout: `python main.py`, or with a verb, `python main.py --help`."""

import sys

from sendapp.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
