"""What Linux desktops are told, checked by their own tools where those are at hand."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reader.ui.application import ReaderApplication
from shipping.desktop import desktop_entry, metainfo
from shipping.file_types import MIME_TYPES
from shipping.identity import IDENTIFIER, VERSION

DATE = datetime(2026, 11, 24, tzinfo=UTC)


def _entry(text: str) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(delimiters="=", strict=True)
    parser.optionxform = str
    parser.read_string(text)
    return parser["Desktop Entry"]


def test_the_entry_opens_one_file_of_every_kind() -> None:
    entry = _entry(desktop_entry())
    assert entry["Exec"] == "jianfan %f"
    assert entry["MimeType"].split(";")[:-1] == list(MIME_TYPES)
    assert entry["Name[zh_TW]"] == "簡繁讀"


def test_a_command_with_odd_characters_is_quoted() -> None:
    assert _entry(desktop_entry("/opt/my $dir/100%/jianfan"))["Exec"] == '"/opt/my \\\\$dir/100%%/jianfan" %f'


def test_the_window_says_to_which_entry_it_belongs(qapp: ReaderApplication) -> None:
    assert qapp.desktopFileName() == IDENTIFIER
    program = "from reader.ui.application import ReaderApplication as A; print(A(['x']).applicationName(), end='')"
    asked = [sys.executable, "-c", program]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    name = subprocess.run(asked, env=environment, capture_output=True, text=True, check=True).stdout
    assert _entry(desktop_entry())["StartupWMClass"] == name


def test_the_page_has_every_text_in_every_language() -> None:
    page = ElementTree.fromstring(metainfo(DATE))
    assert page.findtext("id") == IDENTIFIER
    release = page.find("releases/release")
    assert release is not None
    assert (release.get("version"), release.get("date")) == (VERSION, "2026-11-24")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for place in ("name", "summary", "description/p", "description/ul/li"):
        languages = [element.get(language) for element in page.findall(place)]
        for each in (None, "zh-TW", "zh-HK", "zh-CN"):
            assert languages.count(each) == len(languages) / 4


@pytest.mark.parametrize(
    ("tool", "options", "text"),
    [
        ("desktop-file-validate", [], desktop_entry()),
        ("appstreamcli", ["validate", "--pedantic", "--no-net"], metainfo(DATE)),
    ],
)
def test_the_distributions_tools_accept_it(tmp_path: Path, tool: str, options: list[str], text: str) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"no {tool} here")
    file = tmp_path / f"{IDENTIFIER}.{'desktop' if tool.startswith('desktop') else 'metainfo.xml'}"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run([tool, *options, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    if tool.startswith("desktop"):
        assert done.stdout == ""
