"""A document's text shown in a script."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from reader.convert.conversion import Conversion, unchanged
from reader.convert.converter import Converter
from reader.convert.dictionaries import Dictionaries
from reader.convert.route import Route
from reader.convert.routes import recipe
from reader.convert.scheme import scheme
from reader.model.script import Script

#: Code points whose conversions are kept: what a reader pages back and forth through, and the outline in sight.
_KEPT = 200_000


class Converters:
    """The converters that were asked for so far, each built once: its dictionaries take up to half a second to read."""

    def __init__(self) -> None:
        self._dictionaries = Dictionaries()
        self._built: dict[str, Converter] = {}

    def named(self, configuration: str) -> Converter:
        """The converter of one of OpenCC's configurations. Reads its dictionaries the first time."""
        if configuration not in self._built:
            self._built[configuration] = Route(recipe(self._dictionaries, configuration))
        return self._built[configuration]

    def are_ready(self, configurations: tuple[str, ...]) -> bool:
        """Whether all of these can be had at once."""
        return all(name in self._built for name in configurations)


class Rendition:
    """Shows texts written in one script in another. Safe to call from several threads.

    Attributes:
        source: how the document is written; None where nothing tells.
        target: how it is shown; None as it is written.
        scheme: the configurations of OpenCC that lead there; none of them while it is shown as written.
    """

    def __init__(
        self, source: Script | None, target: Script | None, has_regional_words: bool, converters: Converters
    ) -> None:
        self.source = source
        self.target = target
        # Where nothing tells, few characters can change: those of simplified texts that stand for one other only.
        self.scheme = scheme(source or Script.SIMPLIFIED, target, has_regional_words)
        self._converters = converters
        self._kept: OrderedDict[str, Conversion] = OrderedDict()
        self._characters = 0
        self._lock = Lock()

    @property
    def is_ready(self) -> bool:
        """Whether ``convert`` will not have to read dictionaries first."""
        return self._converters.are_ready(self.scheme)

    def load(self) -> None:
        """Read the dictionaries. For a background task, before the first ``convert``."""
        for name in self.scheme:
            self._converters.named(name)

    def convert(self, text: str) -> Conversion:
        """What is shown for a text, kept for the next time."""
        if not self.scheme:
            return unchanged(text)
        with self._lock:
            found = self._kept.get(text)
            if found is not None:
                self._kept.move_to_end(text)
                return found
        made = self._convert(text)
        with self._lock:
            if text not in self._kept:
                self._kept[text] = made
                self._characters += len(text) + 1
            while self._characters > _KEPT and len(self._kept) > 1:
                self._characters -= len(self._kept.popitem(last=False)[0]) + 1
        return made

    def _convert(self, text: str) -> Conversion:
        shown = unchanged(text)
        for name in self.scheme:
            step = self._converters.named(name).convert_aligned(shown.text)
            shown = Conversion(step.text, shown.alignment.then(step.alignment))
        return shown
