"""What bash, zsh and fish offer behind the command, asked of the shells themselves where they are at hand."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.cli.program import COMMANDS
from reader.convert.routes import ROUTES
from shipping import completions
from shipping.command_line import command_lines

Offer = Callable[[str], set[str]]

#: Seconds for a shell to do what it has been told.
_PATIENCE = 30


def _bash(folder: Path) -> Iterator[Offer]:
    script = folder / "jianfan.bash"
    script.write_text(completions.bash(command_lines()), encoding="utf-8")

    def offer(line: str) -> set[str]:
        # compopt is for a shell in which somebody types; whether names are files it alone needs to know.
        asked = (
            'compopt() { :; }; source "$0"; read -ra COMP_WORDS <<<"$1"; [[ "$1" == *" " ]] && COMP_WORDS+=(""); '
            "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _jianfan; printf '%s\\n' \"${COMPREPLY[@]}\""
        )
        return _said(["bash", "--norc", "-c", asked, str(script), line], folder)

    yield offer


def _fish(folder: Path) -> Iterator[Offer]:
    script = folder / "jianfan.fish"
    script.write_text(completions.fish(command_lines()), encoding="utf-8")

    def offer(line: str) -> set[str]:
        said = _said(["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"], folder)
        # Behind a tabulator stands what it is for.
        return {each.partition("\t")[0] for each in said}

    yield offer


def _zsh(folder: Path) -> Iterator[Offer]:
    scripts = folder / "zsh"
    scripts.mkdir()
    (scripts / "_jianfan").write_text(completions.zsh(command_lines()), encoding="utf-8")
    hits, told = folder / "hits", folder / "told"
    begin = f"""
PS1= PROMPT_SP= LISTMAX=9999
fpath=({scripts} $fpath)
autoload -U compinit; compinit -D -u
compadd() {{
    if [[ ${{@[1,(i)(-|--)]}} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
    local -a found; builtin compadd -O found "$@"; print -rl -- $found >>{hits}; builtin compadd "$@"
}}
offer() {{ zle complete-word; zle kill-whole-line; print >{told} }}
zle -N offer; bindkey '^I' offer
print >{told}
"""
    above, below = pty.openpty()
    shell = subprocess.Popen(
        ["zsh", "-f", "-i"],
        stdin=below,
        stdout=below,
        stderr=below,
        cwd=folder,
        start_new_session=True,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "dumb", "LC_ALL": "C.UTF-8"},
    )
    os.close(below)
    os.set_blocking(above, False)

    def type_in(keys: str) -> None:
        """Type, and wait for the shell to be done with it: what is typed while it completes may change what it does."""
        told.unlink(missing_ok=True)
        os.write(above, keys.encode())
        end = time.monotonic() + _PATIENCE
        while not told.exists():
            assert time.monotonic() < end, "zsh does nothing"
            time.sleep(0.02)
            # What it shows has to be taken from it, or it waits for that.
            with suppress(BlockingIOError):
                os.read(above, 1 << 16)

    def offer(line: str) -> set[str]:
        hits.unlink(missing_ok=True)
        type_in(f"{line}\t")
        return set(hits.read_text(encoding="utf-8").split("\n")) - {""} if hits.exists() else set()

    try:
        (folder / "begin").write_text(begin, encoding="utf-8")
        type_in(f"source {folder / 'begin'}\n")
        yield offer
    finally:
        shell.kill()
        shell.wait()
        os.close(above)


_SHELLS = {"bash": _bash, "fish": _fish, "zsh": _zsh}


def _said(command: list[str], folder: Path) -> set[str]:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    assert done.stderr == ""
    return set(done.stdout.split("\n")) - {""}


@pytest.fixture(params=sorted(_SHELLS))
def offer(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Offer]:
    """Says what a shell would put behind a line, in a folder with two books and a folder."""
    if shutil.which(request.param) is None:
        pytest.skip(f"no {request.param} here")
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "novel.txt").touch()
    (tmp_path / "讀書.epub").touch()
    (tmp_path / "文 章.txt").touch()
    yield from _SHELLS[request.param](tmp_path)


def test_every_subcommand_is_offered_first_and_only_there(offer: Offer) -> None:
    assert COMMANDS.keys() <= offer("jianfan ")
    assert offer("jianfan conv") == {"convert"}
    assert not COMMANDS.keys() & offer("jianfan convert ")


def test_every_option_of_a_subcommand_is_offered(offer: Offer) -> None:
    for line in command_lines():
        flags = {flag for argument in line.arguments for flag in argument.flags if flag.startswith("--")}
        assert offer(f"jianfan {line.name} --".replace("  ", " ")) == flags, line.name


def test_what_may_follow_an_option_is_offered(offer: Offer) -> None:
    assert offer("jianfan convert --config s2t") == {name for name in ROUTES if name.startswith("s2t")}
    assert offer("jianfan convert --to ") == {"simplified", "traditional", "taiwan", "hong-kong"}


def test_files_are_offered_where_a_file_stands(offer: Offer) -> None:
    def names(line: str) -> set[str]:
        return {each.rstrip("/").replace("\\ ", " ") for each in offer(line)}

    for line in ("jianfan ", "jianfan open ", "jianfan convert ", "jianfan convert -o ", "jianfan inspect 讀書.epub "):
        assert {"books", "讀書.epub", "文 章.txt"} <= names(line), line
    assert "books/novel.txt" in offer("jianfan outline books/") or "novel.txt" in offer("jianfan outline books/")
    assert not names("jianfan keywords --top ") & {"books", "讀書.epub", "文 章.txt"}
