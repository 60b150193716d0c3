"""How much is taken in of one file that is more than plain text. Every limit of the parsers stands here.

Plain text has none but time: it is read where it is looked at. The others are parsed whole, in a process of their own.
"""

from __future__ import annotations

#: Seconds after which the process is ended, and bytes of address space that it may have where the system can say so.
#: A book of 20 MB and 3,000 chapters takes less than two seconds and 120 MB.
DEADLINE = 30.0
MEMORY = 1 << 30

#: Bytes that its answer may have.
ANSWER = 256 << 20

#: Entries of an archive, and bytes that one of them and all that are read may have when unpacked.
ENTRIES = 20_000
ENTRY_SIZE = 64 << 20
TOTAL_SIZE = 256 << 20

#: Bytes of the largest style sheet.
SHEET_SIZE = 1 << 20

#: Bytes of the largest file that is parsed and not an archive, and of the largest picture.
FILE_SIZE = 128 << 20
IMAGE_SIZE = 32 << 20

#: Code points and paragraphs of one document.
CHARACTERS = 64_000_000
PARAGRAPHS = 4_000_000

#: Of one paragraph; the rest is shown without marks.
MARKS = 5_000

#: Chapters of a book (an entry may stand in the spine more than once), and pages of a PDF.
CHAPTERS = 20_000
PAGES = 20_000
