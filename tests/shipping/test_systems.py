"""What Windows and macOS are told of the program."""

from __future__ import annotations

import plistlib
import re

from PyInstaller.utils.win32 import winmanifest

from reader import __version__
from reader.formats.format_table import SUFFIXES
from shipping.file_types import FILE_TYPES, MIME_TYPES
from shipping.macos import information
from shipping.windows import registration, unregistration, version_numbers, version_resource


def test_every_format_is_a_file_type() -> None:
    listed = [suffix for kind in FILE_TYPES for suffix in kind.suffixes]
    assert sorted(listed) == sorted(SUFFIXES)
    assert len(set(MIME_TYPES)) == len(MIME_TYPES)


def test_versions_become_four_numbers() -> None:
    assert version_numbers("1.2.3") == (1, 2, 3, 0)
    assert version_numbers("1.2rc4") == (1, 2, 4, 0)
    assert version_numbers("1.2.3.4.5+local7") == (1, 2, 3, 4)


def test_the_version_resource_is_one_for_pyinstaller() -> None:
    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    calls = {name: lambda *given, name=name, **named: (name, given, named) for name in names}
    name, _, named = eval(version_resource(), calls)
    assert name == "VSVersionInfo"
    (_, (tables,), _), _ = named["kids"]
    texts = dict(given for _, given, _ in tables[0][1][1])
    assert texts["ProductVersion"] == __version__
    assert texts["OriginalFilename"] == "jianfan.exe"


def test_pyinstallers_manifest_takes_long_paths() -> None:
    manifest = winmanifest.create_application_manifest(None, False, False)
    assert re.search(rb"<longPathAware[^>]*>true<", manifest)


def test_windows_forgets_whatever_it_was_told() -> None:
    told, forgotten = registration(), unregistration()
    assert told.isascii()
    assert told.count("\r\n") == told.count("\n")
    deleted = re.findall(r'reg delete "([^"]+)"(?: /v "([^"]+)")?', forgotten)
    keys = [key for key, name in deleted if not name]
    values = {(key, name) for key, name in deleted if name}
    for key, name in re.findall(r'reg add "([^"]+)" (?:/v "([^"]*)"|/ve)', told):
        assert (key, name) in values or any(f"{key}\\".startswith(f"{gone}\\") for gone in keys), key
        # Nor does an empty key stay behind that bears its name.
        created = [key[:end] for end in range(len(key)) if key[end] == "\\"] + [key]
        own = [each for each in created if "jianfan" in each.lower()]
        assert all(any(f"{each}\\".startswith(f"{gone}\\") for gone in keys) for each in own), own
    # A key that others write to, too, is never deleted.
    assert all("jianfan" in key.lower() for key in keys)


def test_macos_gets_a_property_list() -> None:
    made = plistlib.loads(plistlib.dumps(information()))
    assert made["CFBundleVersion"] == __version__
    types = {kind for entry in made["CFBundleDocumentTypes"] for kind in entry["LSItemContentTypes"]}
    assert {"public.plain-text", "org.idpf.epub-container"} <= types
    assert not [kind for kind in made["UTImportedTypeDeclarations"] if kind["UTTypeIdentifier"].startswith("public.")]
