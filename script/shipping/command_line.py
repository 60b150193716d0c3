"""What can be typed behind the command's name, taken from the parsers that the command really uses."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NoReturn
from unittest import mock

from reader.cli.program import COMMANDS, main
from reader.cli.scripts import SCRIPTS
from reader.convert.routes import ROUTES
from reader.model.query import Tier


@dataclass(frozen=True, slots=True)
class Argument:
    """An option, or what stands without one.

    Attributes:
        flags: such as ``-o`` and ``--output``; none for what stands without a name.
        value: what is to be put in its place, as the help calls it; "" where nothing follows the flag.
        words: what that may be; none where it may be much.
        is_file: whether it is the name of a file or a folder.
        is_repeated: whether several may follow.
        is_required: whether it may not be left out.
        help: what it is for.
    """

    flags: tuple[str, ...]
    value: str
    words: tuple[str, ...]
    is_file: bool
    is_repeated: bool
    is_required: bool
    help: str


@dataclass(frozen=True, slots=True)
class CommandLine:
    """A subcommand, or the program without one.

    Attributes:
        name: of the subcommand; "" without one.
        summary: what it does, in a few words.
        description: in sentences.
        remarks: what else there is to say.
        arguments: in the order in which the help lists them.
    """

    name: str
    summary: str
    description: str
    remarks: str
    arguments: tuple[Argument, ...]


def command_lines() -> list[CommandLine]:
    """The program without a subcommand, and then every subcommand."""
    lines = [_line("", "", _parser_of(partial(main, [])))]
    for name, command in COMMANDS.items():
        lines.append(_line(name, command.summary, _parser_of(partial(main, [name]))))
    return lines


class _CaughtError(Exception):
    """Carries a parser out of the command that was about to use it."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        super().__init__()
        self.parser = parser


def _parser_of(run: Callable[[], int]) -> argparse.ArgumentParser:
    def catch(parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        raise _CaughtError(parser)

    with (
        mock.patch.object(argparse.ArgumentParser, "parse_args", catch),
        mock.patch.object(argparse.ArgumentParser, "parse_intermixed_args", catch),
    ):
        try:
            run()
        except _CaughtError as caught:
            return caught.parser
    raise LookupError("a command that parses no arguments")


#: What may stand for a value that the parsers themselves check by a function.
_WORDS: dict[str, Sequence[str]] = {
    "TARGET": tuple(SCRIPTS),
    "SCRIPT": tuple(SCRIPTS),
    "OPENCC_NAME": tuple(ROUTES),
    "TIER": tuple(tier.word for tier in Tier),
}
_FILES = ("FILE", "OUT", "LIST")


def _line(name: str, summary: str, parser: argparse.ArgumentParser) -> CommandLine:
    # The epilogue of the program without a subcommand lists the subcommands.
    remarks = (parser.epilog or "") if name else ""
    return CommandLine(name, summary, parser.description or "", remarks, tuple(map(_argument, parser._actions)))


def _argument(action: argparse.Action) -> Argument:
    takes_value = action.nargs != 0
    metavar = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    choices = tuple(map(str, action.choices or _WORDS.get(metavar, ())))
    value = f"{{{','.join(choices)}}}" if action.choices and action.metavar is None else metavar
    return Argument(
        flags=tuple(action.option_strings),
        value=value if takes_value else "",
        words=choices if takes_value else (),
        is_file=takes_value and metavar in _FILES,
        is_repeated=action.nargs in ("*", "+"),
        is_required=action.required and action.nargs not in ("*", "?"),
        help=(action.help or "") % {"prog": "jianfan", "default": action.default},
    )
