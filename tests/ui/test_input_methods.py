"""Where Qt is told to look for input methods."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.ui.input_methods import let_input_methods_in


@pytest.fixture(autouse=True)
def _bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is installed, and nothing has been said."""
    monkeypatch.setattr(os, "environ", {"PATH": str(tmp_path)})


def test_fcitx_is_reached_by_the_portal_where_there_is_no_ibus() -> None:
    let_input_methods_in()
    assert os.environ["QT_IM_MODULES"] == "wayland;fcitx;ibus"
    assert os.environ["IBUS_USE_PORTAL"] == "1"


@pytest.mark.skipif(os.name == "nt", reason="programs have other names there")
def test_ibus_is_spoken_to_as_ever_where_it_is_installed(tmp_path: Path) -> None:
    (tmp_path / "ibus-daemon").touch(0o755)
    let_input_methods_in()
    assert "IBUS_USE_PORTAL" not in os.environ


def test_what_the_reader_has_said_stays() -> None:
    said = {"QT_IM_MODULES": "compose", "IBUS_USE_PORTAL": "0"}
    os.environ.update(said)
    let_input_methods_in()
    assert said.items() <= os.environ.items()
