"""What every test stands on: no screen, a home of its own, and the sample texts where they are at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("reader", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reader")


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes what belongs to whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    os.environ["HOME"] = str(home)
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The program's own application, for pytest-qt. Loaded here, so that the core is tested without Qt."""
    from reader.ui.application import ReaderApplication

    return ReaderApplication


@pytest.fixture(scope="session")
def samples() -> Path:
    """Real texts that stand beside the repository on the machines of those who work on it."""
    folder = Path(__file__).resolve().parents[2] / "shared" / "samples"
    if not folder.is_dir():
        pytest.skip("no samples beside the repository")
    return folder
