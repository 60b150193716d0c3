"""What goes on in the process that reads for suggestions, and how the window and it speak with each other.

A message is empty, or a byte of ``_NEW`` and ``_TELL`` and a stretch of text. An answer, one for each message, is a
byte alone, or with JSON behind it: ``_WORDS`` and what is suggested, or ``_FAILED`` and why; then it was the last.
"""

from __future__ import annotations

import json
import traceback
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from reader.apart import let_others_first, restrict
from reader.model.entity import EntityKind
from reader.model.suggested import SuggestedWord
from reader.search.errors import DefectApart, SuggestingEnded

if TYPE_CHECKING:
    from reader.search.suggested_words import SuggestedWords

#: Bytes of address space that the process may have; a novel of 10 MB takes a third of it.
_MEMORY = 1 << 30

#: Of a stretch: the first of a document; its answer is to tell what is suggested so far.
_NEW, _TELL = 1, 2
#: What an answer begins with.
_DONE, _WORDS, _FAILED = b".", b"=", b"!"

#: Asks whether the process is there.
GREETING = b""


def message(text: str, is_new: bool, is_told: bool) -> bytes:
    """A stretch of a document.

    Args:
        text: the stretch.
        is_new: whether a document begins with it.
        is_told: whether what is suggested so far is to be told.
    """
    return bytes([is_new * _NEW | is_told * _TELL]) + text.encode("utf-8", "surrogatepass")


def told(answer: bytes) -> tuple[SuggestedWord, ...] | None:
    """What an answer suggests; None where it tells nothing.

    Raises:
        SuggestingEnded: it says so, or is none.
        DefectApart: it says that the process has met with a defect of this program.
    """
    kind, content = answer[:1], answer[1:]
    if answer == _DONE:
        return None
    try:
        if kind == _WORDS:
            return tuple(
                SuggestedWord(str(text), int(count), None if name is None else EntityKind(name))
                for text, count, name in json.loads(content)
            )
        if kind == _FAILED:
            reason, detail = map(str, json.loads(content))
            raise DefectApart(detail) if detail else SuggestingEnded(reason)
    except (ValueError, TypeError) as error:
        raise SuggestingEnded(f"{type(error).__name__}: {error}") from error
    raise SuggestingEnded(repr(answer[:20]))


def serve_suggestions(connection: Connection) -> None:
    """The process: reads what it is sent, and answers, until nobody listens any more."""
    restrict(_MEMORY)
    answering = Answering()
    try:
        connection.send_bytes(answering.answer(connection.recv_bytes()))
        # The first words are waited for; what is behind them has time.
        let_others_first()
        while not answering.is_over:
            connection.send_bytes(answering.answer(connection.recv_bytes()))
    except (EOFError, OSError):
        return


class Answering:
    """Answers one message after another.

    Attributes:
        is_over: whether the last answer said that there will be no other.
    """

    def __init__(self) -> None:
        self.is_over = False
        self._words: SuggestedWords | None = None

    def answer(self, question: bytes) -> bytes:
        """The answer to a message. What goes wrong is an answer too."""
        try:
            return self._answer(question)
        except MemoryError:
            failure = ["memory", ""]
        except Exception as error:
            failure = [type(error).__name__, traceback.format_exc()]
        self.is_over = True
        return _FAILED + json.dumps(failure).encode()

    def _answer(self, question: bytes) -> bytes:
        if question == GREETING:
            return _DONE
        # The window has this module too, and neither the model of names nor what goes with it.
        from reader.search.suggested_words import SuggestedWords

        if question[0] & _NEW or self._words is None:
            self._words = SuggestedWords()
        self._words.add(question[1:].decode("utf-8", "surrogatepass"))
        return _WORDS + _json(self._words.words()) if question[0] & _TELL else _DONE


def _json(words: Sequence[SuggestedWord]) -> bytes:
    return json.dumps([[word.text, word.count, word.kind and word.kind.value] for word in words]).encode()
