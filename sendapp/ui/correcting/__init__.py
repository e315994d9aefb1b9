"""Correcting what was decided: the dialog for it, and carrying it out."""
