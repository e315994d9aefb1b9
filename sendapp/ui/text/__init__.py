"""Editors of text: rich and plain, their keys, their tools."""
