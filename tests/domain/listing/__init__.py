"""Which records stand on a list, and what it says of them."""
