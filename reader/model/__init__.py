"""Frozen values that every other part speaks in. Knows no file format, no database and no Qt."""
