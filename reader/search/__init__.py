"""Finds words in whatever script they are written. Positions are those of the source."""
