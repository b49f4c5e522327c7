"""Everyday words that look like a slip of the finger and are none."""

COMMON: frozenset[str] = frozenset()
