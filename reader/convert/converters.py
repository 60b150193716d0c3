"""Where routes are had from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.convert.dictionaries import Dictionaries
from reader.convert.route import Route
from reader.convert.routes import recipe

if TYPE_CHECKING:
    from reader.convert.longest_first import LongestFirst


class Converters:
    """The routes that were asked for so far, each built once: its dictionaries take some 50 ms to read."""

    def __init__(self) -> None:
        self._dictionaries = Dictionaries()
        self._built: dict[str, Route] = {}
        self._reimplemented: dict[str, LongestFirst] = {}

    def named(self, route: str) -> Route:
        """A route. Reads its dictionaries the first time."""
        if route not in self._built:
            self._built[route] = Route(recipe(self._dictionaries, route))
        return self._built[route]

    def reimplemented(self, route: str) -> LongestFirst:
        """A route of opencc-python-reimplemented, one of ``REIMPLEMENTED_ROUTES``."""
        # Importing the package takes as long as reading our own dictionaries.
        from reader.convert.longest_first import LongestFirst

        if route not in self._reimplemented:
            self._reimplemented[route] = LongestFirst(route)
        return self._reimplemented[route]

    def are_ready(self, routes: tuple[str, ...]) -> bool:
        """Whether all of these can be had at once."""
        return all(name in self._built for name in routes)
