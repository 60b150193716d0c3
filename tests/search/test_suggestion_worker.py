"""The process that reads for suggestions: what it answers, that it is kept, that nobody waits for one that is gone."""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from time import monotonic, sleep

import pytest

from reader.model.document import Document
from reader.model.suggested import Suggested, SuggestedWord
from reader.search import suggestion_worker
from reader.search.errors import SuggestingEnded
from reader.search.stretches import stretches
from reader.search.suggested_words import SuggestedWords
from reader.search.suggestion_worker import SuggestionWorker

ARTICLE = (
    "青島市黨政代表團到雲南昆明考察\n"
    "3月5日至6日，青島市委書記王建國率領青島市黨政代表團到雲南省昆明市考察東西部協作。\n"
    "王建國李思遠出席了會議。李思遠說，三年來簽了12項協議，東西部協作走得更遠。\n"
)

#: A process that tells its number, and how many stretches it was sent; 慢 it answers late.
COUNTING = """
def serve(connection):
    count = 0
    try:
        while True:
            message = connection.recv_bytes()
            if message:
                count = 1 if message[0] & 1 else count + 1
                if "慢" in message[1:].decode():
                    time.sleep(0.3)
            said = b"=" + json.dumps([[str(os.getpid()), count, None]]).encode()
            connection.send_bytes(said if message and message[0] & 2 else b".")
    except EOFError:
        pass
"""

#: Of what processes are made to do, each a module of its own.
NUMBERS = count()

Serving = Callable[[str], SuggestionWorker]
Opened = Callable[[str], Document]


@pytest.fixture
def serving(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Serving]:
    """Makes workers whose process does something else. The path to that goes over to the process."""
    folder = tmp_path / "served"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    made: list[SuggestionWorker] = []
    before = running()

    def serve(code: str) -> SuggestionWorker:
        name = f"served_{next(NUMBERS)}"
        (folder / f"{name}.py").write_text(f"import json, os, signal, time\n{code}", encoding="utf-8")
        importlib.invalidate_caches()
        made.append(SuggestionWorker(importlib.import_module(name).serve))
        return made[-1]

    yield serve
    for one in made:
        one.close()
    assert running() <= before


def steps(worker: SuggestionWorker, document: Document) -> list[Suggested]:
    return [step for step in worker.read(document) if step is not None]


def running() -> set[int | None]:
    """The numbers of this program's other processes."""
    return {child.pid for child in multiprocessing.active_children()}


def here(document: Document) -> tuple[SuggestedWord, ...]:
    """What a document suggests to this process."""
    words = SuggestedWords()
    for stretch in stretches(document):
        words.add(stretch.text)
    return words.words()


def process_of(suggested: Suggested) -> int:
    """Of the counting process, its number."""
    return int(suggested.words[0].text)


def test_an_article_suggests_what_it_would_here(suggestion_worker: SuggestionWorker, document_of: Opened) -> None:
    document = document_of(ARTICLE)
    assert steps(suggestion_worker, document) == [Suggested(here(document), 1.0)]
    assert SuggestedWord("東西部協作", 2) in here(document)


def test_a_long_text_tells_what_it_has_and_at_last_what_the_whole_suggests(
    suggestion_worker: SuggestionWorker, document_of: Opened
) -> None:
    document = document_of(ARTICLE * 250)
    told = steps(suggestion_worker, document)
    assert 0 < told[0].share < 1 == told[-1].share
    assert [one.share for one in told] == sorted(one.share for one in told)
    assert told[0].words
    assert told[-1].words == here(document)
    assert steps(suggestion_worker, document_of(ARTICLE))[-1].words == here(document_of(ARTICLE))


def test_nothing_suggests_nothing_and_needs_no_process(document_of: Opened) -> None:
    def unwanted(connection: object) -> None:
        raise AssertionError

    document = document_of("一")
    document.passages = lambda: iter(())  # type: ignore[method-assign]
    assert steps(SuggestionWorker(unwanted), document) == [Suggested((), 1.0)]


def test_the_process_is_kept_for_the_next_document(serving: Serving, document_of: Opened) -> None:
    worker = serving(COUNTING)
    (first,) = steps(worker, document_of("一"))
    (second,) = steps(worker, document_of("二"))
    assert first.words == second.words
    assert first.words[0].count == 1


def test_the_process_can_rest_and_be_started_anew(serving: Serving, document_of: Opened) -> None:
    worker = serving(COUNTING)
    (first,) = steps(worker, document_of("一"))
    worker.rest()
    assert process_of(first) not in running()
    (second,) = steps(worker, document_of("二"))
    assert process_of(first) != process_of(second)


def test_what_is_given_up_does_not_come_as_the_answer_to_something_else(serving: Serving, document_of: Opened) -> None:
    worker = serving(COUNTING)
    slow, other = document_of("慢慢\n" * 20_000), document_of("一")
    reading = worker.read(slow)
    assert next(reading) is None
    reading.close()
    (found,) = steps(worker, other)
    assert found.words[0].count == 1
    (again,) = steps(worker, other)
    assert again.words == found.words


def test_two_who_want_to_read_take_turns(serving: Serving, document_of: Opened) -> None:
    worker = serving(COUNTING)
    documents = [document_of("一二三\n" * 20_000), document_of("一")]
    found: SimpleQueue[tuple[int, Suggested]] = SimpleQueue()
    threads = [
        Thread(target=lambda size=size, one=one: found.put((size, steps(worker, one)[-1])))
        for size, one in enumerate(documents)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    counts = {number: told.words[0].count for number, told in (found.get(timeout=60), found.get(timeout=60))}
    assert counts == {number: len(list(stretches(one))) for number, one in enumerate(documents)}


def test_no_more_of_a_document_is_read_than_the_process_can_take(
    serving: Serving, document_of: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = []

    def counted(document: Document) -> Iterator[object]:
        for stretch in stretches(document):
            taken.append(stretch)
            yield stretch

    monkeypatch.setattr(suggestion_worker, "stretches", counted)
    worker = serving("def serve(connection):\n    time.sleep(60)")
    reading = worker.read(document_of("一二三\n" * 20_000))
    assert [next(reading) for _ in range(3)] == [None] * 3
    reading.close()
    assert len(taken) == 3


@pytest.mark.parametrize(
    ("code", "detail"),
    [
        ("os._exit(3)", "exit code 3"),
        pytest.param(
            "os.kill(os.getpid(), signal.SIGKILL)",
            "SIGKILL",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="signals"),
        ),
        ("connection.send_bytes(b'')", "b''"),
        ("connection.send_bytes(b'?')", "b'?'"),
        ("connection.send_bytes(b'=[[')", "JSONDecodeError"),
        ("connection.send_bytes(b'=[1]')", "TypeError"),
        ("connection.send_bytes(b'=' + b'\"nothing\"')", "ValueError"),
        ('connection.send_bytes(b\'=[["a", 1, "animal"]]\')', "ValueError"),
        ("connection.send_bytes(b'.' * (2 << 20))", ""),
    ],
)
def test_a_process_that_fails_is_told_of_and_replaced(
    serving: Serving, document_of: Opened, tmp_path: Path, code: str, detail: str
) -> None:
    failed = tmp_path / "failed"
    worker = serving(
        f"{COUNTING.replace('serve', 'count_messages')}\n"
        "def serve(connection):\n"
        f"    if os.path.exists({str(failed)!r}):\n"
        "        return count_messages(connection)\n"
        f"    open({str(failed)!r}, 'w').close()\n"
        "    connection.recv_bytes()\n"
        f"    {code}\n"
    )
    before = running()
    with pytest.raises(SuggestingEnded) as caught:
        steps(worker, document_of("一"))
    assert detail in caught.value.detail
    assert running() == before
    (found,) = steps(worker, document_of("一"))
    assert found.words[0].count == 1


def test_nobody_waits_forever(serving: Serving, document_of: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(suggestion_worker, "_DEADLINE", 0.1)
    worker = serving("def serve(connection):\n    time.sleep(600)")
    with pytest.raises(SuggestingEnded):
        steps(worker, document_of("一"))


def test_what_keeps_the_process_busy_for_nobody_is_not_waited_for(
    serving: Serving, document_of: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggestion_worker, "_PATIENCE", 0.1)
    worker = serving(COUNTING.replace("0.3", "600"))
    reading = worker.read(document_of("慢"))
    assert next(reading) is None
    reading.close()
    (found,) = steps(worker, document_of("一"))
    assert found.words[0].count == 1


def test_a_process_that_has_ended_meanwhile_is_no_failure(serving: Serving, document_of: Opened) -> None:
    worker = serving(COUNTING)
    (first,) = steps(worker, document_of("一"))
    (process,) = [child for child in multiprocessing.active_children() if child.pid == process_of(first)]
    process.kill()
    process.join()
    (second,) = steps(worker, document_of("一"))
    assert process_of(first) != process_of(second)


def test_closing_ends_the_process_whoever_reads(serving: Serving, document_of: Opened) -> None:
    worker = serving("def serve(connection):\n    time.sleep(600)")
    document = document_of("一")
    begun: SimpleQueue[object] = SimpleQueue()

    def read() -> None:
        try:
            for step in worker.read(document):
                begun.put(step)
        except SuggestingEnded as error:
            begun.put(error)

    thread = Thread(target=read)
    thread.start()
    assert begun.get(timeout=60) is None
    worker.close()
    thread.join()
    worker.close()
    with pytest.raises(SuggestingEnded):
        steps(worker, document)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_process_ends_with_the_window_even_if_that_is_killed(tmp_path: Path) -> None:
    text, script = tmp_path / "text.txt", tmp_path / "window.py"
    text.write_text(ARTICLE, encoding="utf-8")
    script.write_text(
        "import multiprocessing, sys, time\n"
        "from pathlib import Path\n"
        "from reader.formats.registry import open_document\n"
        "from reader.search.suggestion_worker import SuggestionWorker\n"
        "if __name__ == '__main__':\n"
        "    worker = SuggestionWorker()\n"
        "    list(worker.read(open_document(Path(sys.argv[1]))))\n"
        "    print(*(child.pid for child in multiprocessing.active_children()), flush=True)\n"
        "    time.sleep(600)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    window = subprocess.Popen(
        [sys.executable, str(script), str(text)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    try:
        assert window.stdout is not None
        process = int(window.stdout.readline())
        assert _is_alive(process)
        window.send_signal(signal.SIGKILL)
        # All of them hold its end of this pipe, and let go of it when they end.
        _, said = window.communicate(timeout=60)
    finally:
        window.kill()
        window.wait()
    latest = monotonic() + 60
    while _is_alive(process) and monotonic() < latest:
        sleep(0.01)
    assert not _is_alive(process)
    assert said == b""


def _is_alive(process: int) -> bool:
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except FileNotFoundError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_neither_side_loads_what_it_does_not_need() -> None:
    """The window's side no dictionary and no model, the other no window."""
    for code, unwanted in (
        ("import reader.search.suggestion_worker", ("rjieba", "pycrfsuite", "reader.search.entities", "PySide6")),
        (
            "from reader.search.suggestion_service import Answering, message\n"
            "assert Answering().answer(message('王建國說。', True, True))[:1] == b'='",
            ("PySide6", "reader.convert", "reader.formats", "reader.state", "opencc", "lxml"),
        ),
    ):
        code = f"{code}\nimport sys\nprint(*(name for name in {unwanted} if name in sys.modules))"
        found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert found.stdout.split() == [], code
