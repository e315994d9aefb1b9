"""The phrases in the window: putting one in, filling its places, and keeping their library."""
