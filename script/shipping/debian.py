"""The package for Debian and Ubuntu, made by ``dpkg-deb``."""

from __future__ import annotations

import gzip
import os
import subprocess
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from pathlib import Path

from shipping.elf import debian_packages, needs
from shipping.identity import COMMAND, PACKAGE, PUBLISHER, SUMMARIES, VERSION
from shipping.licences import Component
from shipping.tree import lay_out, set_modes

#: Without one of them, Chinese is empty boxes. A desktop of a Chinese reader has one, which need not be a package.
FONTS = "fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei | fonts-arphic-uming"

#: What is looked up by name, beside the libraries that files of the bundle name: the layouts of keyboards, and the
#: machine's identity, without which libdbus ends every program that asks the desktop anything. The package makes one.
_LOOKED_UP = ("dbus", "xkb-data")

_VERSION = f"{VERSION}-1"

#: Debian wants an address; the project has none.
_MAINTAINER = f"{PUBLISHER} <jianfan-reader@localhost>"

_DESCRIPTION = """\
 Opens text of any size in any Chinese encoding, EPUB, DOCX, saved web pages,
 Markdown, FictionBook and PDF with text, and shows it in Simplified or
 Traditional script, with an outline and with words of your choice in colour.
 Works without any network.
"""

#: What lintian would say of every program that brings its own Python and Qt, and of one without an address.
_OVERRIDES = (
    "bogus-mail-host",
    "bogus-mail-host-in-debian-changelog",
    "custom-library-search-path",
    "embedded-library",
    "hardening-no-pie",
    "initial-upload-closes-no-bugs",
    "library-not-linked-against-libc",
    "shared-library-lacks-prerequisites",
)


def dependencies(bundle: Path) -> list[str]:
    """What ``Depends`` names: exactly what the files of the bundle need and do not bring."""
    return sorted([*debian_packages(needs(bundle)), *_LOOKED_UP])


def make_package(bundle: Path, work: Path, target: Path, components: Iterable[Component], date: datetime) -> Path:
    """The package.

    Args:
        bundle: the folder that ``build.spec`` made.
        work: an empty folder, or none yet.
        target: the folder to put the package into.
        components: what is inside, for the file of copyrights.
        date: of the release.
    """
    lay_out(bundle, work, date)
    share = work / "usr" / "share"
    (share / "doc" / PACKAGE / "copyright").write_text(_copyright(components), encoding="utf-8")
    (share / "lintian" / "overrides").mkdir(parents=True)
    (share / "doc" / PACKAGE / "changelog.Debian.gz").write_bytes(gzip.compress(_changes(date).encode(), mtime=0))
    overrides = "".join(f"{PACKAGE}: {tag}\n" for tag in _OVERRIDES)
    (share / "lintian" / "overrides" / PACKAGE).write_text(overrides, encoding="ascii")
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    size = sum(path.lstat().st_size for path in work.rglob("*") if not path.is_dir()) // 1024
    control = work / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(architecture, size, dependencies(bundle)), encoding="utf-8")
    set_modes(work, date)
    package = target / f"{PACKAGE}_{_VERSION}_{architecture}.deb"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(int(date.timestamp())), "DPKG_DEB_THREADS_MAX": "1"}
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(work), str(package)],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return package


def _control(architecture: str, size: int, depends: Iterable[str]) -> str:
    return (
        f"Package: {PACKAGE}\n"
        f"Version: {_VERSION}\n"
        f"Architecture: {architecture}\n"
        f"Maintainer: {_MAINTAINER}\n"
        f"Installed-Size: {size}\n"
        f"Depends: {', '.join(depends)}\n"
        f"Recommends: {FONTS}\n"
        "Section: text\n"
        "Priority: optional\n"
        f"Description: {SUMMARIES[''][:1].lower()}{SUMMARIES[''][1:]}\n"
        f"{_DESCRIPTION}"
    )


def _changes(date: datetime) -> str:
    return (
        f"{PACKAGE} ({_VERSION}) unstable; urgency=medium\n\n"
        f"  * Version {VERSION}. What is new stands in changelog.gz.\n\n"
        f" -- {_MAINTAINER}  {format_datetime(date)}\n"
    )


def _copyright(components: Iterable[Component]) -> str:
    """In Debian's form for programs to read (DEP-5), with what lies where the texts of the licences do."""
    inside = "".join(f"  {component.name}: {component.licence}\n" for component in components)
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        f"Upstream-Name: {PACKAGE}\n"
        "Comment:\n"
        " The package brings parts that others made. The texts of all licences lie in\n"
        f" /usr/lib/{PACKAGE}/_internal/resources/licenses, and can be read in the\n"
        f" program ({COMMAND}, menu, About). What is inside:\n"
        f"{inside}"
        "\n"
        "Files: *\n"
        f"Copyright: {PUBLISHER}\n"
        "License: Apache-2.0\n"
        " On Debian systems, the full text of the Apache License 2.0 is in\n"
        " /usr/share/common-licenses/Apache-2.0.\n"
    )
