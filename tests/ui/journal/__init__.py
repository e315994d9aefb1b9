"""The journal of the whole database in the window."""
