"""The phrases, as values."""
