"""Every package that the program brings is listed with its licence."""

from __future__ import annotations

import json
import re
from importlib.metadata import distribution, requires

from packaging.requirements import Requirement

from reader.resources import resource


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(name: str) -> set[str]:
    """A package's dependencies that hold on this system, with theirs."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for line in requires(waiting.pop()) or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                package = _normal(distribution(requirement.name).metadata["Name"])
                if package not in found:
                    found.add(package)
                    waiting.append(package)
    return found


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
