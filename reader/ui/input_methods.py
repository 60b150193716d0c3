"""Lets the input methods of the desktop in, without which nobody can type Chinese."""

from __future__ import annotations

import os
import shutil


def let_input_methods_in() -> None:
    """Tell Qt where to look for them, before there is an application; what the reader has said about it stays.

    Qt brings no plugin of fcitx: where the desktop asks for it and nothing else, nothing but the keyboard would be
    heard. Its plugin of IBus speaks to fcitx, too, as fcitx answers to IBus's names. That plugin gives up where the
    program ``ibus-daemon`` is not installed, unless it is told to use the portal, which fcitx and IBus both have.
    Under Wayland, the desktop itself is asked first.
    """
    os.environ.setdefault("QT_IM_MODULES", "wayland;fcitx;ibus")
    if shutil.which("ibus-daemon") is None:
        os.environ.setdefault("IBUS_USE_PORTAL", "1")
