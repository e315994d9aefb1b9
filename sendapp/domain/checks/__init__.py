"""What a record lacks in law, what the council asks for, and what looks wrong in it."""
