"""Phrases an officer puts into a record: what one is, its file, finding one. Pure."""
