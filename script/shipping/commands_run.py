"""Runs every subcommand of the built program once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reader.cli.program import COMMANDS
from shipping.places import USER, Place
from shipping.scenario import UnexpectedError

_TEXT = "第一章 软件公司\n\n济南的软件公司在河边，头发花白的老人说：面条很好吃。\n\n第二章 回家\n\n老人回到济南。\n"


@dataclass(frozen=True, slots=True)
class _Run:
    """One run.

    Attributes:
        arguments: behind the subcommand's name.
        is_right: whether what it printed is as it has to be.
        written: a file that it has to write, in the user's folder; "" for none.
    """

    arguments: tuple[str, ...]
    is_right: Callable[[str], bool]
    written: str = ""


#: By subcommand. Each loads other parts of the bundle: dictionaries, parsers, models, tables.
_RUNS = {
    "convert": _Run(
        ("--to", "taiwan", "--regional-words", "文 章.txt"), lambda said: "頭髮花白" in said and "軟體" in said
    ),
    "inspect": _Run(("文 章.txt", "--json"), lambda said: json.loads(said)[0]["encoding"].startswith("gb")),
    "outline": _Run(("文 章.txt",), lambda said: "第二章 回家" in said),
    "search": _Run(("文 章.txt", "濟南", "--json"), lambda said: len(json.loads(said)) == 2),
    "keywords": _Run(("文 章.txt", "--json"), lambda said: len(json.loads(said)) > 0),
    "report": _Run(("文 章.txt", "--words", "濟南,老人", "-o", "报告.html"), lambda said: said == "", "报告.html"),
}

#: Seconds for a run.
_PATIENCE = 120

#: What no other format needs: a page is parsed in a process of its own, by a library.
_PAGE = "<html><head><title>页</title></head><body><h1>标题</h1><p>头发花白的老人在河边散步。</p></body></html>"


def run_commands(place: Place, language: str) -> Iterator[str]:
    """Run each subcommand that opens no window, and the conversion of a page.

    Args:
        place: where.
        language: what ``LANG`` is.

    Yields:
        What has been found to be right.

    Raises:
        UnexpectedError: something was not, or there is a subcommand that nobody has said how to try.
    """
    untried = COMMANDS.keys() - _RUNS.keys() - {"open"}
    if untried:
        raise UnexpectedError(f"nobody has said how to try {', '.join(sorted(untried))}")
    _write(place, "文 章.txt", _TEXT.encode("gb18030"))
    _write(place, "页 面.html", _PAGE.encode())
    for name, run in _RUNS.items():
        arguments = [f"{place.home}/{word}" if word.endswith((".txt", ".html")) else word for word in run.arguments]
        said = _run(place, [name, *arguments], language)
        is_written = not run.written or place.outside(f"{place.home}/{run.written}").stat().st_size > 0
        if not run.is_right(said) or not is_written:
            raise UnexpectedError(f"jianfan {name} printed {said[:300]!r}")
        yield f"jianfan {name}"
    said = _run(place, ["inspect", f"{place.home}/页 面.html", "--json"], language)
    if json.loads(said)[0]["format"] != "html":
        raise UnexpectedError(f"a page is inspected as {said[:300]!r}")
    yield "jianfan inspect, of a page that is parsed in a process of its own"
    process = place.start([f"{place.home}/文 章.txt"], {"LANG": language})
    _, err = process.communicate(timeout=_PATIENCE)
    if process.returncode != 1 or "screen" not in err.decode():
        raise UnexpectedError(f"without a screen, it ends with {process.returncode} and says {err.decode()[-300:]!r}")
    yield "a sentence where there is no screen"


def _run(place: Place, arguments: list[str], language: str) -> str:
    process = place.start(arguments, {"LANG": language})
    out, err = process.communicate(timeout=_PATIENCE)
    if process.returncode:
        raise UnexpectedError(f"jianfan {' '.join(arguments)} ended with {process.returncode}: {err.decode()[-600:]}")
    return out.decode()


def _write(place: Place, name: str, content: bytes) -> None:
    path = place.outside(f"{place.home}/{name}")
    path.write_bytes(content)
    if place.home != str(place.outside(place.home)):
        os.chown(path, USER, USER)
