"""What is learnt of the open document, and that the page is converted anew for it."""

from __future__ import annotations

import pytest

from reader.convert.choice import Engine
from reader.formats.registry import open_document
from reader.model.script import Script
from reader.state import learning
from reader.state.learning import Learning

#: Somebody whose name no dictionary knows, at the ends of clauses.
NAMED = "范余采来了。我认得范余采，他也认得我。范余采笑了笑。大家都说，这是范余采。\n"


@pytest.fixture(autouse=True)
def _read_at_once(monkeypatch):
    monkeypatch.setattr(learning, "_DELAY", 0)


@pytest.fixture
def learnt(runner):
    return Learning(runner)


def test_names_are_learnt(qtbot, learnt, written):
    document = open_document(written(NAMED * 3))
    with qtbot.waitSignal(learnt.changed):
        learnt.read(document)
    assert "范余采" in learnt.evidence.names
    learnt.forget()
    assert not learnt.evidence.names
    document.close()


def test_a_long_document_is_told_of_at_doublings_and_read_to_a_limit(qtbot, learnt, written, settle, monkeypatch):
    monkeypatch.setattr(learning, "_READ", 400_000)
    document = open_document(written(NAMED * 30_000))
    told = []
    learnt.changed.connect(lambda: told.append(learnt.evidence))
    learnt.read(document)
    qtbot.waitUntil(lambda: len(told) > 0)
    settle()
    assert 3 <= len(told) <= 6
    document.close()


def test_the_session_learns_when_it_converts_and_only_then(qtbot, session, written, opened, settle):
    opened(session, written(NAMED * 3))
    settle()
    assert not session.learning.evidence.names
    session.show_in(Script.TAIWAN, has_regional_words=True)
    qtbot.waitUntil(lambda: "范余采" in session.learning.evidence.names)
    assert session.rendition.route == "s2twp"
    session.show_in(Script.TAIWAN, has_regional_words=True, engine=Engine.OPENCC)
    qtbot.waitUntil(lambda: session.rendition.engine is Engine.OPENCC)
