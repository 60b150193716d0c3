"""Packages, archives and the bill of materials, made of a bundle that is small enough for a test."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shipping.appdir import make_appdir
from shipping.archive import digest, pack, sums
from shipping.debian import make_package
from shipping.elf import Needs, UnknownLibraryError, debian_packages, needs
from shipping.identity import IDENTIFIER, ROOT, VERSION
from shipping.licences import Component, UnknownLicenceError, components, native_libraries
from shipping.sbom import bill_of_materials
from shipping.source_date import source_date

DATE = datetime(2026, 11, 24, tzinfo=UTC)

needs_debian = pytest.mark.skipif(
    shutil.which("dpkg-deb") is None or shutil.which("objdump") is None, reason="no tools of Debian's here"
)


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A program that is a copy of one that is on every system, with a library of its own."""
    folder = tmp_path / "bundle"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", folder / "jianfan")
    (folder / "_internal" / "libz.so.1").write_bytes(b"no library at all")
    (folder / "_internal" / "libz.so").symlink_to("libz.so.1")
    return folder


@needs_debian
def test_a_package_has_everything_in_its_place(bundle: Path, tmp_path: Path) -> None:
    made = make_package(bundle, tmp_path / "work", tmp_path, [Component("zlib", "", "Zlib", "")], DATE)
    listed = subprocess.run(["dpkg-deb", "-c", str(made)], capture_output=True, text=True, check=True).stdout
    entries = {line.split()[5].removeprefix("."): line for line in listed.splitlines()}
    assert "/usr/bin/jianfan" in entries
    assert "-> ../lib/jianfan-reader/jianfan" in entries["/usr/bin/jianfan"]
    assert entries["/usr/lib/jianfan-reader/jianfan"].startswith("-rwxr-xr-x root/root")
    assert entries["/usr/share/bash-completion/completions/jianfan"].startswith("-rw-r--r--")
    for place in (
        f"applications/{IDENTIFIER}.desktop",
        f"metainfo/{IDENTIFIER}.metainfo.xml",
        f"icons/hicolor/48x48/apps/{IDENTIFIER}.png",
        f"icons/hicolor/scalable/apps/{IDENTIFIER}.svg",
        "man/man1/jianfan.1.gz",
        "zsh/vendor-completions/_jianfan",
        "fish/vendor_completions.d/jianfan.fish",
        "doc/jianfan-reader/copyright",
    ):
        assert entries[f"/usr/share/{place}"].startswith("-rw-r--r-- root/root"), place
    assert all("2026-11-24" in line for line in entries.values())
    fields = subprocess.run(["dpkg-deb", "-f", str(made)], capture_output=True, text=True, check=True).stdout
    assert re.search(r"^Depends: .*\blibc6 \(>= 2\.\d+\)", fields, re.MULTILINE)
    assert f"Version: {VERSION}-1" in fields


@needs_debian
def test_the_same_files_make_the_same_package(bundle: Path, tmp_path: Path) -> None:
    first = digest(make_package(bundle, tmp_path / "one", tmp_path, [], DATE))
    # As if it had been built elsewhere: other dates, other rights.
    for path in bundle.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (bundle / "jianfan").chmod(0o700)
    assert digest(make_package(bundle, tmp_path / "two", tmp_path, [], DATE)) == first


@needs_debian
def test_an_appdir_starts_the_program(bundle: Path, tmp_path: Path) -> None:
    appdir = tmp_path / "Reader.AppDir"
    make_appdir(bundle, appdir, DATE)
    subprocess.run([str(appdir / "AppRun")], check=True)
    assert (appdir / ".DirIcon").read_bytes().startswith(b"\x89PNG")
    assert (appdir / f"{IDENTIFIER}.desktop").exists()


@needs_debian
def test_a_library_that_nobody_has_is_no_dependency(bundle: Path) -> None:
    assert "libc.so.6" in needs(bundle).libraries
    (bundle / "_internal" / "libc.so.6").touch()
    assert "libc.so.6" not in needs(bundle).libraries
    shutil.copy(sys.executable, bundle / "python")
    listing = subprocess.run(["objdump", "-p", sys.executable], capture_output=True, text=True, check=True).stdout
    others = set(re.findall(r"NEEDED\s+(\S+)", listing)) & {"libpython3.11.so.1.0", "libexpat.so.1", "libz.so.1"}
    if "libpython3.11.so.1.0" in others:
        with pytest.raises(UnknownLibraryError, match="libpython"):
            needs(bundle)


def test_dependencies_have_the_versions_that_symbols_ask_for() -> None:
    wanted = Needs(
        frozenset({"libc.so.6", "libm.so.6", "libstdc++.so.6", "libglib-2.0.so.0"}),
        {"GLIBC": (2, 35), "GLIBCXX": (3, 4, 29)},
    )
    assert debian_packages(wanted) == ["libc6 (>= 2.35)", "libglib2.0-0t64 | libglib2.0-0", "libstdc++6 (>= 11)"]


def test_an_archive_is_of_nobody_and_of_one_date(bundle: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.tar.xz", tmp_path / "b.tar.xz"
    pack(bundle, first, "jianfan-1", DATE)
    os.utime(bundle / "jianfan", (1, 1))
    pack(bundle, second, "jianfan-1", DATE)
    assert digest(first) == digest(second)
    with tarfile.open(first) as tar:
        names = tar.getnames()
        assert names == sorted(names)
        assert {(entry.uid, entry.gid, entry.uname, entry.mtime) for entry in tar} == {(0, 0, "", DATE.timestamp())}


def test_windows_gets_an_archive_that_it_opens(bundle: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    pack(bundle, first, "jianfan-1", DATE)
    os.utime(bundle / "jianfan", (1, 1))
    pack(bundle, second, "jianfan-1", DATE)
    assert digest(first) == digest(second)
    with zipfile.ZipFile(first) as zipped:
        assert zipped.testzip() is None
        assert zipped.namelist() == sorted(zipped.namelist())
        assert zipped.read("jianfan-1/_internal/libz.so.1") == b"no library at all"


def test_the_readme_names_what_is_built() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    names = [f"jianfan-reader_{VERSION}-1_amd64.deb", f"{VERSION}-linux-x86_64.tar.xz", f"{VERSION}-windows-amd64.zip"]
    assert [name for name in names if name not in readme] == []
    assert set(re.findall(r"jianfan-reader[-_](\d[\d.]*\d)", readme)) == {VERSION}


def test_sums_are_those_of_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"")
    (tmp_path / "a").write_bytes(b"abc")
    assert sums([tmp_path / "b", tmp_path / "a"]) == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
    )


def test_the_sum_of_a_folder_is_of_all_that_is_in_it(bundle: Path) -> None:
    found = {digest(bundle)}
    (bundle / "jianfan").chmod(0o600)
    found.add(digest(bundle))
    (bundle / "_internal" / "libz.so").unlink()
    found.add(digest(bundle))
    (bundle / "_internal" / "libz.so.1").write_bytes(b"")
    found.add(digest(bundle))
    assert len(found) == 4


def test_every_package_and_library_is_in_the_bill(bundle: Path) -> None:
    bill = json.loads(bill_of_materials(components(bundle), DATE))
    by_name = {component["name"]: component for component in bill["components"]}
    assert by_name["lxml"]["version"] == version("lxml")
    assert by_name["lxml"]["purl"] == f"pkg:pypi/lxml@{version('lxml')}"
    assert by_name["zlib"]["licenses"] == [{"expression": "Zlib"}]
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", bill["serialNumber"])
    assert not [name for name in by_name if name.startswith("Libraries of the system")]
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(set(references)) == len(references)


@given(
    st.permutations([Component("B", "1", "MIT", "b"), Component("A b", "", "Zlib", ""), Component("C", "", "MIT", "")])
)
def test_the_order_makes_no_difference_to_the_bill(listed: list[Component]) -> None:
    assert bill_of_materials(listed, DATE) == bill_of_materials(sorted(listed, key=lambda one: one.name), DATE)


def test_a_library_that_nobody_knows_is_not_shipped() -> None:
    assert native_libraries(["libicudata.so.73", "libicuuc.so.73", "libQt6Core.so.6"]) == [
        ("ICU", "Unicode-DFS-2016"),
        ("Qt", "LGPL-3.0-only"),
    ]
    with pytest.raises(UnknownLicenceError, match="libgtk"):
        native_libraries(["libgtk-3.so.0"])


def test_the_date_is_that_of_the_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert source_date().timestamp() == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert source_date() == source_date()
