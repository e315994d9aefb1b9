"""The phrases in the window."""
