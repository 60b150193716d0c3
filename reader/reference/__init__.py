"""Dictionaries that the reader installs: a file in one of the common formats -> entries."""
