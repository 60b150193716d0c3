"""A bundle's paths are its own."""

from __future__ import annotations

import sys

import pytest

from reader.ui.lent_environment import give_back_environment

LENT = {
    "LD_LIBRARY_PATH": "/opt/jianfan/_internal:/home/me/lib",
    "LD_LIBRARY_PATH_ORIG": "/home/me/lib",
    "QT_PLUGIN_PATH": "/opt/jianfan/_internal/PySide6/Qt/plugins",
    "QML2_IMPORT_PATH": "/opt/jianfan/_internal/PySide6/Qt/qml",
    "LANG": "zh_TW.UTF-8",
}


def test_a_bundle_gives_back_what_was_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/jianfan/_internal", raising=False)
    environment = dict(LENT)
    give_back_environment(environment)
    assert environment == {"LD_LIBRARY_PATH": "/home/me/lib", "LANG": "zh_TW.UTF-8"}


def test_a_bundle_leaves_nothing_where_nothing_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/jianfan/_internal", raising=False)
    environment = {"LD_LIBRARY_PATH": "/opt/jianfan/_internal"}
    give_back_environment(environment)
    assert environment == {}


def test_outside_a_bundle_everything_is_the_readers() -> None:
    environment = dict(LENT)
    give_back_environment(environment)
    assert environment == LENT
