"""Opens a file and learns what is needed to show it. Runs in the background."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from reader.convert.detect import detect_script
from reader.formats.inspection import sample_of
from reader.formats.kept_chapters import NOTHING_SAID, KeptChapters, from_json, moved
from reader.formats.mojibake import undone_mojibake
from reader.formats.registry import open_document, open_in_steps, with_chapters
from reader.formats.transcoding import encoding_named
from reader.model.document import Document
from reader.model.script import Script
from reader.store.fingerprint import fingerprint
from reader.store.library import ReadFile

#: Addresses from the start that tell whether the text was garbled once.
_SAMPLE = 4000


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A document that can be shown.

    Attributes:
        document: its text.
        script: how it is written; None where nothing tells.
        fingerprint: of the file's content.
        encoding: what the reader said it is encoded in (``transcoding.encoding_named``); None if it was detected.
        chapters: what the reader says of its chapters, every line where it stands now.
        repair: an encoding that would undo a wrong decoding which the text seems to have gone through; else None.
    """

    document: Document
    script: Script | None
    fingerprint: str
    encoding: str | None
    chapters: KeptChapters
    repair: str | None = None


def opened_in_steps(
    path: Path, encoding: str | None = None, chapters: KeptChapters = NOTHING_SAID
) -> Iterator[OpenedFile]:
    """Open a file: of a large book the beginning first (``Document.is_beginning``), and then all of it.

    Args:
        path: the file.
        encoding: what the reader says it is encoded in; detected without it.
        chapters: what the reader said of its chapters when it was open the last time.

    Raises:
        UnreadableFile: there is no such file, or no text in it.
    """
    for document in open_in_steps(path, encoding, chapters.chapters()):
        yield _opened(document, encoding, chapters)


def open_file(path: Path, encoding: str | None = None, chapters: KeptChapters = NOTHING_SAID) -> OpenedFile:
    """Open a file, all of it.

    Raises:
        UnreadableFile: there is no such file, or no text in it.
    """
    return _opened(open_document(path, encoding, chapters.chapters()), encoding, chapters)


def _opened(document: Document, encoding: str | None, chapters: KeptChapters) -> OpenedFile:
    found = moved(chapters, document)
    if found != chapters and not document.is_beginning:
        before, document = document, with_chapters(document, found.chapters())
        before.close()
    chosen = document.encoding if encoding else None
    repair = _repair_of(document) if encoding is None else None
    return OpenedFile(
        document, detect_script(sample_of(document)), _fingerprint_of(document.path), chosen, found, repair
    )


def with_other_chapters(file: OpenedFile, chapters: KeptChapters) -> OpenedFile:
    """The same file with other chapters; its document has to be closed by itself."""
    return replace(file, document=with_chapters(file.document, chapters.chapters()), chapters=chapters)


def chosen_encoding(known: ReadFile | None) -> str | None:
    """What the reader said that a file is encoded in; another version may know more encodings."""
    if known is None or known.encoding is None:
        return None
    try:
        return encoding_named(known.encoding)
    except LookupError:
        return None


def said_chapters(known: ReadFile | None) -> KeptChapters:
    """What the reader said of a file's chapters."""
    return from_json(known.chapters) if known is not None else NOTHING_SAID


def _repair_of(document: Document) -> str | None:
    if document.format != "text":
        return None
    passage = next(iter(document.passages(0, _SAMPLE)), None)
    undone = undone_mojibake(passage.text) if passage else None
    return undone.encoding if undone else None


def _fingerprint_of(path: Path) -> str:
    """Empty if the file has vanished meanwhile: it is known by its path alone then."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)

            def read(start: int, end: int) -> bytes:
                file.seek(start)
                return file.read(end - start)

            return fingerprint(size, read)
    except OSError:
        return ""
