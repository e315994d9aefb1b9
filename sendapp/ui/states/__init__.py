"""A record's life in the window: its steps, what they ask, and why they are refused."""
