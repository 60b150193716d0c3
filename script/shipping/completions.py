"""What bash, zsh and fish offer when Tab is pressed behind the command."""

from __future__ import annotations

from collections.abc import Iterable

from shipping.command_line import Argument, CommandLine
from shipping.identity import COMMAND


def bash(lines: Iterable[CommandLine]) -> str:
    """For ``/usr/share/bash-completion/completions``."""
    program, *commands = lines
    cases = []
    for line in (*commands, program):
        values = [
            f"                {'|'.join(argument.flags)}) {_bash_value(argument)}; return ;;"
            for argument in line.arguments
            if argument.flags and argument.value
        ]
        flags = " ".join(flag for argument in line.arguments for flag in argument.flags)
        case = [f"        {line.name or '*'})"]
        if values:
            case += ['            case "$before" in', *values, "            esac"]
        case += [f"            flags='{flags}'", "            ;;"]
        cases += case
    names = " ".join(command.name for command in commands)
    return "\n".join(
        [
            f"# Completion for {COMMAND}.",
            f"_{COMMAND}() {{",
            '    local typed="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" flags=""',
            "    COMPREPLY=()",
            '    case "${COMP_WORDS[1]}" in',
            *cases,
            "    esac",
            '    if [[ "$typed" == -* ]]; then',
            '        mapfile -t COMPREPLY < <(compgen -W "$flags" -- "$typed")',
            "        return",
            "    fi",
            "    compopt -o filenames",
            '    mapfile -t COMPREPLY < <(compgen -f -- "$typed")',
            '    if [[ "$COMP_CWORD" == 1 ]]; then',
            f'        mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -W \'{names}\' -- "$typed")',
            "    fi",
            "}",
            f"complete -F _{COMMAND} {COMMAND}",
            "",
        ]
    )


def _bash_value(argument: Argument) -> str:
    if argument.words:
        words = " ".join(argument.words)
        return f"mapfile -t COMPREPLY < <(compgen -W '{words}' -- \"$typed\")"
    if argument.is_file:
        return 'compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$typed")'
    return ":"


def zsh(lines: Iterable[CommandLine]) -> str:
    """For ``/usr/share/zsh/vendor-completions``."""
    program, *commands = lines
    described = [f"        {_single(f'{command.name}:{command.summary}')}" for command in commands]
    cases = []
    for command in commands:
        cases += [f"        {command.name})", *_zsh_arguments(command, "            "), "            ;;"]
    return "\n".join(
        [
            f"#compdef {COMMAND}",
            f"_{COMMAND}() {{",
            "    local -a commands",
            "    commands=(",
            *described,
            "    )",
            "    if (( CURRENT == 2 )); then",
            "        _describe -t commands command commands",
            *_zsh_arguments(program, "        "),
            "        return",
            "    fi",
            "    local command=$words[2]",
            "    shift words",
            "    (( CURRENT-- ))",
            '    case "$command" in',
            *cases,
            "    esac",
            "}",
            f'_{COMMAND} "$@"',
            "",
        ]
    )


def _zsh_arguments(line: CommandLine, indent: str) -> list[str]:
    specs = []
    for argument in line.arguments:
        action = f"({' '.join(argument.words)})" if argument.words else "_files" if argument.is_file else " "
        value = f":{argument.value.strip('{}').replace(':', ' ')}:{action}" if argument.value else ""
        if argument.flags:
            told = argument.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
            others = f"({' '.join(argument.flags)})" if len(argument.flags) > 1 else ""
            specs += [f"{others}{flag}[{told}]{value}" for flag in argument.flags]
        else:
            specs.append(f"{'*' if argument.is_repeated else '1'}{value}")
    given = [f"{indent}    {_single(spec)}" for spec in specs]
    return " \\\n".join([f"{indent}_arguments", *given]).split("\n")


def fish(lines: Iterable[CommandLine]) -> str:
    """For ``/usr/share/fish/vendor_completions.d``."""
    program, *commands = lines
    made = [f"# Completion for {COMMAND}."]
    made += [
        f"complete -c {COMMAND} -n __fish_use_subcommand -a {command.name} -d {_single(command.summary)}"
        for command in commands
    ]
    for line in (program, *commands):
        when = f"'__fish_seen_subcommand_from {line.name}'" if line.name else "__fish_use_subcommand"
        for argument in line.arguments:
            if not argument.flags:
                continue
            flags = " ".join(
                f"-l {flag.removeprefix('--')}" if flag.startswith("--") else f"-s {flag.removeprefix('-')}"
                for flag in argument.flags
            )
            value = " -r" if argument.value else ""
            if argument.words:
                value = f" -x -a {_single(' '.join(argument.words))}"
            elif argument.value and not argument.is_file:
                value = " -x"
            made.append(f"complete -c {COMMAND} -n {when} {flags}{value} -d {_single(argument.help)}")
    return "\n".join(made) + "\n"


def _single(text: str) -> str:
    """Between single quotes, for a shell."""
    return "'" + text.replace("'", "'\\''") + "'"
