"""What a new record carries over from an old one: which facts, and where they still stand."""
