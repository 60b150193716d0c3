"""Work on the next of several things while the last one's result is used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def ahead(items: Iterable[_Item], work: Callable[[_Item], _Result]) -> Iterator[tuple[_Item, _Result]]:
    """Each of some things with what a work gives for it, in order; the next one is worked on in a thread meanwhile.

    Of use where the work lets other threads go on, as a search by an automaton does. A single thing takes no thread.

    Raises:
        Exception: what the work raises, where its result would come.
    """
    rest = iter(items)
    begun = list(islice(rest, 2))
    if len(begun) < 2:
        yield from ((item, work(item)) for item in begun)
        return
    # A paragraph needs no threads, and the first of them is waited for.
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(1) as executor:
        running = [(item, executor.submit(work, item)) for item in begun]
        for item in rest:
            first, result = running.pop(0)
            yield first, result.result()
            running.append((item, executor.submit(work, item)))
        for item, result in running:
            yield item, result.result()
