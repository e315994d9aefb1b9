"""Tidying a record's texts: small rules that say what they would change before it is changed."""
