"""Builds the program and tries it out as people get it: ``python -m shipping.acceptance [--where-possible] [FOLDER]``.

On the machine that builds it, always; and as an installed package in a bare root, without a network, where there is one
to be had. Ends with 0 if all of that went well, with 1 if something did not, with 3 if the bare root was not to be had;
with ``--where-possible``, that is said and counts as 0.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from shipping.archive import digest
from shipping.bare_root import NoBareRootError, check_privileges, packed_root
from shipping.commands_run import run_commands
from shipping.debian import FONTS, dependencies, make_package
from shipping.identity import COMMAND, PACKAGE, ROOT
from shipping.licences import components
from shipping.places import USER, BareRoot, Here, Place
from shipping.release import build_bundle
from shipping.scenario import UnexpectedError, read_twice
from shipping.source_date import source_date

#: Data without which some of what is tried cannot be: Chinese glyphs, and Taiwan's locale.
_WITH = (FONTS, "locales")
_LANGUAGES = ("C", "zh_TW.UTF-8")
_NOT_TO_BE_HAD = 3


def main() -> int:
    """Try everything; the exit status."""
    parser = argparse.ArgumentParser(prog="script/test --package", description=__doc__)
    parser.add_argument("--where-possible", action="store_true", help="the lack of a bare root is no failure")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "dist" / "acceptance", help="for what is built")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    try:
        for line in _everything(asked.folder):
            print(f"  {line}", flush=True)
    except (UnexpectedError, TimeoutError) as error:
        print(f"FAILED: {error}\nPictures lie in {asked.folder}.", file=sys.stderr)
        return 1
    except NoBareRootError as error:
        print(f"NOT TRIED in a bare root: {error}.", file=sys.stderr)
        print("The bundle itself was built and passed on this machine.", file=sys.stderr)
        return 0 if asked.where_possible else _NOT_TO_BE_HAD
    return 0


def _everything(folder: Path) -> Iterator[str]:
    print("Building", flush=True)
    bundle = build_bundle(folder, folder / "work")
    yield f"{bundle}: {_size(bundle):.1f} MB, sha256 {digest(bundle)}"
    with Here(bundle / COMMAND) as here:
        yield from _tried(here, folder, _LANGUAGES[1:])
    one = build_bundle(folder, folder / "work", is_one_file=True)
    yield f"{one}: {_size(one):.1f} MB"
    with Here(one, "this machine from one file") as here:
        yield from _tried(here, folder, _LANGUAGES[1:])
    check_privileges()
    depends = dependencies(bundle)
    packed = packed_root([*depends, *_WITH])
    with tempfile.TemporaryDirectory() as work:
        package = make_package(bundle, Path(work) / "deb", folder, components(bundle), source_date())
    yield f"{package}: {_size(package):.1f} MB, depends on {', '.join(depends)}"
    with BareRoot(packed, package) as root:
        yield from _isolated(root)
        yield from _tried(root, folder, _LANGUAGES)
        installed = root.files() - root.before
        root.remove()
        left = root.files() - root.before
    if left or not installed:
        raise UnexpectedError(f"of {len(installed)} files, the removed package leaves {sorted(left)[:9]}")
    yield f"of {len(installed)} files and folders, the removed package left none"


def _tried(place: Place, folder: Path, languages: tuple[str, ...]) -> Iterator[str]:
    for language in languages:
        print(f"In {place.name}, LANG={language}", flush=True)
        yield from run_commands(place, language)
        yield from read_twice(place, language, folder)


def _isolated(root: BareRoot) -> Iterator[str]:
    """That there is no network, no writing into the program's folder, and no rights."""
    tried = f"id -u; tail -n +3 /proc/net/dev; touch /usr/lib/{PACKAGE}/x 2>/dev/null && echo written"
    process = root.run(["/bin/sh", "-c", tried], {})
    out, _ = process.communicate(timeout=60)
    user, *devices = out.decode().split("\n")[:-1]
    # The loopback device is in every namespace, and down in a new one.
    if user != str(USER) or [device.split(":")[0].strip() for device in devices] != ["lo"]:
        raise UnexpectedError(f"the bare root is not closed: {out.decode()}")
    yield "no way to any network, an ordinary user, the program's folder read-only"


def _size(path: Path) -> float:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if not each.is_symlink()]
    return sum(each.stat().st_size for each in files if each.is_file()) / (1 << 20)


if __name__ == "__main__":
    sys.exit(main())
