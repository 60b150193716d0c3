"""How much is taken in of one dictionary. The largest ones have a million entries and 200 MB."""

from __future__ import annotations

#: Bytes of all of its files together, unpacked.
SIZE = 512 << 20

#: Entries of one dictionary.
ENTRIES = 4_000_000

#: Code points of a word, and of what is kept of an entry.
WORD = 120
BODY = 20_000
