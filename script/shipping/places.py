"""Where the built program is tried out: on the machine that built it, or in a system that has nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from shipping.bare_root import unpacked_root
from shipping.identity import COMMAND, PACKAGE

#: The user of a bare root, who may do nothing but read and write at home.
USER = 1000

#: What a program is told of its surroundings, beside what the place says.
_PATH = "/usr/bin:/bin"


class Place(Protocol):
    """A system with a user.

    Attributes:
        name: for people.
        home: the user's folder, as the program sees it.
    """

    name: str
    home: str

    def outside(self, path: str) -> Path:
        """Where a path that the program sees lies for whoever watches it."""
        ...

    def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the program as the user, its output in pipes."""
        ...


class Here:
    """The machine that built the bundle; a home of its own, nothing else changed."""

    def __init__(self, program: Path, name: str = "this machine") -> None:
        self.name = name
        self._program = program
        self._folder = tempfile.TemporaryDirectory(prefix="reader")
        self.home = self._folder.name

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def outside(self, path: str) -> Path:
        """The same path."""
        return Path(path)

    def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the program with nothing in its environment but what is given."""
        told = {"PATH": _PATH, "HOME": self.home, **environment}
        return subprocess.Popen(
            [str(self._program), *arguments], env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=self.home
        )


#: In namespaces of its own: no network, no other processes, the program's folder not to be written.
_ENTER = """
set -e
root="$1" user="$2" program="$3"; shift 3
mount --make-rprivate /
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
mount --bind "$root$program" "$root$program"
mount -o remount,bind,ro "$root$program"
exec chroot --userspec="$user:$user" "$root" /usr/bin/env -i "$@"
"""


class BareRoot:
    """A Debian that has nothing but what its package asks for, with the package installed, as a context manager.

    Attributes:
        root: the folder that it lies in.
        before: its files before the package was installed.
    """

    name = "a bare root"
    home = "/home/reader"

    def __init__(self, packed: Path, package: Path) -> None:
        self._package = package
        self.root = unpacked_root(packed)
        self.before = self.files()
        self.outside(self.home).mkdir(parents=True)
        os.chown(self.outside(self.home), USER, USER)

    def __enter__(self) -> BareRoot:
        shutil.copy(self._package, self.root / "package.deb")
        self._chroot("dpkg", "--install", "/package.deb")
        (self.root / "package.deb").unlink()
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.root)

    def outside(self, path: str) -> Path:
        """The path below the root's folder."""
        return self.root / path.lstrip("/")

    def start(self, arguments: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start the installed command as an ordinary user without a network, its folder read-only."""
        return self.run([f"/usr/bin/{COMMAND}", *arguments], environment)

    def run(self, command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
        """Start any command in the same way."""
        told = [f"{name}={value}" for name, value in {"PATH": _PATH, "HOME": self.home, **environment}.items()]
        return subprocess.Popen(
            [
                *("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--", "sh", "-c", _ENTER, "enter"),
                *(str(self.root), str(USER), f"/usr/lib/{PACKAGE}", *told, *command),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def files(self) -> set[str]:
        """Everything in the root but the user's files, and what the system notes down of its own work."""
        kept = ("var/lib/dpkg/", "var/log/", "var/cache/", "home/", "dev/", "proc/", "tmp/")
        every = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*"))
        return {path for path in every if not path.startswith(kept)}

    def remove(self) -> None:
        """Remove the package as the system does."""
        self._chroot("dpkg", "--purge", PACKAGE)

    def _chroot(self, *command: str) -> None:
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
        subprocess.run(["chroot", str(self.root), *command], env=environment, check=True, stdout=subprocess.DEVNULL)
