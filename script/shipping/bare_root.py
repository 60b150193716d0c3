"""Makes, and keeps for the next time, a Debian that holds nothing but what a list of packages asks for."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

#: Seconds for an archive to give some 150 MB.
_PATIENCE = 900

_TOOLS = ("debootstrap", "chroot", "unshare", "mount")


class NoBareRootError(Exception):
    """A bare root cannot be made or entered here; the text says why, for people."""


def check_privileges() -> None:
    """See whether a bare root could be entered at all.

    Raises:
        NoBareRootError: it could not.
    """
    absent = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if absent:
        raise NoBareRootError(f"{', '.join(absent)} not installed")
    if os.geteuid() != 0:
        raise NoBareRootError("only root may make one: run it with sudo")
    entered = subprocess.run(
        ["unshare", "--net", "--mount", "--pid", "--fork", "sh", "-c", "mount -t tmpfs tmpfs /mnt"],
        capture_output=True,
        text=True,
        check=False,
    )
    if entered.returncode:
        raise NoBareRootError(f"this container may not mount or unshare ({entered.stderr.strip()})")


def packed_root(dependencies: Iterable[str]) -> Path:
    """A root with those packages, packed; made from the archive that this machine installs from, or kept from before.

    Args:
        dependencies: as ``Depends`` lists them; of alternatives, the first that the archive has.

    Raises:
        NoBareRootError: the archive cannot be reached, or has not all of them.
    """
    suite = _suite()
    packages = sorted({_chosen(dependency) for dependency in dependencies})
    key = hashlib.sha256("\n".join([suite, platform.machine(), *packages]).encode()).hexdigest()[:16]
    packed = _cache() / f"bare-{suite}-{key}.tar"
    if packed.exists():
        return packed
    packed.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=packed.parent) as folder:
        root = Path(folder) / "root"
        command = ["debootstrap", "--variant=minbase", f"--include={','.join(packages)}", suite, str(root)]
        try:
            made = subprocess.run(
                [*command, _mirror(suite)], capture_output=True, text=True, check=False, timeout=_PATIENCE
            )
        except subprocess.TimeoutExpired as error:
            raise NoBareRootError(f"the archive {_mirror(suite)} does not answer") from error
        if made.returncode:
            raise NoBareRootError(f"debootstrap failed: {(made.stdout + made.stderr).strip()[-600:]}")
        _define_locale(root)
        shutil.rmtree(root / "var" / "cache" / "apt", ignore_errors=True)
        # Whole or not there at all, even if somebody pulls the plug.
        unfinished = Path(folder) / "root.tar"
        subprocess.run(
            ["tar", "--create", "--numeric-owner", "--one-file-system", "-f", str(unfinished), "-C", str(root), "."],
            check=True,
        )
        unfinished.replace(packed)
    return packed


def unpacked_root(packed: Path) -> Path:
    """A fresh copy of a root, in a folder that whoever asked for it removes."""
    root = Path(tempfile.mkdtemp(prefix="root-", dir=packed.parent))
    root.chmod(0o755)
    subprocess.run(["tar", "--extract", "--numeric-owner", "-p", "-f", str(packed), "-C", str(root)], check=True)
    return root


def _define_locale(root: Path) -> None:
    """Taiwan's, where the package of locales is among those that were asked for."""
    if (root / "usr" / "share" / "i18n" / "locales" / "zh_TW").exists():
        subprocess.run(
            ["chroot", str(root), "localedef", "-i", "zh_TW", "-f", "UTF-8", "zh_TW.UTF-8"],
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"},
            check=True,
        )


def _cache() -> Path:
    folder = os.environ.get("XDG_CACHE_HOME")
    return (Path(folder) if folder else Path.home() / ".cache") / "jianfan-reader"


def _suite() -> str:
    codename = platform.freedesktop_os_release().get("VERSION_CODENAME")
    if codename is None:
        raise NoBareRootError("this is neither a Debian nor an Ubuntu")
    return codename


def _mirror(suite: str) -> str:
    """The archive that this machine installs its own packages of the suite from."""
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME)", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    fitting = [line.split()[0] for line in listed if line.split()[-1:] == [suite]]
    return fitting[0] if fitting else "http://deb.debian.org/debian"


def _chosen(dependency: str) -> str:
    names = [alternative.split()[0] for alternative in dependency.split("|")]
    known = next(filter(_is_known, names), None)
    if known is None:
        # Images of containers come without the lists of what the archive has.
        subprocess.run(["apt-get", "update", "-qq"], capture_output=True, check=False)
        known = next(filter(_is_known, names), None)
    if known is None:
        raise NoBareRootError(f"the archive has none of {', '.join(names)}")
    return known


def _is_known(name: str) -> bool:
    """Whether the archive has a package, and not only others that ask for it."""
    command = ["apt-cache", "show", "--no-all-versions", name]
    shown = subprocess.run(command, capture_output=True, text=True, check=False)
    return shown.returncode == 0 and shown.stdout.startswith("Package:")
