"""What the program is called, to people and to systems."""

from __future__ import annotations

from pathlib import Path

from reader import __version__

#: The top of the source tree.
ROOT = Path(__file__).resolve().parents[2]

VERSION = __version__

#: The command, and the executable.
COMMAND = "jianfan"

#: The package, and the folders that the program keeps.
PACKAGE = "jianfan-reader"

#: By which desktops know it: name of the desktop entry (``QGuiApplication.desktopFileName``), identifier on macOS.
IDENTIFIER = "org.jianfan.reader"

PUBLISHER = "Jianfan Reader contributors"

#: By languages of the desktop, as freedesktop.org's files spell them; "" for everyone else.
NAMES = {"": "Jianfan Reader", "zh_TW": "簡繁讀", "zh_HK": "簡繁讀", "zh_CN": "简繁读"}

SUMMARIES = {
    "": "Read Chinese text in your own script",
    "zh_TW": "用自己的字讀中文",
    "zh_HK": "用自己的字讀中文",
    "zh_CN": "用自己的字读中文",
}

GENERIC_NAMES = {"": "Text Reader", "zh_TW": "文字閱讀器", "zh_HK": "文字閱讀器", "zh_CN": "文本阅读器"}

COPYRIGHT = "Apache-2.0"
