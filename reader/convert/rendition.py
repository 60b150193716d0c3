"""A document's text shown in a script."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from reader.convert.choice import REIMPLEMENTED_ROUTES, Engine
from reader.convert.conversion import Conversion, unchanged
from reader.convert.detect import block_script
from reader.convert.dictionaries import Dictionaries
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.explanation import Change
from reader.convert.guard import Guard
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.ruling import Judge
from reader.convert.scheme import region, scheme
from reader.model.script import Script

if TYPE_CHECKING:
    from reader.convert.longest_first import LongestFirst

#: Code points whose conversions are kept: what a reader pages back and forth through, and the outline in sight.
_KEPT = 200_000


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


class Rendition:
    """Shows texts written in one script in another. Safe to call from several threads.

    Attributes:
        source: how the document is written; None where nothing tells.
        target: how it is shown; None as it is written.
        route: what leads there; None while it is shown as written. A block in another script goes its own way.
        engine: who converts.
    """

    def __init__(
        self,
        source: Script | None,
        target: Script | None,
        has_regional_words: bool,
        converters: Converters,
        *,
        engine: Engine = Engine.JIANFAN,
        evidence: Evidence = NO_EVIDENCE,
    ) -> None:
        self.source = source
        self.target = target
        # Where nothing tells, few characters can change: those of simplified texts that stand for one other only.
        self.route = scheme(source or Script.SIMPLIFIED, target, has_regional_words)
        self.engine = engine
        self._evidence = evidence
        self._has_regional_words = has_regional_words
        self._converters = converters
        self._kept: OrderedDict[str, Conversion] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    @property
    def is_ready(self) -> bool:
        """Whether ``convert`` will not have to read dictionaries first."""
        return self.route is None or self._converters.are_ready((self.route,))

    def load(self) -> None:
        """Read the dictionaries. For a background task, before the first ``convert``."""
        if self.route is not None:
            # What a first word asks of the lexicon and the senses is read with it.
            self._converters.named(self.route).convert("軟體软件", self._judge(self.route))

    def with_evidence(self, evidence: Evidence) -> Rendition:
        """The same, knowing more of the document; nothing that was kept is taken over."""
        return Rendition(
            self.source,
            self.target,
            self._has_regional_words,
            self._converters,
            engine=self.engine,
            evidence=evidence,
        )

    def convert(self, text: str) -> Conversion:
        """What is shown for a text, kept for the next time."""
        if self.target is None:
            return unchanged(text)
        with self._lock:
            found = self._kept.get(text)
            if found is not None:
                self._kept.move_to_end(text)
                return found
        made = self._made(self._route_of(text), text)
        with self._lock:
            if text not in self._kept:
                self._kept[text] = made
                self._characters += len(text) + 1
            while self._characters > _KEPT and len(self._kept) > 1:
                self._characters -= len(self._kept.popitem(last=False)[0]) + 1
        return made

    def explain(self, text: str) -> tuple[Change, ...]:
        """What became of each piece of a text, and why; the pieces are those of ``convert``.

        None of it is known where the engine is ``REIMPLEMENTED``.
        """
        route = self._route_of(text)
        if route is None or self._is_reimplemented(route):
            return ()
        return self._converters.named(route).explain(text, self._judge(route))

    def _route_of(self, text: str) -> str | None:
        """The route of a block, which can be written in another script than its document."""
        if self.target is None:
            return None
        return scheme(block_script(text, self.source) or Script.SIMPLIFIED, self.target, self._has_regional_words)

    def _made(self, route: str | None, text: str) -> Conversion:
        if route is None:
            return unchanged(text)
        if self._is_reimplemented(route):
            return self._converters.reimplemented(route).convert_aligned(text)
        return self._converters.named(route).convert_aligned(text, self._judge(route))

    def _is_reimplemented(self, route: str) -> bool:
        return self.engine is Engine.REIMPLEMENTED and route in REIMPLEMENTED_ROUTES

    def _judge(self, route: str) -> Judge | None:
        if self.engine is not Engine.JIANFAN:
            return None
        return Guard(region(route), self._evidence, is_simplified=route.startswith("s"))
