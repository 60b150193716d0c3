"""The catalogues hold exactly what the window says, in both languages."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
from reader.convert.detect import _tellers
from reader.resources import resource
from reader.ui.translation import LANGUAGES

SOURCES = sorted(Path(reader.__file__).parent.rglob("*.py"))
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_HAN = re.compile("[\u3400-\u9fff]")

#: Names that are the same in every language.
SAME = {"{value} px", "{value} %"}


def spoken(path: Path) -> Iterator[tuple[str, str]]:
    """Context and English text of everything in a module that is said to the reader."""
    yield from _spoken(ast.parse(path.read_text(encoding="utf-8")), "", path)


def _spoken(node: ast.AST, context: str, path: Path) -> Iterator[tuple[str, str]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            match ast.unparse(child.func).rpartition(".")[2]:
                case "tr":
                    # The class in which it stands is the context.
                    yield context, _literal(child.args[0], path)
                case "translate" if ast.unparse(child.func) == "QCoreApplication.translate":
                    if not isinstance(child.args[1], ast.Name):
                        yield _literal(child.args[0], path), _literal(child.args[1], path)
                case "QT_TRANSLATE_NOOP":
                    yield _literal(child.args[0], path), _literal(child.args[1], path)
        yield from _spoken(child, inner, path)


def _literal(node: ast.expr, path: Path) -> str:
    assert isinstance(node, ast.Constant), f"{path.name}:{node.lineno}: not a literal"
    return node.value


def catalogue(language: str) -> dict[str, dict[str, str]]:
    return json.loads(resource("i18n", f"{language}.json").read_text(encoding="utf-8"))


def entries(language: str) -> dict[tuple[str, str], str]:
    return {(context, text): said for context, texts in catalogue(language).items() for text, said in texts.items()}


@pytest.fixture(scope="module")
def wanted() -> set[tuple[str, str]]:
    return {pair for path in SOURCES for pair in spoken(path)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_missing_and_nothing_is_stale(wanted, language):
    found = set(entries(language))
    assert sorted(wanted - found) == []
    assert sorted(found - wanted) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_those_of_the_text(language):
    for (_, text), said in entries(language).items():
        assert sorted(_PLACEHOLDER.findall(said)) == sorted(_PLACEHOLDER.findall(text)), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_translated(language):
    for (_, text), said in entries(language).items():
        assert said.strip() == said != ""
        if text not in SAME:
            assert _HAN.search(said), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_punctuation_is_full_width(language):
    for (_, text), said in entries(language).items():
        bare = _PLACEHOLDER.sub("", said)
        # A mark before or behind a character is Chinese punctuation; keys and suffixes (Ctrl+H, .txt) keep their own.
        assert not re.search("[\u3400-\u9fff”」』][,.:;?!]|[,;?!][\u3400-\u9fff]", bare), said
        assert ("…" in text) <= ("…" in said), said
        assert not re.search(r"\.\.\.", said)


@pytest.mark.parametrize("language", LANGUAGES)
def test_shortcuts_are_kept(language):
    keys = re.compile(r"(?:Ctrl|Shift|Alt)\+[\w+]+|\bF\d+\b", re.ASCII)
    for (_, text), said in entries(language).items():
        assert keys.findall(said) == keys.findall(text), text


def test_each_language_is_written_in_its_script():
    simplified, traditional, _ = _tellers()
    taiwan = set("".join(entries("zh_TW").values()))
    mainland = set("".join(entries("zh_CN").values()))
    # One tooltip gives an example of the other side's words.
    assert taiwan & simplified <= set("软件")
    assert mainland & traditional <= set("軟體")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_in_order(language):
    """So that two people who add to it do not meet."""
    written = resource("i18n", f"{language}.json").read_text(encoding="utf-8")
    ordered = {context: dict(texts.items()) for context, texts in sorted(catalogue(language).items())}
    assert written == json.dumps(ordered, ensure_ascii=False, indent=2) + "\n"
