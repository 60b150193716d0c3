"""What is inside a bundle, and under which licences, for people and for programs that ask."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from shipping.identity import ROOT

_FOLDER = ROOT / "resources" / "licenses"

#: What holds the licences of libraries that are taken from the system.
_SYSTEM = "system-libraries.txt"

#: Libraries that a bundle takes from the machine that it is built on, and those inside Qt's wheel, by the beginning of
#: their files' names: what they belong to, and its licence. Longer beginnings stand first.
_LIBRARIES = {
    "libicu": ("ICU", "Unicode-DFS-2016"),
    "libQt6": ("Qt", "LGPL-3.0-only"),
    "libpyside6": ("PySide6", "LGPL-3.0-only"),
    "libshiboken6": ("Shiboken", "LGPL-3.0-only"),
    "libpython3": ("Python", "PSF-2.0"),
    "libpdfium": ("PDFium", "BSD-3-Clause AND Apache-2.0"),
    "libbz2": ("bzip2", "bzip2-1.0.6"),
    "libffi": ("libffi", "MIT"),
    "liblzma": ("XZ Utils", "LicenseRef-public-domain"),
    "libpcre2": ("PCRE2", "BSD-3-Clause"),
    "libsqlite3": ("SQLite", "blessing"),
    "libuuid": ("libuuid", "BSD-3-Clause"),
    "libxcb": ("XCB", "X11"),
    "libxkbcommon": ("libxkbcommon", "MIT"),
    "libz.": ("zlib", "Zlib"),
    "libzstd": ("Zstandard", "BSD-3-Clause"),
}


class UnknownLicenceError(Exception):
    """A bundle holds a library of which nobody has said under which licence it is."""


@dataclass(frozen=True, slots=True)
class Component:
    """Something that others made.

    Attributes:
        name: of it.
        version: as far as it is known; "" otherwise.
        licence: an SPDX expression.
        package: of the Python Package Index; "" for anything else.
    """

    name: str
    version: str
    licence: str
    package: str


def components(bundle: Path) -> list[Component]:
    """What a bundle holds: the packages and tables that the program lists, and the native libraries.

    Raises:
        UnknownLicenceError: it holds a library that is not known here.
    """
    found = []
    for entry in json.loads((_FOLDER / "index.json").read_text(encoding="utf-8"))[1:]:
        # Which of the system's libraries are inside, the bundle itself tells.
        if not entry["packages"] and entry["files"] != [_SYSTEM]:
            found.append(Component(entry["name"], "", entry["licence"], ""))
        for package in entry["packages"]:
            try:
                found.append(Component(package, version(package), entry["licence"], package))
            except PackageNotFoundError:
                # Newer Pythons need it no longer.
                continue
    listed = {component.name for component in found}
    libraries = native_libraries(path.name for path in bundle.rglob("*") if _is_library(path))
    return found + [Component(name, "", licence, "") for name, licence in libraries if name not in listed]


def native_libraries(files: Iterable[str]) -> list[tuple[str, str]]:
    """What the native libraries of those names belong to, each once: name and licence.

    Raises:
        UnknownLicenceError: one of them is not known.
    """
    known: dict[str, str] = {}
    for file in sorted(set(files)):
        belongs = next((made for start, made in _LIBRARIES.items() if file.startswith(start)), None)
        if belongs is None:
            raise UnknownLicenceError(file)
        known[belongs[0]] = belongs[1]
    return sorted(known.items())


def _is_library(path: Path) -> bool:
    """Whether a file is a library by itself: neither an extension of Python's nor a plugin of Qt's."""
    if path.is_symlink() or "plugins" in path.parts:
        return False
    return re.match(r"lib.*\.(?:so(?:\.[\d.]+)?|dylib)$|lib[^.]*\.abi3\.so", path.name) is not None
