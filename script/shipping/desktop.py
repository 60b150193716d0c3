"""What Linux desktops are told: the entry of their menus, and the page of their software centres."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from shipping.file_types import MIME_TYPES
from shipping.identity import COMMAND, GENERIC_NAMES, IDENTIFIER, NAMES, PACKAGE, PUBLISHER, SUMMARIES, VERSION

_KEYWORDS = {
    "": ("Chinese", "reader", "text", "ebook", "traditional", "simplified"),
    "zh_TW": ("中文", "閱讀", "小說", "電子書", "繁體", "簡體", "轉換"),
    "zh_HK": ("中文", "閱讀", "小說", "電子書", "繁體", "簡體", "轉換"),
    "zh_CN": ("中文", "阅读", "小说", "电子书", "繁体", "简体", "转换"),
}

#: Paragraphs of the page, and then what it lists.
_DESCRIPTIONS = {
    "": (
        "Reads Chinese text in the script that you are at home in: Simplified, or Traditional as in Taiwan or Hong "
        "Kong, with the words of the region if you like. Nothing moves when you switch.",
        "Opens text of any size in any Chinese encoding, EPUB, DOCX, saved web pages, Markdown, FictionBook and PDF "
        "with text, and remembers the place in each file. Works without any network.",
        (
            "An outline of headings and paragraphs that filters as you type",
            "Words in colour, in whatever script they are written",
            "Light, sepia and dark pages",
        ),
    ),
    "zh_TW": (
        "用您習慣的字讀中文：簡體，或者臺灣、香港的繁體，也可以換成當地的用語。切換時畫面不會移動。",
        "開啟任何大小、任何中文編碼的純文字檔，以及 EPUB、DOCX、儲存的網頁、Markdown、FictionBook 和含文字的 "
        "PDF，並記住每個檔案讀到哪裡。完全不需要網路。",
        ("標題與段落的大綱，輸入文字即可篩選", "為詞語上色，不論寫成哪種字", "淺色、米黃與深色頁面"),
    ),
    "zh_HK": (
        "用你習慣的字讀中文：簡體，或者香港、臺灣的繁體，也可以換成當地的用語。切換時畫面不會移動。",
        "開啟任何大小、任何中文編碼的純文字檔，以及 EPUB、DOCX、儲存的網頁、Markdown、FictionBook 和含文字的 "
        "PDF，並記住每個檔案讀到哪裡。完全不需要網絡。",
        ("標題與段落的大綱，輸入文字即可篩選", "為詞語上色，不論寫成哪種字", "淺色、米黃與深色頁面"),
    ),
    "zh_CN": (
        "用您习惯的字读中文：简体，或者台湾、香港的繁体，也可以换成当地的用语。切换时画面不会移动。",
        "打开任何大小、任何中文编码的纯文本文件，以及 EPUB、DOCX、保存的网页、Markdown、FictionBook 和含文字的 "
        "PDF，并记住每个文件读到哪里。完全不需要网络。",
        ("标题与段落的大纲，输入文字即可筛选", "为词语着色，不论写成哪种字", "浅色、米黄与深色页面"),
    ),
}


def desktop_entry(command: str = COMMAND) -> str:
    """``org.jianfan.reader.desktop`` (Desktop Entry Specification; 1.0 is what all desktops of today check).

    Args:
        command: what starts the program; quoted here where it has to be.
    """
    lines = [
        "[Desktop Entry]",
        "Version=1.0",
        "Type=Application",
        *_localized("Name", NAMES),
        *_localized("GenericName", GENERIC_NAMES),
        *_localized("Comment", SUMMARIES),
        *_localized("Keywords", {language: _listed(words) for language, words in _KEYWORDS.items()}),
        f"Exec={_quoted(command)} %f",
        f"Icon={IDENTIFIER}",
        "Terminal=false",
        "StartupNotify=true",
        # What X11 calls the window's class, which Qt takes from the program's name.
        f"StartupWMClass={PACKAGE}",
        "Categories=Office;Viewer;",
        f"MimeType={_listed(MIME_TYPES)}",
    ]
    return "\n".join(lines) + "\n"


def metainfo(released: datetime) -> str:
    """``org.jianfan.reader.metainfo.xml`` (AppStream 1.0).

    Args:
        released: when this version was.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<component type="desktop-application">',
        f"  <id>{IDENTIFIER}</id>",
        "  <metadata_license>CC0-1.0</metadata_license>",
        "  <project_license>Apache-2.0</project_license>",
        *_elements("name", NAMES),
        *_elements("summary", SUMMARIES),
        f"  <developer_name>{escape(PUBLISHER)}</developer_name>",
        "  <description>",
        *_paragraphs(),
        "  </description>",
        f'  <launchable type="desktop-id">{IDENTIFIER}.desktop</launchable>',
        f'  <icon type="stock">{IDENTIFIER}</icon>',
        "  <categories>",
        "    <category>Office</category>",
        "    <category>Viewer</category>",
        "  </categories>",
        "  <provides>",
        f"    <binary>{COMMAND}</binary>",
        *(f"    <mediatype>{escape(mime)}</mediatype>" for mime in MIME_TYPES),
        "  </provides>",
        "  <supports>",
        "    <control>keyboard</control>",
        "    <control>pointing</control>",
        "    <internet>offline-only</internet>",
        "  </supports>",
        '  <content_rating type="oars-1.1"/>',
        "  <releases>",
        f'    <release version="{escape(VERSION)}" date="{released.astimezone(UTC).date().isoformat()}"/>',
        "  </releases>",
        "</component>",
    ]
    return "\n".join(lines) + "\n"


def _localized(key: str, values: Mapping[str, str]) -> list[str]:
    return [f"{key}[{language}]={value}" if language else f"{key}={value}" for language, value in values.items()]


def _listed(words: tuple[str, ...]) -> str:
    return "".join(f"{word};" for word in words)


def _quoted(command: str) -> str:
    """An argument of ``Exec``, between quotes where it has anything but plain characters."""
    if all(character.isalnum() or character in "/._-+" for character in command):
        return command
    for character in '\\"`$':
        command = command.replace(character, f"\\{character}")
    # Once for the argument, once for the value of the key; and % begins a field.
    return '"' + command.replace("\\", "\\\\").replace("%", "%%") + '"'


def _lang(language: str) -> str:
    return f" xml:lang={quoteattr(language.replace('_', '-'))}" if language else ""


def _elements(name: str, texts: Mapping[str, str]) -> list[str]:
    return [f"  <{name}{_lang(language)}>{escape(text)}</{name}>" for language, text in texts.items()]


def _paragraphs() -> list[str]:
    """Each paragraph in all languages, then each item: AppStream wants translations side by side."""
    made = []
    for place in (0, 1):
        made += [f"    <p{_lang(language)}>{escape(str(told[place]))}</p>" for language, told in _DESCRIPTIONS.items()]
    made.append("    <ul>")
    for place in range(len(_DESCRIPTIONS[""][2])):
        made += [
            f"      <li{_lang(language)}>{escape(told[2][place])}</li>" for language, told in _DESCRIPTIONS.items()
        ]
    return [*made, "    </ul>"]
