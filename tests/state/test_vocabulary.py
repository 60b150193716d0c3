"""What the reader said about words holds at once, and the next time."""

from __future__ import annotations

import pytest

from reader.convert.words import OwnWords
from reader.errors import StoreError, UnreadableFile
from reader.model.own_word import OwnWord, PlaceChoice
from reader.model.position import Position
from reader.model.script import Script
from reader.state.vocabulary import Vocabulary
from reader.state.word_files import read_words, save_words

TW = Script.TAIWAN
TEXT = "第一行没有。\n云朵在软件里。\n软件在云朵那里。\n"


@pytest.fixture
def vocabulary(store, runner) -> Vocabulary:
    return Vocabulary(store.own_words)


def shown(session) -> str:
    document, lines, block = session.document, [], session.document.block_at(0)
    while block is not None:
        lines.append(session.rendition.show(block).text)
        block = document.block_after(block)
    return "|".join(lines)


@pytest.fixture
def reading(make_session, written, opened, qtbot):
    session = make_session()
    opened(session, written(TEXT))
    with qtbot.waitSignal(session.rendition_changed):
        session.show_in(TW, has_regional_words=True)
    return session


def test_a_word_that_is_protected_here_is_so_only_here(reading, opened, written, qtbot):
    vocabulary = reading.vocabulary
    with qtbot.waitSignal(reading.rendition_changed):
        vocabulary.say(OwnWord("软件", "软件"), is_here=True)
    assert shown(reading) == "第一行沒有。|雲朵在软件裡。|软件在雲朵那裡。"
    opened(reading, written(TEXT + "别的", "other.txt"))
    assert "軟體" in shown(reading)


def test_one_place_is_shown_otherwise_and_again_the_next_time(reading, opened, written, qtbot, make_session):
    document = reading.document
    second = document.block_after(document.block_at(0))
    address = document.address_of(Position(second.start, 0))
    reading.vocabulary.choose(PlaceChoice(address, "云", "云", TW))
    assert shown(reading) == "第一行沒有。|云朵在軟體裡。|軟體在雲朵那裡。"
    moved = document.path.rename(document.path.with_name("moved.txt"))
    again = make_session()
    opened(again, moved)
    with qtbot.waitSignal(again.rendition_changed):
        again.show_in(TW, has_regional_words=True)
    assert "|云朵" in shown(again)
    again.vocabulary.undo(address, TW)
    assert "|雲朵" in shown(again)
    assert again.vocabulary.choices == ()


def test_a_choice_is_void_where_the_file_has_changed(reading, opened, written):
    document = reading.document
    reading.vocabulary.choose(PlaceChoice(document.block_after(document.block_at(0)).start, "云", "云", TW))
    opened(reading, written(TEXT.replace("云朵在软", "余朵在软")))
    assert "餘朵在" in shown(reading)


def test_what_holds_here_and_in_one_script_comes_first(vocabulary, written, opened, make_session):
    session = make_session()
    opened(session, written(TEXT))
    session.vocabulary.say(OwnWord("软件", "甲"), is_here=False)
    session.vocabulary.say(OwnWord("软件", "乙", TW), is_here=False)
    assert session.vocabulary.words_in(TW) == OwnWords({"软件": "乙"})
    assert session.vocabulary.words_in(Script.HONG_KONG) == OwnWords({"软件": "甲"})
    assert session.vocabulary.words_in(None) == OwnWords()
    session.vocabulary.say(OwnWord("软件", "丙"), is_here=True)
    assert session.vocabulary.words_in(TW) == OwnWords({"软件": "丙"})
    session.vocabulary.say(OwnWord("软件", "丁"), is_here=False)
    assert session.vocabulary.words_in(Script.HONG_KONG) == OwnWords({"软件": "丁"})
    assert session.vocabulary.here == ()


def test_words_are_there_again(vocabulary, store):
    said = (OwnWord("甲", "乙", TW), OwnWord("里长", "里长"))
    vocabulary.replace(said, ())
    assert Vocabulary(store.own_words).everywhere == said
    vocabulary.replace((), ())
    assert Vocabulary(store.own_words).everywhere == ()


def test_without_a_store_they_hold_for_this_run(vocabulary, store, qtbot):
    store.close()
    with qtbot.waitSignal(vocabulary.failed) as failed:
        vocabulary.say(OwnWord("甲", "乙"), is_here=False)
    assert isinstance(failed.args[0], StoreError)
    assert vocabulary.everywhere == (OwnWord("甲", "乙"),)


def test_nothing_is_chosen_without_a_document(vocabulary, qtbot):
    with qtbot.assertNotEmitted(vocabulary.changed):
        vocabulary.choose(PlaceChoice(0, "甲", "乙", TW))
        vocabulary.say(OwnWord("甲", "乙"), is_here=True)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_files_of_words_are_read_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "words.txt"
    path.write_bytes("# 我的词语\n软件\t軟件 軟體\n于先生\n这里是 -{里长}- 和 -{村里}-\n".encode(encoding))
    assert read_words(path) == OwnWords({"软件": "軟件", "于先生": "于先生", "里长": "里长", "村里": "村里"})


def test_files_of_words_are_written_whole(tmp_path):
    path = tmp_path / "words.txt"
    words = OwnWords({"软件": "軟件", "New York": "New York"})
    save_words(path, words)
    assert read_words(path) == words
    assert path.read_bytes() == "软件\t軟件\nNew York\n".encode()
    with pytest.raises(OSError, match="missing"):
        save_words(tmp_path / "missing" / "words.txt", words)
    assert [entry.name for entry in tmp_path.iterdir()] == ["words.txt"]


def test_what_is_no_text_is_no_list_of_words(tmp_path):
    path = tmp_path / "words.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(UnreadableFile):
        read_words(path)
    with pytest.raises(UnreadableFile):
        read_words(tmp_path / "none.txt")
