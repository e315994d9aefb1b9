"""Signed paper in the window: which text a code belongs to."""
