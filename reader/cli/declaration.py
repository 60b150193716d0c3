"""What a page says of its own encoding, which is no longer true when it has been written as UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

#: Where a page says it: in its first lines (HTML Standard, 4.2.5.4 has 1,024 bytes; browsers are more patient).
_DECLARED = re.compile(
    r"""(<\?xml[^>]*?encoding\s*=\s*["']?|<meta[^>]*?charset\s*=\s*["']?\s*)[\w.:-]{2,40}""", re.IGNORECASE
)
_WITHIN = 8 << 10


def declaring_utf8(texts: Iterable[str]) -> Iterator[str]:
    """The pieces of a page's source, in which it calls itself UTF-8 where it called itself anything."""
    rest = iter(texts)
    for first in rest:
        yield _DECLARED.sub(r"\g<1>utf-8", first[:_WITHIN]) + first[_WITHIN:]
        break
    yield from rest
