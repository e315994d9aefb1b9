"""Decision lists in the window."""
