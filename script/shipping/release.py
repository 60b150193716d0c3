"""Builds everything that people install on the present system."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from shipping.appdir import make_appdir
from shipping.archive import pack, sums
from shipping.debian import make_package
from shipping.identity import COMMAND, NAMES, PACKAGE, ROOT, VERSION
from shipping.licences import components
from shipping.sbom import bill_of_materials
from shipping.source_date import source_date


def build_bundle(target: Path, work: Path, is_one_file: bool = False) -> Path:
    """Build the bundle by ``build.spec``; the folder, or the one file. The same commit gives the same bytes.

    Args:
        target: the folder to put it into.
        work: a folder for what is written on the way. What lies there already is not used again.
        is_one_file: whether to build the file that unpacks itself, not the folder.
    """
    shutil.rmtree(work, ignore_errors=True)
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(int(source_date().timestamp())),
        "JIANFAN_ONEFILE": "1" if is_one_file else "0",
    }
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(target), "--workpath", str(work), str(ROOT / "build.spec")]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)
    name = f"{COMMAND}-onefile" if is_one_file else COMMAND
    return target / (f"{name}.exe" if is_one_file and sys.platform == "win32" else name)


def build_release(target: Path) -> Iterator[Path]:
    """Build the folder, the file, what holds them, the bill of materials and the sums; each when it is there.

    Args:
        target: the folder to put them into; emptied first.
    """
    shutil.rmtree(target, ignore_errors=True)
    work = target / "work"
    work.mkdir(parents=True)
    date = source_date()
    bundle = build_bundle(target, work / "folder")
    yield bundle
    label = f"{PACKAGE}-{VERSION}-{_system()}"
    # What each system unpacks by itself; on macOS, the folder is inside the application.
    released = [target / f"{label}.{'zip' if sys.platform == 'win32' else 'tar.xz'}"]
    application = f"{NAMES['']}.app"
    if sys.platform == "darwin":
        pack(target / application, released[0], application, date)
    else:
        pack(bundle, released[0], label, date)
    yield released[0]
    if sys.platform != "darwin":
        # What PyInstaller unpacks at each start, macOS would check anew each time.
        one = build_bundle(target, work / "file", is_one_file=True)
        released.append(one.rename(target / f"{label}-onefile{one.suffix}"))
        yield released[-1]
    inside = components(bundle)
    released.append(target / f"{label}.cdx.json")
    released[-1].write_text(bill_of_materials(inside, date), encoding="utf-8")
    yield released[-1]
    if sys.platform == "linux":
        appdir = target / f"{label}.AppDir"
        make_appdir(bundle, appdir, date)
        yield appdir
    if shutil.which("dpkg-deb"):
        released.append(make_package(bundle, work / "deb", target, inside, date))
        yield released[-1]
    (target / "SHA256SUMS").write_text(sums(released), encoding="utf-8")
    yield target / "SHA256SUMS"
    shutil.rmtree(work)


def _system() -> str:
    names = {"linux": "linux", "win32": "windows", "darwin": "macos"}
    return f"{names.get(sys.platform, sys.platform)}-{platform.machine().lower()}"
