"""What import-linter cannot say of the house: Qt's modules, names, sizes, and that nothing reaches for a network."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader

ROOT = Path(reader.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))

#: One noun a file; behind a second one a second file begins.
LONGEST_MODULE = 300

#: What is called so holds whatever had no other place.
VAGUE = {"data", "handler", "helper", "info", "manager", "misc", "util", "utils"}

#: Everything with which Python or Qt speaks to another machine.
NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib.error", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
}  # fmt: skip


def imported(tree: ast.AST) -> Iterator[str]:
    """The full name of every module, and of every name, that is imported anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reaches(name: str, forbidden: set[str]) -> bool:
    """Whether a name is one of ``forbidden`` or lies in one."""
    parts = name.split(".")
    return any(".".join(parts[:count]) in forbidden for count in range(1, len(parts) + 1))


def of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def words(name: str) -> set[str]:
    """The words of a name in snake or camel case, in lower case."""
    return {word.lower() for word in re.findall("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("path", SOURCES, ids=of)
def test_no_module_is_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", SOURCES, ids=of)
def test_names_say_what_a_thing_is(path):
    names = [*of(path).removesuffix(".py").split("/")]
    names += [node.name for node in ast.walk(parsed(path)) if isinstance(node, ast.ClassDef)]
    assert [name for name in names if words(name) & VAGUE] == []


@pytest.mark.parametrize("path", SOURCES, ids=of)
def test_nothing_reaches_for_a_network(path):
    assert [name for name in imported(parsed(path)) if reaches(name, NETWORK)] == []


@pytest.mark.parametrize("path", SOURCES, ids=of)
def test_every_module_says_what_it_is(path):
    assert ast.get_docstring(parsed(path))


@pytest.mark.parametrize("path", sorted((ROOT / "state").glob("*.py")), ids=of)
def test_the_state_knows_of_qt_only_its_core(path):
    names = [name for name in imported(parsed(path)) if name.startswith(("PySide6", "shiboken6"))]
    # shiboken6 holds no part of Qt: it tells whether an object that Python knows is still alive.
    assert [name for name in names if not name.startswith(("PySide6.QtCore.", "shiboken6."))] == []


def test_only_the_ui_speaks_to_the_reader():
    """Below the view, an error carries facts and ``ui`` writes the sentence."""
    calls = {
        of(path)
        for path in SOURCES
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr in ("tr", "translate") and isinstance(node.ctx, ast.Load)
        if ast.unparse(node) in ("self.tr", "QCoreApplication.translate")
    }
    assert {path.split("/")[0] for path in calls} == {"ui", "view"}


def test_these_rules_would_notice():
    tree = ast.parse("import urllib.request\nfrom PySide6 import QtNetwork\nfrom PySide6.QtGui import QFont")
    assert list(imported(tree)) == ["urllib.request", "PySide6.QtNetwork", "PySide6.QtGui.QFont"]
    assert [reaches(name, NETWORK) for name in imported(tree)] == [True, True, False]
    assert words("FileInfo") & VAGUE
    assert words("text_utils") & VAGUE
    assert not words("information") & VAGUE
    assert sys.version_info >= (3, 11)
