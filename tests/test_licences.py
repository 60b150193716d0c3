"""Every package that the program brings is listed with its licence."""

from __future__ import annotations

import json
import re
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement

from reader.resources import resource


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


#: The oldest Python needs what a newer one has itself.
_OLDEST = {"extra": "", "python_version": "3.11", "python_full_version": "3.11.0"}


def _needed(name: str) -> set[str]:
    """A package's dependencies, with theirs, on the oldest Python."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for line in _requirements(waiting.pop()):
            requirement = Requirement(line)
            package = _normal(requirement.name)
            if package not in found and (requirement.marker is None or requirement.marker.evaluate(_OLDEST)):
                found.add(package)
                waiting.append(package)
    return found


def _requirements(name: str) -> list[str]:
    """What a package requires; nothing is known of one that this Python does not need."""
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []


def test_every_dependency_is_listed_and_no_other() -> None:
    entries = json.loads(resource("licenses", "index.json").read_text(encoding="utf-8"))
    listed = {_normal(package) for entry in entries for package in entry["packages"]}
    assert listed == _needed("jianfan-reader")


def test_every_text_is_there_and_used() -> None:
    entries = json.loads(resource("licenses", "index.json").read_text(encoding="utf-8"))
    named = {file for entry in entries for file in entry["files"]}
    there = {path.name for path in resource("licenses").iterdir() if path.name != "index.json"}
    assert named == there
    assert all(resource("licenses", file).stat().st_size > 300 for file in named)
