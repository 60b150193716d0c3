"""The page of the manual, ``man jianfan``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from shipping.command_line import Argument, CommandLine
from shipping.identity import COMMAND, NAMES, SUMMARIES, VERSION


def manual(lines: Iterable[CommandLine], changed: datetime) -> str:
    """The page, in the language of man(7).

    Args:
        lines: the program without a subcommand, and its subcommands.
        changed: when what the page says was last changed.
    """
    program, *commands = lines
    date = changed.astimezone(UTC).date().isoformat()
    page = [
        f'.TH {COMMAND.upper()} 1 "{date}" "{NAMES[""]} {VERSION}" "User Commands"',
        # Words are not spread over the line.
        ".ad l",
        ".nh",
        ".SH NAME",
        f"{COMMAND} \\- {_escaped(_lowered(SUMMARIES['']))}",
        ".SH SYNOPSIS",
        *_synopsis(program),
    ]
    for command in commands:
        page += [".br", *_synopsis(command)]
    page += [".SH DESCRIPTION", *_text(program.description)]
    page += _text(
        "The file may be text of any size in any Chinese encoding, EPUB, DOCX, a saved web page, Markdown, FictionBook "
        "or PDF with text. Nothing is ever sent or fetched."
    )
    page += [".SH OPTIONS", *_arguments(program)]
    page.append(".SH COMMANDS")
    for command in commands:
        page += [f".SS {COMMAND} {command.name}", *_text(_sentence(command.description)), *_arguments(command)]
        page += [".PP", *_text(command.remarks)] if command.remarks else []
    page += [
        ".SH EXIT STATUS",
        *_text("0 for success, 1 where something could not be done, 2 for wrong usage, 130 after Ctrl+C."),
        ".SH FILES",
        ".TP",
        ".I ~/.local/share/jianfan\\-reader/library.sqlite3",
        "Places in files, coloured words and settings.",
        ".TP",
        ".I ~/.local/state/jianfan\\-reader/log/errors.log",
        "Defects of the program itself.",
        ".SH NOTES",
        *_text(f"A file that is called like a command is named ./{commands[0].name}."),
    ]
    return "\n".join(page) + "\n"


#: Options that every command has, and nobody has to be told of twice.
_ALWAYS = {"--help", "--version"}


def _synopsis(line: CommandLine) -> Iterator[str]:
    yield f".B {COMMAND}{' ' + line.name if line.name else ''}"
    for argument in line.arguments:
        if not set(argument.flags) & _ALWAYS:
            yield f".RI {_quoted(_usage(argument))}"


def _usage(argument: Argument) -> str:
    shown = f"\\fI{_escaped(argument.value)}\\fR" if argument.value else ""
    shown += "\\~..." if argument.is_repeated else ""
    if argument.flags:
        shown = f"\\fB{_escaped(argument.flags[0])}\\fR" + (f"\\~{shown}" if shown else "")
    return shown if argument.is_required else f"[{shown}]"


def _arguments(line: CommandLine) -> Iterator[str]:
    for argument in line.arguments:
        if line.name and set(argument.flags) & _ALWAYS:
            continue
        yield ".TP"
        flags = ", ".join(f"\\fB{_escaped(flag)}\\fR" for flag in argument.flags)
        value = f"\\fI{_escaped(argument.value)}\\fR" if argument.value else ""
        yield f"{flags} {value}".strip()
        yield from _text(argument.help)


def _text(text: str) -> Iterator[str]:
    """Sentences, each on a line of its own, as man pages are written."""
    for sentence in re.split(r"(?<=[.:]) +(?=[A-Z])", " ".join(text.split())):
        yield _escaped(sentence)


def _sentence(text: str) -> str:
    return text if text.endswith(".") else f"{text[:1].upper()}{text[1:]}."


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "\\(dq") + '"'
