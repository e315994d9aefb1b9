"""What comes from other programs' clipboards, understood as rich text; and what goes to them."""
