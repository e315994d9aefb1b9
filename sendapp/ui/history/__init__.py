"""What the open record said before: its versions, what changed, and bringing it back."""
