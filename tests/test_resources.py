"""Resources are found wherever the program stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reader import resources
from reader.resources import resource, resources_folder


@pytest.fixture(autouse=True)
def _looked_for_anew():
    """The folder is looked for once in a run of the program."""
    resources_folder.cache_clear()
    yield
    resources_folder.cache_clear()


def stand_in(monkeypatch, folder: Path) -> Path:
    """Let the package stand in a folder."""
    package = folder / "reader"
    package.mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    return package


def test_what_the_program_needs_is_there():
    for parts in (("data", "fold.txt"), ("icons", "open.svg"), ("i18n", "zh_TW.json"), ("i18n", "zh_CN.json")):
        assert resource(*parts).is_file()


def test_in_a_source_tree(monkeypatch, tmp_path):
    stand_in(monkeypatch, tmp_path / "tree")
    assert resource("icons", "open.svg") == tmp_path / "tree" / "resources" / "icons" / "open.svg"


def test_in_an_installed_wheel(monkeypatch, tmp_path):
    package = stand_in(monkeypatch, tmp_path / "site-packages")
    (package / "_resources").mkdir()
    assert resources_folder() == package / "_resources"


def test_in_a_frozen_bundle(monkeypatch, tmp_path):
    package = stand_in(monkeypatch, tmp_path / "bundle")
    (package / "_resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources_folder() == tmp_path / "resources"
