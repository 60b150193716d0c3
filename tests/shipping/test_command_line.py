"""The manual and the completions say what the command takes, whatever it is."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.cli.program import COMMANDS
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
