"""The journal of the whole database."""
