from __future__ import annotations

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.cli.text_converter import TextConverter
from reader.cli.whole_text import text_of, whole_text
from reader.convert.choice import Engine
from reader.convert.converters import Converters
from reader.convert.longest_first import LongestFirst
from reader.convert.stream import Stream
from reader.model.script import Script

SIMPLIFIED = "清早，他用鼠标打开软件，看见头发花白的里长在公里碑后面。"
TAIWAN_WORDS = "清早，他用滑鼠開啟軟體，看見頭髮花白的里長在公里碑後面。"

CONVERTERS = Converters()

Jianfan = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Gives the program something to read."""

    def give(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return give


@pytest.fixture
def convert(stdin, capsysbinary) -> Callable[..., bytes]:
    """What is printed for a text on the standard input."""

    def run(content: bytes, *options: str) -> bytes:
        stdin(content)
        assert main(["convert", *options]) == 0
        return capsysbinary.readouterr().out

    return run


def test_standard_input_to_standard_output(jianfan: Jianfan):
    ended = jianfan("convert", "--to", "taiwan", "--regional-words", stdin=SIMPLIFIED.encode())
    assert (ended.returncode, ended.stderr, ended.stdout.decode()) == (0, b"", TAIWAN_WORDS)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "hz"])
def test_encodings_are_detected(convert, encoding: str):
    text = (SIMPLIFIED + "\r\n") * 3
    assert convert(text.encode(encoding), "--to", "zh-TW", "--regional-words").decode() == (TAIWAN_WORDS + "\r\n") * 3


def test_big5_becomes_simplified(convert):
    text = "後來他把頭髮剪短了，站在河邊等船。\n"
    assert convert((text * 3).encode("big5"), "--to", "zh-CN").decode() == "后来他把头发剪短了，站在河边等船。\n" * 3


@pytest.mark.parametrize(
    "text", ["", "\n", "\r\n\r\n　头发\r\n", "\n\n\n头发", "头\r发\r", "头\n\r\n\r\r\n发\u2028发\x0b发", " \t"]
)
@pytest.mark.parametrize("options", [("--to", "traditional"), ("--to", "simplified"), ("--config", "s2t")])
def test_line_ends_and_blanks_stay(convert, text: str, options: tuple[str, str]):
    shown = convert(text.encode(), *options).decode()
    blank = str.maketrans(dict.fromkeys("头发頭髮發", "x"))
    assert shown.translate(blank) == text.translate(blank)


@given(st.text(st.sampled_from("头发后里\n\r　後頭髮a😀\u2028"), max_size=60), st.sampled_from(["t2s", "s2t", "s2twp"]))
def test_strict_is_opencc_to_the_character(text: str, route: str):
    converter = TextConverter(Script.TRADITIONAL, route, engine=Engine.OPENCC)
    whole = text_of(text.encode(), "text")
    assert "".join(converter.convert(whole, whole.texts())) == CONVERTERS.named(route).convert(text)


@given(st.lists(st.sampled_from([SIMPLIFIED, "後來的頭髮與電腦軟體鬆開", "", "abc", "\r"]), max_size=8))
def test_segments_cover_source_and_result(lines: list[str]):
    text = "\n".join(lines)
    converter = TextConverter(Script.TAIWAN, has_regional_words=True)
    whole = text_of(text.encode(), "text")
    segments = list(converter.segments(whole, whole.texts()))
    assert "".join(one["source"] for one in segments) == text
    assert "".join(one["shown"] for one in segments) == "".join(converter.convert(whole, whole.texts()))
    assert all(text.startswith(one["source"], one["start"]) for one in segments)


def test_long_texts_are_read_in_pieces(tmp_path: Path):
    path = tmp_path / "long.txt"
    for end in ("\n", "\r", ""):
        text = ("头发花白的人在河边等船。" + end) * 60_000
        for encoding in ("utf-8", "gb18030", "utf-16-le"):
            path.write_bytes(text.encode(encoding))
            with whole_text(path) as whole:
                pieces = list(whole.pieces())
            assert len(pieces) > 1
            assert "".join(piece.text for piece in pieces) == text
            assert [piece.done for piece in pieces] == sorted({piece.done for piece in pieces})
            assert pieces[-1].done == 1


@given(st.text(st.sampled_from("头发后里\n\r後頭髮軟體"), max_size=60), st.integers(1, 9))
def test_where_pieces_end_makes_no_difference(text: str, length: int):
    whole = text_of(text.encode(), "text")
    converter = TextConverter(Script.TAIWAN, has_regional_words=True)
    pieces = [text[start : start + length] for start in range(0, len(text), length)]
    assert "".join(converter.convert(whole, pieces)) == "".join(converter.convert(whole, [text]))


def test_many_lines_are_converted_as_one_text():
    text = "头发花白的人在河边等船。\r" * 40_000
    whole = text_of(text.encode(), "text")
    converted = list(TextConverter(Script.TRADITIONAL, "s2t", engine=Engine.OPENCC).convert(whole, whole.texts()))
    assert len(converted) > 1
    assert "".join(converted) == CONVERTERS.named("s2t").convert(text)


def test_a_document_that_mixes_scripts_goes_line_by_line(convert):
    written = SIMPLIFIED + "\n皇后與里長後來鬆開頭髮，餘下的麵條還在鍋裡。\n" + SIMPLIFIED
    shown = convert(written.encode(), "--to", "taiwan", "--regional-words").decode().split("\n")
    assert shown == [TAIWAN_WORDS, "皇后與里長後來鬆開頭髮，餘下的麵條還在鍋裡。", TAIWAN_WORDS]
    # A configuration takes every line.
    expected = "".join(Stream("s2t", CONVERTERS, Engine.OPENCC).convert([written]))
    assert convert(written.encode(), "--config", "s2t.json", "--strict").decode() == expected


def test_the_source_can_be_said(convert):
    assert convert("后来的头发".encode(), "--to", "simplified", "--from", "traditional").decode() == "后来的头发"
    assert convert("皇后在里面".encode(), "--to", "traditional", "--from", "zh-Hans").decode() == "皇后在裏面"
    assert convert("皇后在里面".encode(), "--to", "traditional", "--from", "zh-Hant").decode() == "皇后在里面"


@pytest.mark.parametrize(
    ("name", "route"),
    [
        ("simplified", "t2s"), ("zh-Hans", "t2s"), ("zh-CN", "t2s"), ("traditional", "s2t"), ("zh-Hant", "s2t"),
        ("taiwan", "s2tw"), ("zh-TW", "s2tw"), ("zh-hant-tw", "s2tw"), ("hong-kong", "s2hk"), ("zh-HK", "s2hk"),
        ("zh-Hant-HK", "s2hk"),
    ],
)  # fmt: skip
def test_targets(convert, name: str, route: str):
    written = "头发在里面，台风来了，后来有人说裏面線"
    expected = CONVERTERS.named(route).convert(written)
    assert convert(written.encode(), "--to", name, "--strict").decode() == expected


def test_engines(convert):
    text = "亚裔的士兵看视频，用鼠标。"
    package = convert(text.encode(), "--config", "s2twp", "--engine", "opencc-python-reimplemented").decode()
    assert package == LongestFirst("s2twp").convert(text)
    strict = convert(text.encode(), "--config", "s2twp", "--engine", "opencc").decode()
    assert strict == convert(text.encode(), "--config", "s2twp", "--strict").decode()
    assert strict != convert(text.encode(), "--config", "s2twp").decode()


def test_words_of_ones_own(convert, tmp_path: Path):
    words = tmp_path / "words.txt"
    words.write_bytes("# mine\n视频\t視訊\n里长\n".encode("gb18030"))
    shown = convert("里长看视频".encode(), "--config", "s2twp", "--words", str(words)).decode()
    assert shown == "里长看視訊"


def test_out_is_written_whole_or_not_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    source, out = tmp_path / "in.txt", tmp_path / "out.txt"
    source.write_bytes(SIMPLIFIED.encode())
    out.write_text("before")
    assert main(["convert", "--to", "taiwan", "-o", str(out), str(tmp_path / "nothing.txt")]) == 1
    assert out.read_text() == "before"
    assert "There is no file" in capsys.readouterr().err
    assert main(["convert", "--to", "taiwan", "--regional-words", str(source), "-o", str(out)]) == 0
    assert out.read_text(encoding="utf-8") == TAIWAN_WORDS
    assert source.read_text(encoding="utf-8") == SIMPLIFIED
    assert sorted(tmp_path.iterdir()) == [source, out]
    assert capsys.readouterr() == ("", "")


def test_out_can_be_the_input(tmp_path: Path):
    path = tmp_path / "in.txt"
    path.write_bytes(SIMPLIFIED.encode("gb18030"))
    assert main(["convert", "--to", "taiwan", "--regional-words", str(path), "-o", str(path)]) == 0
    assert path.read_text(encoding="utf-8") == TAIWAN_WORDS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions, and links need a privilege")
def test_permissions_and_links_stay(tmp_path: Path):
    source, kept, link, new = (tmp_path / name for name in ("in.txt", "kept.txt", "link.txt", "new.txt"))
    source.write_text("头发", encoding="utf-8")
    kept.touch(0o640)
    kept.chmod(0o640)
    link.symlink_to(kept)
    mask = os.umask(0o022)
    try:
        assert main(["convert", str(source), "-o", str(link)]) == main(["convert", str(source), "-o", str(new)]) == 0
    finally:
        os.umask(mask)
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") == new.read_text(encoding="utf-8") == "頭髮"
    assert [stat.S_IMODE(path.stat().st_mode) for path in (kept, new)] == [0o640, 0o644]
    assert main(["convert", str(source), "-o", os.devnull]) == 0
    assert not Path(os.devnull).is_file()


def test_several_files_go_into_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("头发", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["convert", *map(str, paths), "-o", str(tmp_path / "out")])
    assert ended.value.code == 2
    (tmp_path / "out").mkdir()
    missing = str(tmp_path / "c.txt")
    assert main(["convert", str(paths[0]), missing, str(paths[1]), "-o", str(tmp_path / "out")]) == 1
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()} == {
        "a.txt": "頭髮",
        "b.txt": "頭髮",
    }
    assert missing in capsys.readouterr().err
    assert main(["convert", *map(str, paths)]) == 0
    assert capsys.readouterr().out == "頭髮頭髮"


def test_what_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "in.txt"
    path.write_text("头发", encoding="utf-8")
    assert main(["convert", str(path), "-o", str(tmp_path / "no" / "out.txt")]) == 1
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [
        ["--to", "klingon"], ["--config", "x2y"], ["--to", "taiwan", "--config", "s2t"],
        ["--from", "zh-TW", "--config", "s2t"],
        ["--config", "s2t", "--regional-words"], ["--strict", "--engine", "jianfan"], ["--engine", "none"],
    ],
)  # fmt: skip
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["convert", *options])
    assert ended.value.code == 2
    assert "usage: jianfan convert" in capsys.readouterr().err


def test_segments_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    path = tmp_path / "in.txt"
    path.write_text("\n用鼠标\n", encoding="utf-8")
    assert main(["convert", "--to", "taiwan", "--regional-words", "--json", str(path), str(tmp_path / "x")]) == 1
    found, lost = json.loads(capsys.readouterr().out)
    assert list(found) == list(lost) == ["path", "encoding", "script", "segments", "error"]
    assert [(one["start"], one["source"], one["shown"]) for one in found["segments"]] == [
        (0, "\n", "\n"), (1, "用", "用"), (2, "鼠标", "滑鼠"), (4, "\n", "\n"),
    ]  # fmt: skip
    assert found["segments"][2]["rules"][-1] == {"table": "TWPhrases", "word": "鼠標", "result": "滑鼠", "others": []}
    assert (found["script"], found["error"], lost["segments"]) == ("zh-Hans", None, [])
    assert str(tmp_path / "x") in lost["error"]
    out = tmp_path / "out.json"
    assert main(["convert", "--to", "taiwan", "--regional-words", "--json", str(path), "-o", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8")) == [found]


def test_markup_stays_and_what_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    page = tmp_path / "page.md"
    page.write_text("# 头发\n\n* *里面*\n", encoding="utf-8")
    assert main(["convert", "--to", "taiwan", str(page)]) == 0
    assert capsys.readouterr().out == "# 頭髮\n\n* *裡面*\n"
    page.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    assert main(["convert", str(page)]) == 1
    assert "is not a text" in capsys.readouterr().err


def test_a_page_stays_a_page_and_says_how_it_is_encoded(tmp_path: Path):
    page = tmp_path / "page.html"
    source = '<!DOCTYPE html>\r\n<html lang="zh"><meta http-equiv="Content-Type" content="text/html; charset={}">\r\n'
    body = "<p class='a'>{}</p>\r\n<!-- charset=gb2312 -->\r\n</html>"
    page.write_bytes((source.format("gb2312") + body.format(SIMPLIFIED)).encode("gb18030"))
    assert main(["convert", "--to", "taiwan", "--regional-words", str(page), "-o", str(page)]) == 0
    assert page.read_bytes().decode() == source.format("utf-8") + body.format(TAIWAN_WORDS)


def test_a_standard_input_that_fails_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    class Lost(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Lost())))
    assert main(["convert", "-o", str(tmp_path / "out.txt")]) == 1
    assert "“standard input” could not be read (Input/output error)" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "in.txt"
    path.write_text("头发\n" * 1000, encoding="utf-8")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["convert", str(path), "-o", str(tmp_path / "out.txt")]) == 0
    assert "100%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), "他說:“走…”，好"),
        (("--quotes", "region"), "他說:「走…」，好"),
        (("--quotes", "curved"), "他說:“走…”，好"),
        (("--quotes", "corner", "--full-width", "--long-marks"), "他說：「走……」，好"),
    ],
)
def test_punctuation_is_asked_for(convert, options: tuple[str, ...], shown: str):
    assert convert("他说:“走…”，好".encode(), "--to", "taiwan", *options).decode() == shown


def test_the_target_decides_its_quotation_marks(convert):
    assert convert("他說「好」".encode(), "--config", "tw2s", "--quotes", "region").decode() == "他说“好”"
    assert convert("他说“好”".encode(), "--config", "s2hk", "--quotes", "region").decode() == "他説「好」"


def test_own_words_go_with_every_engine(convert, tmp_path: Path):
    words = tmp_path / "words.txt"
    words.write_text("软件\t軟件\n", encoding="utf-8")
    options = ("--config", "s2twp", "--words", str(words), "--engine")
    for engine in Engine:
        assert convert("软件和鼠标".encode(), *options, engine.value).decode() == "軟件和滑鼠"
