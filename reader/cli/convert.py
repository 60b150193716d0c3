"""``jianfan convert``: writes texts in another script."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.declaration import declaring_utf8
from reader.cli.new_file import new_file
from reader.cli.output import say, to_bytes, to_json, write, write_json_array
from reader.cli.progress import shown_progress
from reader.cli.scripts import SCRIPTS, script_named
from reader.cli.sentences import sentence
from reader.cli.text_converter import TextConverter
from reader.cli.whole_text import WholeText, text_of, whole_text
from reader.convert.choice import Engine
from reader.convert.punctuation import CORNER, CURVED, Punctuation
from reader.convert.routes import ROUTES, TO_SIMPLIFIED
from reader.convert.words import OwnWords, parse_words
from reader.errors import Unreadable, UnreadableFile
from reader.model.script import Script

_STANDARD_INPUT = Path("standard input")


def run(arguments: Sequence[str]) -> int:
    """Convert; the exit status. Every text that can be converted is, whatever becomes of the others."""
    parser = _parser()
    asked = parser.parse_intermixed_args(arguments)
    _check(parser, asked)
    converter = TextConverter(
        asked.to or Script.TRADITIONAL,
        asked.config,
        asked.source,
        asked.regional_words,
        Engine.OPENCC if asked.strict else Engine(asked.engine or Engine.JIANFAN.value),
        _read_words(asked.words) if asked.words else None,
        Punctuation(_quotes(asked), asked.full_width, asked.long_marks),
    )
    files: list[Path | None] = asked.files or [None]
    if asked.json:
        return _give_segments(converter, files, asked.output)
    status = 0
    for path in files:
        try:
            _convert(converter, path, asked.output)
        except UnreadableFile as error:
            say(sentence(error))
            status = 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="jianfan convert",
        description="Write texts in another script, as UTF-8. Plain text, Markdown and HTML keep their form; of other "
        "files the paragraphs are written. Without a file, reads the standard input.",
    )
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--to", type=script_named, metavar="TARGET", help=f"{', '.join(SCRIPTS)} or a language tag; else traditional"
    )
    way.add_argument("--config", type=_route, metavar="OPENCC_NAME", help="a way by OpenCC's name, such as s2twp")
    parser.add_argument(
        "--from", dest="source", type=script_named, metavar="SCRIPT", help="how the text is written; else detected"
    )
    parser.add_argument("--regional-words", action="store_true", help="change words to those of the target's region")
    parser.add_argument("--strict", action="store_true", help="exactly as OpenCC does")
    parser.add_argument("--engine", choices=[engine.value for engine in Engine], help="who converts")
    parser.add_argument(
        "--words", type=Path, metavar="FILE", help="words of your own, as OpenCC's dictionaries have them"
    )
    parser.add_argument(
        "--quotes", choices=("region", "corner", "curved"), help="the target's quotation marks, or 「」 or “”"
    )
    parser.add_argument("--full-width", action="store_true", help="widen half-width punctuation beside Han")
    parser.add_argument("--long-marks", action="store_true", help="write …… and —— for shorter forms")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT", help="the file to write, or the folder for several; else printed"
    )
    parser.add_argument("--json", action="store_true", help="write what became of each stretch, and why")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what to convert")
    return parser


def _route(name: str) -> str:
    route = name.removesuffix(".json")
    if route not in ROUTES:
        raise argparse.ArgumentTypeError(f"there is no {name!r}; choose from {', '.join(ROUTES)}")
    return route


def _check(parser: argparse.ArgumentParser, asked: argparse.Namespace) -> None:
    """End with a sentence where what is asked for does not go together."""
    if asked.config and (asked.source or asked.regional_words):
        parser.error("--config says it all: --from and --regional-words go with --to")
    if asked.strict and asked.engine not in (None, Engine.OPENCC.value):
        parser.error(f"--strict is --engine {Engine.OPENCC.value}")
    if asked.output is None or asked.json:
        return
    if len(asked.files) > 1 and not asked.output.is_dir():
        parser.error(f"several files need a folder to be written to, and {str(asked.output)!r} is none")
    if asked.output.is_dir():
        if not asked.files:
            parser.error(f"{str(asked.output)!r} is a folder: name a file")
        name, count = Counter(path.name for path in asked.files).most_common(1)[0]
        if count > 1:
            parser.error(f"several files are called {name!r}: convert them one by one")


def _quotes(asked: argparse.Namespace) -> str | None:
    """The quotation marks that are asked for."""
    if asked.quotes == "region":
        is_simplified = asked.config in TO_SIMPLIFIED if asked.config else asked.to is Script.SIMPLIFIED
        return CURVED if is_simplified else CORNER
    return {"corner": CORNER, "curved": CURVED}.get(asked.quotes)


def _read_words(path: Path) -> OwnWords:
    with whole_text(path) as text:
        return parse_words("".join(text.texts()))


@contextmanager
def _opened(path: Path | None) -> Iterator[WholeText]:
    if path is None:
        yield text_of(_read_input(), str(_STANDARD_INPUT))
    else:
        with whole_text(path) as text:
            yield text


def _read_input() -> bytes:
    """All of the standard input; nothing where a windowed program has none."""
    try:
        return sys.stdin.buffer.read() if sys.stdin is not None else b""
    except OSError as error:
        raise UnreadableFile(_STANDARD_INPUT, Unreadable.FAILED, error.strerror or str(error)) from error


def _convert(converter: TextConverter, path: Path | None, output: Path | None) -> None:
    """Convert one text to the standard output, to a file, or to a file of its name in a folder."""
    if output is None:
        with _opened(path) as text:
            for piece in converter.convert(text, _pieces(text)):
                write(piece)
        return
    target = output / path.name if path is not None and output.is_dir() else output
    # The text is closed before the file is put in its place, which may be the text's own.
    with new_file(target) as stream, _opened(path) as text:
        for piece in converter.convert(text, _pieces(text)):
            stream.write(to_bytes(piece))


def _pieces(text: WholeText) -> Iterator[str]:
    pieces = shown_progress(text.pieces(), text.path.name)
    return declaring_utf8(pieces) if text.format == "html" else pieces


def _give_segments(converter: TextConverter, files: Sequence[Path | None], output: Path | None) -> int:
    """An array with an object for each text."""
    objects = [_segments_of(converter, path) for path in files]
    if output is None:
        write_json_array(objects)
    else:
        with new_file(output) as stream:
            stream.write(to_bytes(to_json(objects) + "\n"))
    return int(any(one["error"] for one in objects))


def _segments_of(converter: TextConverter, path: Path | None) -> dict[str, object]:
    name = str(path or _STANDARD_INPUT)
    try:
        with _opened(path) as text:
            script = converter.script_of(text)
            segments = list(converter.segments(text, shown_progress(text.pieces(), text.path.name)))
            encoding = text.encoding
    except UnreadableFile as error:
        say(sentence(error))
        return {"path": name, "encoding": None, "script": None, "segments": [], "error": sentence(error)}
    return {
        "path": name,
        "encoding": encoding,
        "script": script.value if script else None,
        "segments": segments,
        "error": None,
    }
