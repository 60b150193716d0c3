"""A document's text shown in a script."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from threading import Lock

from reader.convert.candidates import candidates
from reader.convert.choice import REIMPLEMENTED_ROUTES, Engine
from reader.convert.conversion import Conversion, unchanged
from reader.convert.converters import Converters
from reader.convert.detect import block_script
from reader.convert.dictionaries import first_value, others
from reader.convert.evidence import NO_EVIDENCE, Evidence
from reader.convert.explanation import Change, Piece, changes
from reader.convert.guard import Guard
from reader.convert.place_choices import PlacesIn, no_places
from reader.convert.punctuation import AS_WRITTEN, Punctuation
from reader.convert.ruling import Judge, Settle, Settled
from reader.convert.scheme import region, scheme
from reader.convert.settling import explained_alone, settled_alone
from reader.convert.words import OwnWords, merged, with_settled
from reader.model.block import Block
from reader.model.script import Script

#: Code points whose conversions are kept: what a reader pages back and forth through, and the outline in sight.
_KEPT = 200_000

#: Blocks whose explanations are kept: a few screens.
_EXPLAINED = 100

#: What leads from the characters of OpenCC's dictionaries to a region's.
_STANDARDS = {Script.SIMPLIFIED: "t2s", Script.TAIWAN: "t2tw", Script.HONG_KONG: "t2hk"}

#: The places of a block that are decided beforehand.
_Places = tuple[Settled, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How texts are to be shown.

    Attributes:
        target: in which script; None as they are written, to the character.
        has_regional_words: whether words become those of the target's region.
        engine: who converts.
        punctuation: which views of punctuation are on.
        words: the reader's own, above all dictionaries.
        places: what the reader chose for single places of the document.
    """

    target: Script | None = None
    has_regional_words: bool = False
    engine: Engine = Engine.JIANFAN
    punctuation: Punctuation = AS_WRITTEN
    words: OwnWords = field(default_factory=OwnWords)
    places: PlacesIn = no_places


class Rendition:
    """Shows texts written in one script in another. Safe to call from several threads.

    Attributes:
        source: how the document is written; None where nothing tells.
        manner: how it is shown.
        route: what leads there; None while it is shown as written. A block in another script goes its own way.
    """

    def __init__(
        self, source: Script | None, manner: Manner, converters: Converters, evidence: Evidence = NO_EVIDENCE
    ) -> None:
        self.source = source
        self.manner = manner
        # Where nothing tells, few characters can change: those of simplified texts that stand for one other only.
        self.route = scheme(source or Script.SIMPLIFIED, manner.target, manner.has_regional_words)
        self._evidence = evidence
        self._converters = converters
        #: By text, places and, where a block told it, route.
        self._kept: OrderedDict[tuple[str, _Places, str | None], Conversion] = OrderedDict()
        self._characters = 0
        self._guards: dict[str, Guard] = {}
        self._explained: OrderedDict[tuple[str, _Places], tuple[Change, ...]] = OrderedDict()
        self._lock = Lock()

    @property
    def target(self) -> Script | None:
        """The script that is shown; None as it is written."""
        return self.manner.target

    @property
    def engine(self) -> Engine:
        """Who converts."""
        return self.manner.engine

    @property
    def is_ready(self) -> bool:
        """Whether ``convert`` will not have to read dictionaries first."""
        return self.route is None or self._converters.are_ready((self.route,))

    def load(self) -> None:
        """Read the dictionaries. For a background task, before the first ``convert``."""
        if self.route is not None:
            # What a first word asks of the lexicon and the senses is read with it.
            self._converters.named(self.route).convert("軟體软件", self._judge(self.route, ()))

    def with_evidence(self, evidence: Evidence) -> Rendition:
        """The same, knowing more of the document; nothing that was kept is taken over."""
        return Rendition(self.source, self.manner, self._converters, evidence)

    def with_words(self, words: OwnWords, places: PlacesIn) -> Rendition:
        """The same with other words of the reader's own."""
        manner = replace(self.manner, words=words, places=places)
        return Rendition(self.source, manner, self._converters, self._evidence)

    def convert(self, text: str, within: str = "") -> Conversion:
        """What is shown for a text, kept for the next time.

        Args:
            text: to be shown.
            within: the block that it is a part of, which tells better how it is written than a few words do.
        """
        return self._converted(text, (), within)

    def show(self, block: Block) -> Conversion:
        """What is shown for a block of the document, kept for the next time."""
        return self._converted(block.text, self.manner.places(block) if self.target else ())

    def explain(self, block: Block) -> tuple[Change, ...]:
        """What became of each piece of a block's text, and why; the pieces are those of ``show``.

        They cover the text without gaps; of a text that is shown as it is written there are none.
        """
        if self.target is None:
            return ()
        key = block.text, self.manner.places(block)
        with self._lock:
            found = self._explained.get(key)
        if found is None:
            found = changes(self.manner.punctuation.explain(self._pieces(*key)))
            with self._lock:
                self._explained[key] = found
                while len(self._explained) > _EXPLAINED:
                    self._explained.popitem(last=False)
        return found

    def candidates(self, source: str, shown: str, change: Change) -> tuple[str, ...]:
        """What could be shown for a piece of a text: what is shown first, and what is written among them.

        Args:
            source: the piece, as written.
            shown: as it is shown.
            change: of ``explain``.
        """
        table = "TSCharacters" if self.target is Script.SIMPLIFIED else "STCharacters"
        standard = _STANDARDS.get(self.target) if self.target else None
        convert = self._converters.named(standard).convert if standard else str

        def forms(character: str) -> tuple[str, ...]:
            first = first_value(table, character)
            return (first, *others(table, character)) if first else ()

        return candidates(source, shown, change.rules, forms, convert)

    def _converted(self, text: str, places: _Places, within: str = "") -> Conversion:
        if self.target is None:
            return unchanged(text)
        key = text, places, self._route_of(within) if within else ""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        made = self.manner.punctuation.after(self._made(self._route_of(within or text), text, places))
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self._characters += len(text) + 1
            while self._characters > _KEPT and len(self._kept) > 1:
                self._characters -= len(self._kept.popitem(last=False)[0][0]) + 1
        return made

    def _route_of(self, text: str) -> str | None:
        """The route of a block, which can be written in another script than its document."""
        if self.target is None:
            return None
        written = block_script(text, self.source) or Script.SIMPLIFIED
        return scheme(written, self.target, self.manner.has_regional_words)

    def _made(self, route: str | None, text: str, places: _Places) -> Conversion:
        if route is None:
            return settled_alone(text, self._settle(places))
        if self._is_reimplemented(route):
            return self._converters.reimplemented(route).convert_aligned(text, self._settle(places))
        return self._converters.named(route).convert_aligned(text, self._judge(route, places))

    def _pieces(self, text: str, places: _Places) -> list[Piece]:
        route = self._route_of(text)
        if route is None:
            return explained_alone(text, self._settle(places))
        if self._is_reimplemented(route):
            return self._converters.reimplemented(route).explain(text, self._settle(places))
        return self._converters.named(route).explain(text, self._judge(route, places))

    def _is_reimplemented(self, route: str) -> bool:
        return self.engine is Engine.REIMPLEMENTED and route in REIMPLEMENTED_ROUTES

    def _judge(self, route: str, places: _Places) -> Judge:
        guard = self._guard(route) if self.engine is Engine.JIANFAN else None
        return with_settled(self._settle(places), guard)

    def _guard(self, route: str) -> Guard:
        """Who rules about the blocks of a route, and keeps what was judged. Two threads may make one at once."""
        if route not in self._guards:
            self._guards[route] = Guard(region(route), self._evidence, is_simplified=route.startswith("s"))
        return self._guards[route]

    def _settle(self, places: _Places) -> Settle:
        """What the reader has said of a text: of its places, and then of its words."""
        words, target = self.manner.words, self.manner.target
        return lambda text: merged(places, words.settled(text, target)) if places else words.settled(text, target)
