"""Work in the background: only its latest run is heard, and on the thread that asked for it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from threading import Event, get_ident
from time import monotonic, sleep

import pytest
from shiboken6 import delete

from reader.state.tasks import REST, Task, TaskRunner

PATIENCE = 20


@pytest.fixture
def task(runner):
    return Task(runner)


class Heard:
    """What a task said, and on which threads."""

    def __init__(self, task: Task) -> None:
        self.said: list[object] = []
        self.threads: set[int] = set()
        task.stepped.connect(lambda value: self._hear(value))
        task.finished.connect(lambda: self._hear("finished"))
        task.failed.connect(lambda error: self._hear(error))

    def _hear(self, what: object) -> None:
        self.said.append(what)
        self.threads.add(get_ident())


class Gated:
    """Work that waits after its first step, and tells how far it got."""

    def __init__(self) -> None:
        self.gate, self.ended = Event(), Event()
        self.reached = 0

    def __call__(self) -> Iterator[int]:
        try:
            for self.reached in (1, 2, 3):
                yield self.reached
                assert self.gate.wait(PATIENCE)
        finally:
            self.ended.set()


def test_steps_arrive_in_order_and_then_the_end(qtbot, task):
    heard = Heard(task)
    assert not task.is_running
    with qtbot.waitSignal(task.finished):
        task.start(lambda: range(100))
        assert task.is_running
    assert heard.said == [*range(100), "finished"]
    assert not task.is_running


def test_the_work_is_done_elsewhere_and_heard_here(qtbot, task):
    heard = Heard(task)
    worked: list[int] = []

    def work() -> Iterator[int]:
        worked.append(get_ident())
        yield 1
        raise ValueError("enough")

    with qtbot.waitSignal(task.failed):
        task.start(work)
    assert heard.threads == {get_ident()}
    assert worked[0] != get_ident()


@pytest.mark.parametrize("value", [None, 0, "", (1, "二"), [1], {"a": None}, print])
def test_any_value_arrives_as_it_is(qtbot, task, value):
    with qtbot.waitSignal(task.stepped) as step:
        task.start(lambda: [value])
    assert step.args == [value]
    assert type(step.args[0]) is type(value)


def test_a_failure_ends_the_run(qtbot, task):
    heard = Heard(task)
    error = RuntimeError("no more")

    def work() -> Iterator[int]:
        yield 1
        raise error

    with qtbot.waitSignal(task.failed):
        task.start(work)
    assert heard.said == [1, error]
    assert not task.is_running


def test_work_that_fails_before_its_first_step(qtbot, task):
    def work() -> Iterator[int]:
        raise OSError("at once")

    with qtbot.waitSignal(task.failed) as failure:
        task.start(work)
    assert isinstance(failure.args[0], OSError)


def test_after_a_failure_the_next_run_is_heard(qtbot, task):
    with qtbot.waitSignal(task.failed):
        task.start(lambda: (1 // divisor for divisor in (0,)))
    heard = Heard(task)
    with qtbot.waitSignal(task.finished):
        task.start(lambda: [2])
    assert heard.said == [2, "finished"]


def test_nothing_is_heard_after_cancel(qtbot, task, settle):
    work = Gated()
    with qtbot.waitSignal(task.stepped):
        task.start(work)
    heard = Heard(task)
    task.cancel()
    assert not task.is_running
    work.gate.set()
    settle()
    assert heard.said == []


def test_cancelled_work_is_given_up_at_its_next_step(qtbot, task):
    work = Gated()
    with qtbot.waitSignal(task.stepped):
        task.start(work)
    task.cancel()
    work.gate.set()
    assert work.ended.wait(PATIENCE)
    assert work.reached == 2


def test_what_was_under_way_when_it_was_cancelled_is_not_heard(task, settle, qapp):
    heard = Heard(task)
    ended = Event()

    def work() -> Iterator[int]:
        yield from range(9)
        ended.set()

    task.start(work)
    assert ended.wait(PATIENCE)  # nine steps wait for this thread
    task.cancel()
    settle()
    assert heard.said == []


def test_cancelling_from_a_step(qtbot, task, settle):
    heard = Heard(task)
    task.stepped.connect(lambda _: task.cancel())
    with qtbot.waitSignal(task.stepped):
        task.start(lambda: range(9))
    settle()
    assert heard.said == [0]


def test_only_the_latest_run_is_heard(qtbot, task, settle):
    first = Gated()
    with qtbot.waitSignal(task.stepped):
        task.start(first)
    heard = Heard(task)
    with qtbot.waitSignal(task.finished):
        task.start(lambda: ["second"])
    first.gate.set()
    settle()
    assert heard.said == ["second", "finished"]
    assert first.reached == 2


def test_a_run_that_never_began_is_skipped(qtbot, runner, task, settle):
    gate = Event()
    blockers = [Task(runner) for _ in range(3)]
    for blocker in blockers:
        blocker.start(lambda: [gate.wait(PATIENCE)])
    began: list[str] = []
    task.start(lambda: began.append("one") or [])
    task.cancel()
    task.start(lambda: began.append("two") or [])
    gate.set()
    settle()
    assert began == ["two"]


def test_tasks_do_not_disturb_each_other(qtbot, runner, task):
    other = Task(runner)
    heard = Heard(other)
    with qtbot.waitSignals([task.finished, other.finished]):
        task.start(lambda: range(3))
        other.start(lambda: "ab")
    assert heard.said == ["a", "b", "finished"]


def test_closing_gives_up_endless_work(qtbot):
    runner = TaskRunner()
    task = Task(runner)
    ended = Event()

    def work() -> Iterator[int]:
        try:
            for number in count():
                sleep(0.001)
                yield number
        finally:
            ended.set()

    with qtbot.waitSignal(task.stepped):
        task.start(work)
    assert not runner.is_closing
    runner.close()
    assert runner.is_closing
    assert ended.is_set()


def test_nothing_begins_after_closing(qapp):
    runner = TaskRunner()
    runner.close()
    runner.close()
    began: list[int] = []
    task = Task(runner)
    task.start(lambda: began.append(1) or [])
    assert not task.is_running
    assert began == []


def test_a_task_that_is_deleted_while_it_works(qtbot, runner, settle):
    work = Gated()
    task = Task(runner)
    with qtbot.waitSignal(task.stepped):
        task.start(work)
    delete(task)
    work.gate.set()
    settle()
    assert work.ended.is_set()


def test_tasks_that_are_dropped_at_any_moment_of_their_work(qapp, runner):
    for number in range(300):
        task = Task(runner)
        task.start(lambda: range(200))
        if number % 3:
            sleep(0.0003 * (number % 5))
        if number % 2:
            delete(task)
        del task
    qapp.processEvents()


def test_the_window_goes_first(qtbot):
    now = monotonic()
    busy: list[float | None] = [now]
    runner = TaskRunner(lambda: busy[0])
    try:
        task = Task(runner)
        heard = Heard(task)
        reached: list[float] = []

        def work() -> Iterator[object]:
            reached.append(monotonic())
            yield REST
            reached.append(monotonic())
            yield 1

        task.start(work)
        with qtbot.waitSignal(task.finished):
            pass
        # Nobody said that the window came to rest: it was given its time, once.
        assert reached[0] - now > 0.04
        busy[0] = None
        with qtbot.waitSignal(task.finished):
            task.start(work)
        assert heard.said == [1, "finished", 1, "finished"]
    finally:
        runner.close()
