"""What Windows wants to know of an executable, and what registers the program for a user."""

from __future__ import annotations

import re

from shipping.file_types import FILE_TYPES
from shipping.identity import COMMAND, COPYRIGHT, IDENTIFIER, NAMES, PUBLISHER, SUMMARIES, VERSION


def version_numbers(version: str = VERSION) -> tuple[int, int, int, int]:
    """The four numbers that Windows compares: those of a version before any suffix, filled with 0."""
    numbers = [int(number) for number in re.findall(r"\d+", version.partition("+")[0])[:4]]
    first, second, third, fourth = (numbers + [0] * 4)[:4]
    return first, second, third, fourth


def version_resource() -> str:
    """The version resource, as PyInstaller reads it: English, in Unicode."""
    numbers = version_numbers()
    texts = {
        "CompanyName": PUBLISHER,
        "FileDescription": f"{NAMES['']} {NAMES['zh_TW']}",
        "FileVersion": VERSION,
        "InternalName": COMMAND,
        "LegalCopyright": COPYRIGHT,
        "OriginalFilename": f"{COMMAND}.exe",
        "ProductName": NAMES[""],
        "ProductVersion": VERSION,
        "Comments": SUMMARIES[""],
    }
    strings = ",\n        ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([
      StringTable('040904B0', [
        {strings}
      ])
    ]),
    VarFileInfo([VarStruct('Translation', [0x409, 1200])])
  ]
)
"""


def registration() -> str:
    """``register.cmd``: offers the program for its files to the user who runs it. Nothing is taken from another one."""
    kind = f"HKCU\\Software\\Classes\\{IDENTIFIER}"
    application = f"HKCU\\Software\\Classes\\Applications\\{COMMAND}.exe"
    able = f"HKCU\\Software\\{NAMES['']}\\Capabilities"
    lines = [
        "@echo off",
        f"rem Offers {NAMES['']} for the files that it opens, to the present user alone. Takes nothing from others.",
        "setlocal",
        f'set "program=%~dp0{COMMAND}.exe"',
        # Jumps, not brackets: those of a folder's name, as in "Program Files (x86)", would end a block.
        'if exist "%program%" goto found',
        f"echo There is no {COMMAND}.exe beside this file.",
        "exit /b 1",
        ":found",
        _added(kind, "", NAMES[""]),
        _added(f"{kind}\\DefaultIcon", "", '\\"%program%\\",0'),
        _added(f"{kind}\\shell\\open\\command", "", '\\"%program%\\" \\"%%1\\"'),
        _added(application, "FriendlyAppName", NAMES[""]),
        _added(f"{application}\\shell\\open\\command", "", '\\"%program%\\" \\"%%1\\"'),
        _added(able, "ApplicationName", NAMES[""]),
        _added(able, "ApplicationDescription", SUMMARIES[""]),
    ]
    for suffix in _suffixes():
        lines.append(_added(f"{application}\\SupportedTypes", suffix, ""))
        lines.append(_added(f"{able}\\FileAssociations", suffix, IDENTIFIER))
        lines.append(_added(f"HKCU\\Software\\Classes\\{suffix}\\OpenWithProgids", IDENTIFIER, ""))
    lines.append(_added("HKCU\\Software\\RegisteredApplications", NAMES[""], able.removeprefix("HKCU\\")))
    lines += ["exit /b 0", ":failed", "echo The registry could not be written to.", "exit /b 1"]
    return _script(lines)


def unregistration() -> str:
    """``unregister.cmd``: removes all that ``register.cmd`` wrote, and nothing else."""
    keys = (
        f"HKCU\\Software\\Classes\\{IDENTIFIER}",
        f"HKCU\\Software\\Classes\\Applications\\{COMMAND}.exe",
        f"HKCU\\Software\\{NAMES['']}",
    )
    lines = [
        "@echo off",
        f"rem Removes what register.cmd wrote for {NAMES['']}.",
        *(_removed(f"HKCU\\Software\\Classes\\{suffix}\\OpenWithProgids", IDENTIFIER) for suffix in _suffixes()),
        *(_removed(key) for key in keys),
        _removed("HKCU\\Software\\RegisteredApplications", NAMES[""]),
        "exit /b 0",
    ]
    return _script(lines)


def _suffixes() -> list[str]:
    return [suffix for kind in FILE_TYPES for suffix in kind.suffixes]


def _added(key: str, name: str, value: str) -> str:
    named = f'/v "{name}"' if name else "/ve"
    return f'reg add "{key}" {named} /d "{value}" /f >nul\r\nif errorlevel 1 goto failed'


def _removed(key: str, name: str = "") -> str:
    named = f' /v "{name}"' if name else ""
    return f'reg delete "{key}"{named} /f >nul 2>&1'


def _script(lines: list[str]) -> str:
    return "".join(f"{line}\r\n" for line in lines)
