"""Has documents read for what they suggest, in a process of its own: the window shares no interpreter with that work.

A novel takes most of a minute, and the first word a tenth of a second in which the dictionary is loaded and nothing
else can run. The text goes over in stretches, the next one only when the one before is answered, so that neither side
holds more than a few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress
from multiprocessing.connection import Connection
from signal import Signals
from threading import Lock
from time import monotonic, sleep

from reader.apart import ProcessApart
from reader.model.document import Document
from reader.model.suggested import Suggested
from reader.search.errors import DefectApart, SuggestingEnded
from reader.search.stretches import stretches
from reader.search.suggestion_service import GREETING, message, serve_suggestions, told

#: Bytes that an answer may have, and seconds that one is waited for: a stretch takes a few hundredths of one.
_ANSWER, _DEADLINE = 1 << 20, 60.0
#: Seconds between two tellings of what is found, and between two looks whether anybody still wants to know.
_TELLING, _NAP = 0.5, 0.05
#: Seconds that the process may take to its end, or to the answer that nobody waits for any more.
_PATIENCE = 10.0


class SuggestionWorker:
    """Has documents read, one at a time, by a process that is started when it is first needed and kept for the next.

    Safe to use from several threads: who wants to read waits until the reading before is over.
    """

    def __init__(self, serve: Callable[[Connection], None] = serve_suggestions) -> None:
        """Start nothing yet; ``serve`` is what the process does."""
        self._serve = serve
        #: Held by whoever reads, and so speaks with the process.
        self._turn = Lock()
        #: Held while the process is put in its place or taken away.
        self._guard = Lock()
        self._process: ProcessApart | None = None
        #: Whether the process has still to answer somebody who does not wait for it any more.
        self._owes = False
        self._is_closed = False

    def read(self, document: Document) -> Generator[Suggested | None, None, None]:
        """What a document suggests: what there is so far, from time to time; at last what the whole suggests.

        Yields:
            None where there is nothing to tell yet, and the reading can be given up.

        Raises:
            SuggestingEnded: the process has ended before the document has, or was ended.
            DefectApart: it has met with a defect of this program.
        """
        while not self._turn.acquire(blocking=False):
            sleep(_NAP)
            yield None
        try:
            yield from self._read(document)
        except (SuggestingEnded, DefectApart):
            self._end()
            raise
        finally:
            if self._is_closed:
                self._end()
            self._turn.release()

    def rest(self) -> None:
        """End the process until it is needed again, unless it is reading."""
        if self._turn.acquire(blocking=False):
            self._end()
            self._turn.release()

    def close(self) -> None:
        """End the process for good: what it reads is read no further. Does not wait for whoever wanted to know."""
        with self._guard:
            self._is_closed = True
            if self._process is not None:
                self._process.kill()
        self.rest()

    def _read(self, document: Document) -> Generator[Suggested | None, None, None]:
        rest = stretches(document)
        here, ahead = next(rest, None), next(rest, None)
        if here is None:
            yield Suggested(share=1.0)
            return
        yield from self._get_ready()
        is_new, last_told = True, 0.0
        while here is not None:
            is_told = is_new or ahead is None or monotonic() - last_told >= _TELLING
            self._send(message(here.text, is_new, is_told))
            # Read from the file while the process is at work.
            after = next(rest, None)
            words = told((yield from self._answer(_DEADLINE)))
            if words is None:
                yield None
            else:
                last_told = monotonic()
                yield Suggested(words, 1.0 if ahead is None else here.end / max(1, document.size))
            here, ahead, is_new = ahead, after, False

    def _get_ready(self) -> Generator[None, None, None]:
        """Have a process that listens."""
        if self._process is not None:
            try:
                if self._owes:
                    yield from self._answer(_PATIENCE)
                self._send(GREETING)
                yield from self._answer(_PATIENCE)
            except SuggestingEnded:
                self._end()  # It has ended since: another one shall read.
        with self._guard:
            if self._is_closed:
                raise SuggestingEnded("closed")
            if self._process is None:
                try:
                    self._process = ProcessApart(self._serve, kind="suggestions")
                except OSError as error:
                    raise SuggestingEnded(str(error)) from error

    def _send(self, question: bytes) -> None:
        assert self._process is not None
        try:
            self._process.connection.send_bytes(question)
        except OSError as error:
            raise SuggestingEnded(self._end(_PATIENCE)) from error
        self._owes = True

    def _answer(self, patience: float) -> Generator[None, None, bytes]:
        """Wait for the answer that the process owes, so many seconds."""
        assert self._process is not None
        connection = self._process.connection
        latest = monotonic() + patience
        try:
            while not connection.poll(_NAP):
                if monotonic() > latest:
                    raise SuggestingEnded(f"{patience:.0f} s")
                yield None
            answer = connection.recv_bytes(_ANSWER)
        except (EOFError, OSError) as error:
            raise SuggestingEnded(self._end(_PATIENCE)) from error
        self._owes = False
        return answer

    def _end(self, patience: float = 0) -> str:
        """Let go of the process, if there is one: how it has ended."""
        with self._guard:
            process, self._process, self._owes = self._process, None, False
        code = process.end(patience) if process is not None else None
        with suppress(ValueError):
            return Signals(-(code or 0)).name
        return f"exit code {code}"
