"""What of Qt, and of the libraries it needs, goes into a bundle.

Entries are PyInstaller's: (place in the bundle, file that it is copied from, kind).
"""

from __future__ import annotations

import posixpath
import re
import subprocess
from collections.abc import Callable, Iterable

Entry = tuple[str, str, str]

#: Qt's plugins by folder, and what their names begin with; none named means all. Everything else stays out.
PLUGINS: dict[str, tuple[str, ...]] = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qminimal", "qwindows", "qcocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "imageformats": ("qjpeg", "qsvg", "qgif", "qwebp", "qico", "qicns"),
    "iconengines": ("qsvgicon",),
    "printsupport": (),
    "styles": (),
    "platformthemes": ("qxdgdesktopportal",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": (),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl", "shm"),
    "xcbglintegrations": (),
}
_PLUGIN = re.compile(r"(?:^|/)plugins/([^/]+)/(?:lib)?([^/]+)$")
_TRANSLATION = re.compile(r"/translations/[^/]+\.qm$")
_OUR_TRANSLATION = re.compile(r"/qtbase_zh_(?:CN|TW)\.qm$")

#: What Qt's wheel for Windows brings for what this program does not do: OpenGL in software, networks, QML.
_UNUSED_LIBRARIES = ("opengl32sw.dll", "qt6network.dll", "qt6qml.dll", "qt6quick.dll", "qt6pdf.dll")

#: Modules that PyInstaller would take and the program never imports: the network, what tests need, lxml but its trees.
UNUSED_MODULES = (
    *("tkinter", "unittest", "pydoc", "doctest", "setuptools", "pip", "ssl", "_ssl", "_hashlib"),
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtPdf", "PySide6.QtOpenGL"),
    *("lxml.objectify", "lxml.html", "lxml.isoschematron"),
)

#: Libraries that every Linux desktop has, and that must be the desktop's own: drivers, fonts and the bus depend on
#: them. By the package of Debian that holds each, for the dependencies of ours.
HOST_LIBRARIES = {
    "ld-linux-x86-64.so.2": "libc6",
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "librt.so.1": "libc6",
    "libutil.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}

#: Loaded by their names when they are needed, so that no file says so.
_LOADED_BY_NAME = ("libpython", "libpdfium")


def is_kept(entry: Entry) -> bool:
    """Whether a collected file belongs into the program."""
    place = entry[0].replace("\\", "/")
    plugin = _PLUGIN.search(place)
    if plugin:
        folder, name = plugin.groups()
        return folder in PLUGINS and (not PLUGINS[folder] or name.startswith(PLUGINS[folder]))
    if _TRANSLATION.search(place):
        return _OUR_TRANSLATION.search(place) is not None
    return place.rpartition("/")[2].lower() not in _UNUSED_LIBRARIES


def needed_by(file: str) -> list[str]:
    """The libraries that an ELF file names."""
    listing = subprocess.run(["objdump", "-p", file], capture_output=True, text=True, check=True).stdout
    return re.findall(r"NEEDED\s+(\S+)", listing)


def without_orphans(binaries: Iterable[Entry], needed: Callable[[str], list[str]] = needed_by) -> list[Entry]:
    """The extensions and plugins, and of the libraries those that they need, directly or not, and no desktop has."""
    every = list(binaries)
    by_name: dict[str, list[Entry]] = {}
    for entry in every:
        by_name.setdefault(posixpath.basename(entry[0]), []).append(entry)
    waiting = [
        entry
        for entry in every
        if entry[2] == "EXTENSION" or _PLUGIN.search(entry[0]) or any(name in entry[0] for name in _LOADED_BY_NAME)
    ]
    kept = set()
    while waiting:
        entry = waiting.pop()
        if entry[0] not in kept:
            kept.add(entry[0])
            for name in needed(entry[1]):
                waiting += [] if name in HOST_LIBRARIES else by_name.get(name, [])
    return [entry for entry in every if entry[0] in kept]


def without_dangling(datas: Iterable[Entry], binaries: Iterable[Entry]) -> list[Entry]:
    """The data files without links to libraries that are not there."""
    present = {entry[0] for entry in binaries}
    return [
        entry
        for entry in datas
        if entry[2] != "SYMLINK" or posixpath.normpath(posixpath.join(posixpath.dirname(entry[0]), entry[1])) in present
    ]
