"""What a bundle changes in the environment for itself, and other programs must not inherit."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping

#: Where to find libraries. PyInstaller's executable keeps what was there before under a name with this behind it.
_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "LIBPATH")
_KEPT = "_ORIG"

#: Where Qt finds its plugins, which it has read by the time that the application stands.
_QT_PATHS = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH")


def give_back_environment(environment: MutableMapping[str, str] = os.environ) -> None:
    """Leave to programs that are started from now on what the desktop had, so that they load libraries of their own.

    Called when the application stands: what concerns this process was read before. Does nothing outside a bundle.
    """
    if not hasattr(sys, "_MEIPASS"):
        return
    for name in _LIBRARY_PATHS:
        before = environment.pop(name + _KEPT, None)
        if before is not None:
            environment[name] = before
        else:
            environment.pop(name, None)
    for name in _QT_PATHS:
        environment.pop(name, None)
