"""sendapp: a desk for drafting, printing and keeping councils' decision records."""

__version__ = "0.1.0"
