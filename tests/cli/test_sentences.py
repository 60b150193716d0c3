from __future__ import annotations

import ast
from pathlib import Path

import pytest

import reader
from reader.cli.errors import BadWords, Unwritable
from reader.cli.sentences import sentence
from reader.errors import ReaderError, StoreError, Unreadable, UnreadableFile, UnusableDictionary
from reader.search.errors import BadPattern, SlowPattern, SuggestingEnded
from reader.search.keyword_files import BadKeywordFile

PATH = Path("夾") / "文 章.txt"


@pytest.mark.parametrize("reason", Unreadable)
def test_every_reason_is_a_sentence_about_the_file(reason: Unreadable):
    text = sentence(UnreadableFile(PATH, reason, "disk fault"))
    assert str(PATH) in text
    assert text.endswith(".")
    assert ("disk fault" in text) == (reason is Unreadable.FAILED)


def test_a_file_may_be_called_what_it_likes():
    assert "“{detail}%s{0}”" in sentence(UnreadableFile(Path("{detail}%s{0}"), Unreadable.MISSING))


OTHERS = {
    Unwritable: Unwritable(PATH, "no room"),
    BadWords: BadWords(PATH, 3, "no column"),
    BadPattern: BadPattern("(", 1, "missing )"),
    SlowPattern: SlowPattern("(a+)+", 2.0),
    StoreError: StoreError(PATH, "locked"),
}


@pytest.mark.parametrize("error", OTHERS.values(), ids=lambda error: type(error).__name__)
def test_every_other_error_is_a_sentence(error: ReaderError):
    text = sentence(error)
    assert text != str(error)
    assert text.endswith(".")


def test_no_error_is_forgotten():
    """All kinds that there are; a bad keyword file is told with its name, as ``BadWords``, and no subcommand installs a
    dictionary, or reads for suggestions in another process.
    """
    names = {
        node.name
        for path in Path(reader.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "ReaderError" for base in node.bases)
    }
    elsewhere = (UnreadableFile, BadKeywordFile, UnusableDictionary, SuggestingEnded)
    assert names == {kind.__name__ for kind in (*OTHERS, *elsewhere)}


def test_the_standard_output_has_no_name():
    assert "None" not in sentence(Unwritable(None, "no room"))
    assert "in line" not in sentence(BadWords(PATH, 0, "nested"))
