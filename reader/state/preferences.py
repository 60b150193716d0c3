"""The owner of the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.errors import StoreError
from reader.state.settings import Settings
from reader.store.settings import StoredSettings


class Preferences(QObject):
    """Keeps the settings, and remembers every change at once.

    Signals:
        changed: the settings are others.
        failed: a ``StoreError``; a change holds for this run only.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, stored: StoredSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stored = stored
        try:
            self._settings = Settings.from_stored(stored.load())
        except StoreError:
            self._settings = Settings()

    @property
    def settings(self) -> Settings:
        """What the reader has chosen."""
        return self._settings

    def set(self, name: str, value: Any) -> None:  # noqa: ANN401 (as in Settings.changed)
        """Change one setting.

        Raises:
            TypeError: no setting has this name.
        """
        self._take(self._settings.changed(name, value))

    def reset(self, names: Iterable[str]) -> None:
        """Let some settings have their defaults again."""
        defaults = Settings()
        self._take(replace(self._settings, **{name: getattr(defaults, name) for name in names}))

    def _take(self, settings: Settings) -> None:
        before, stored = self._settings.to_stored(), settings.to_stored()
        changed = {name: value for name, value in stored.items() if value != before[name]}
        if not changed:
            return
        self._settings = settings
        self.changed.emit()
        try:
            self._stored.save(changed)
        except StoreError as error:
            self.failed.emit(error)
