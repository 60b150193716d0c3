"""Runs what the command line asks for."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reader import __version__
from reader.cli.output import ClosedOutput, finish_output, say
from reader.cli.sentences import sentence
from reader.cli.window import open_window
from reader.errors import ReaderError

#: What a shell says of a program that Ctrl+C has ended.
_INTERRUPTED = 130

#: Takes the arguments behind a subcommand's name and gives the exit status.
Run = Callable[[Sequence[str]], int]


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand.

    Attributes:
        summary: what it does, in a few words.
        load: imports it. The window opens without any of what the others need.
    """

    summary: str
    load: Callable[[], Run]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    The first argument is a subcommand only if it is exactly the name of one; a file of that name is ``./convert``.

    Args:
        arguments: without the program's name; those of the process if left out.

    Returns:
        The exit status: 0 for success, 1 where something could not be done, 130 after Ctrl+C. Wrong usage exits with 2.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = COMMANDS.get(given[0]) if given else None
    try:
        status = command.load()(given[1:]) if command else _open(given)
        finish_output()
    except ReaderError as error:
        say(sentence(error))
        return 1
    except ClosedOutput:
        # Whoever reads has read enough, as ``head`` does.
        return 0
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status


def _open(arguments: Sequence[str]) -> int:
    commands = "\n".join(f"  {name:<10}{command.summary}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="jianfan",
        usage="%(prog)s [-h] [--version] [FILE]\n       %(prog)s COMMAND ...",
        description="Read Chinese text in your own script. Without a file, opens a short manual.",
        epilog=f'commands:\n{commands}\n\n"jianfan COMMAND --help" says more. A file of such a name is ./NAME.',
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="the text to read")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return open_window(parser.parse_args(arguments).file)


def _open_command() -> Run:
    return _run_open


def _run_open(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="jianfan open", description=COMMANDS["open"].summary)
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="the text to read; a short manual without it"
    )
    return open_window(parser.parse_args(arguments).file)


def _load_convert() -> Run:
    from reader.cli.convert import run

    return run


def _load_inspect() -> Run:
    from reader.cli.inspect import run

    return run


def _load_outline() -> Run:
    from reader.cli.outline import run

    return run


def _load_search() -> Run:
    from reader.cli.search import run

    return run


def _load_keywords() -> Run:
    from reader.cli.keywords import run

    return run


def _load_report() -> Run:
    from reader.cli.report import run

    return run


COMMANDS: Mapping[str, Command] = {
    "open": Command("read a text in the window", _open_command),
    "convert": Command("write a text in another script", _load_convert),
    "inspect": Command("say what a file is", _load_inspect),
    "outline": Command("list the headings of a file", _load_outline),
    "search": Command("find words, in whatever script they are written", _load_search),
    "keywords": Command("list the words that say what a text is about", _load_keywords),
    "report": Command("count the words of a list, by chapter", _load_report),
}
