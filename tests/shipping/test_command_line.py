"""The manual and the completions say what the command takes, whatever it is."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.cli.program import COMMANDS
from shipping import completions
from shipping.command_line import command_lines
from shipping.manual import manual

DATE = datetime(2026, 11, 24, tzinfo=UTC)


def test_every_command_is_described_by_its_own_parser() -> None:
    program, *commands = command_lines()
    assert [line.name for line in commands] == list(COMMANDS)
    assert program.name == ""
    convert = next(line for line in commands if line.name == "convert")
    output = next(argument for argument in convert.arguments if "--output" in argument.flags)
    assert (output.flags, output.value, output.is_file) == (("-o", "--output"), "OUT", True)
    target = next(argument for argument in convert.arguments if "--to" in argument.flags)
    assert "taiwan" in target.words
    assert convert.arguments[-1].is_repeated


def test_the_manual_names_everything() -> None:
    lines = command_lines()
    page = manual(lines, DATE).replace("\\-", "-")
    for line in lines:
        for argument in line.arguments:
            assert all(flag in page for flag in argument.flags)
    assert all(f".SS jianfan {name}\n" in page for name in COMMANDS)
    assert page == manual(lines, DATE).replace("\\-", "-")
    assert '"2026-11-24"' in page


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here")
def test_man_has_no_complaint(tmp_path: Path) -> None:
    page = tmp_path / "jianfan.1"
    page.write_text(manual(command_lines(), DATE), encoding="utf-8")
    shown = subprocess.run(
        ["man", "--warnings", "-E", "UTF-8", "-l", str(page)],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stderr == ""
    assert "jianfan - read Chinese text in your own script" in shown.stdout


@pytest.fixture
def completed(tmp_path: Path):
    """What bash offers for a line that ends in what is being typed."""
    script = tmp_path / "jianfan"
    script.write_text(completions.bash(command_lines()), encoding="utf-8")
    (tmp_path / "文 章.txt").touch()

    def complete(*words: str) -> list[str]:
        # compopt speaks to a completion in progress, which there is none of here.
        program = 'compopt() { :; }; . "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _jianfan; '
        program += 'printf "%s\\n" "${COMPREPLY[@]}"'
        done = subprocess.run(
            ["bash", "-c", program, "bash", str(script), *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1]

    return complete


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_offers_what_fits(completed) -> None:
    assert set(COMMANDS) <= set(completed("jianfan", ""))
    assert completed("jianfan", "con") == ["convert"]
    assert completed("jianfan", "文") == ["文 章.txt"]
    assert completed("jianfan", "convert", "--to", "t") == ["traditional", "taiwan"]
    assert completed("jianfan", "convert", "--reg") == ["--regional-words"]
    assert completed("jianfan", "convert", "--words", "文") == ["文 章.txt"]
    assert completed("jianfan", "keywords", "--top", "") == [""]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_can_read_theirs(tmp_path: Path, shell: str) -> None:
    script = tmp_path / "completion"
    text = getattr(completions, shell)(command_lines())
    assert all(name in text for name in COMMANDS)
    assert "--regional-words" in text or "-l regional-words" in text
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    script.write_text(text, encoding="utf-8")
    subprocess.run([shell, "-n", str(script)], check=True)
