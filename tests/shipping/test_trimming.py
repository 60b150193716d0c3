"""What is left out of a bundle, and that nothing is that the program needs."""

from __future__ import annotations

import ast
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import reader
from shipping.trimming import HOST_LIBRARIES, UNUSED_MODULES, is_kept, without_dangling, without_orphans

_QT = "PySide6/Qt"


def test_plugins_are_kept_by_folder_and_name() -> None:
    kept = [
        f"{_QT}/plugins/platforms/libqxcb.so",
        f"{_QT}/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        f"{_QT}/plugins/printsupport/libcupsprintersupport.so",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        f"{_QT}/translations/qtbase_zh_TW.qm",
        "PySide6/QtWidgets.abi3.so",
    ]
    dropped = [
        f"{_QT}/plugins/platforms/libqvkkhrdisplay.so",
        f"{_QT}/plugins/tls/libqopensslbackend.so",
        f"{_QT}/translations/qtbase_de.qm",
        f"{_QT}/translations/qt_zh_TW.qm",
        "PySide6\\opengl32sw.dll",
    ]
    assert [place for place in kept + dropped if is_kept((place, "", "BINARY"))] == kept


def test_libraries_are_kept_for_what_needs_them() -> None:
    needs = {
        "core": ["libA.so.1", "libc.so.6"],
        "a": ["libB.so.1", "libX11.so.6"],
        "b": ["libA.so.1"],
        "unused": ["libB.so.1"],
        "x11": [],
    }
    binaries = [
        ("PySide6/QtCore.abi3.so", "core", "EXTENSION"),
        ("libA.so.1", "a", "BINARY"),
        ("libB.so.1", "b", "BINARY"),
        ("libUnused.so.1", "unused", "BINARY"),
        ("libX11.so.6", "x11", "BINARY"),
        ("libpython3.so", "x11", "BINARY"),
    ]
    kept = without_orphans(binaries, needs.__getitem__)
    assert [entry[0] for entry in kept] == ["PySide6/QtCore.abi3.so", "libA.so.1", "libB.so.1", "libpython3.so"]
    assert "libX11.so.6" in HOST_LIBRARIES


@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9)), min_size=1))
def test_whatever_is_kept_finds_what_it_needs(graph: dict[int, list[int]]) -> None:
    binaries = [("ext.so", "ext", "EXTENSION"), *((f"lib{n}.so", f"{n}", "BINARY") for n in graph)]
    needs = {f"{n}": [f"lib{m}.so" for m in needed] for n, needed in graph.items()}
    needs["ext"] = ["lib0.so", "lib1.so"]
    kept = without_orphans(binaries, needs.__getitem__)
    names = {entry[0] for entry in kept}
    collected = {entry[0] for entry in binaries}
    for entry in kept:
        assert {name for name in needs[entry[1]] if name in collected} <= names
    assert without_orphans(kept, needs.__getitem__) == kept


def test_a_link_stays_with_what_it_leads_to() -> None:
    datas = [
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
        ("PySide6/Qt/lib/libfoo.so", "../../../libfoo.so.1", "SYMLINK"),
        ("libgone.so", "PySide6/Qt/lib/libgone.so", "SYMLINK"),
        ("resources/data/fold.txt", "/src/fold.txt", "DATA"),
    ]
    binaries = [("PySide6/Qt/lib/libQt6Core.so.6", "", "BINARY"), ("libfoo.so.1", "", "BINARY")]
    assert without_dangling(datas, binaries) == [datas[0], datas[1], datas[3]]


def test_the_program_imports_nothing_that_is_left_out() -> None:
    found = []
    for path in Path(reader.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            found += [name for name in names if f"{name}.".startswith(tuple(f"{unused}." for unused in UNUSED_MODULES))]
    assert found == []
