"""Lists of decisions: which records stand on one, in which order, and what it says of each."""
