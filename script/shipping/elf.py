"""What the ELF files of a bundle ask of the system that they run on."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from shipping.trimming import HOST_LIBRARIES

_MAGIC = b"\x7fELF"
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_VERSION = re.compile(r"\s(GLIBC|GLIBCXX)_([\d.]+)$", re.MULTILINE)

#: By the newest of its symbols (GCC's manual, "ABI Policy and Guidelines"): the GCC that libstdc++ came with.
_GCC = {25: "8", 26: "9", 27: "9", 28: "9", 29: "11", 30: "12", 31: "13", 32: "13", 33: "14", 34: "15"}


class UnknownLibraryError(Exception):
    """A bundle needs a library that is neither in it nor known to be on every desktop."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What a bundle asks for.

    Attributes:
        libraries: by their names, of the system.
        versions: the newest of the C library ("GLIBC") and of the C++ library ("GLIBCXX") that is asked for.
    """

    libraries: frozenset[str]
    versions: dict[str, tuple[int, ...]]


def elf_files(folder: Path) -> Iterator[Path]:
    """The executables and libraries in a folder, and in its folders."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) == _MAGIC:
                    yield path


def needs(folder: Path) -> Needs:
    """What the files of a bundle ask for.

    Raises:
        UnknownLibraryError: they need a library that nobody provides.
    """
    files = list(elf_files(folder))
    present = {path.name for path in folder.rglob("*.so*")}
    libraries: set[str] = set()
    versions: dict[str, tuple[int, ...]] = {}
    for path in files:
        listing = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        libraries |= set(_NEEDED.findall(listing)) - present
        for kind, version in _VERSION.findall(listing):
            numbers = tuple(map(int, version.split(".")))
            versions[kind] = max(numbers, versions.get(kind, ()))
    unknown = libraries - HOST_LIBRARIES.keys()
    if unknown:
        raise UnknownLibraryError(", ".join(sorted(unknown)))
    return Needs(frozenset(libraries), versions)


def debian_packages(wanted: Needs) -> list[str]:
    """The packages of Debian and Ubuntu that hold what is asked for, as ``Depends`` lists them."""
    floors = {}
    if "GLIBC" in wanted.versions:
        floors["libc6"] = ".".join(map(str, wanted.versions["GLIBC"]))
    if "GLIBCXX" in wanted.versions:
        floors["libstdc++6"] = _GCC[wanted.versions["GLIBCXX"][-1]]
    names: Iterable[str] = {HOST_LIBRARIES[name] for name in wanted.libraries}
    return [f"{name} (>= {floors[name]})" if name in floors else name for name in sorted(names)]
