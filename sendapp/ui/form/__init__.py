"""The record as a form: one scrolling page in the order of the printed record."""
