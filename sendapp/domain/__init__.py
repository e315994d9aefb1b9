"""What a decision record is: plain values and pure functions. No Qt, no SQL, no Word."""
