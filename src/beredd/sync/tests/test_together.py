"""Several at the same moment are done in one go, each gets its own, and a fault reaches all whom it concerns."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, get_ident

import pytest

from beredd.sync.together import Together


class Slow:
    """Work whose first go lasts until it is let through, so that the others queue up behind it."""

    def __init__(self) -> None:
        self.goes: list[list[int]] = []
        self.begun, self.through = Event(), Event()

    def __call__(self, jobs: Sequence[int]) -> list[int]:
        self.goes.append(list(jobs))
        self.begun.set()
        assert self.through.wait(10)
        if 13 in jobs:
            raise ArithmeticError
        return [job * 10 for job in jobs]


def queued(work: Slow, *, most: int, jobs: Sequence[int]) -> list[Future[int]]:
    """The first job is being worked on while all the others come."""
    together = Together(work, most=most)
    pool = ThreadPoolExecutor(len(jobs))
    first = pool.submit(together.do, jobs[0])
    assert work.begun.wait(10)
    rest = [pool.submit(together.do, job) for job in jobs[1:]]
    while together._queue.qsize() < len(rest):
        pass
    work.through.set()
    pool.shutdown()
    return [first, *rest]


def test_what_comes_meanwhile_is_done_in_one_go_and_each_gets_its_own() -> None:
    work = Slow()
    done = queued(work, most=8, jobs=[1, 2, 3, 4, 5])
    assert [one.result() for one in done] == [10, 20, 30, 40, 50]
    assert [len(go) for go in work.goes] == [1, 4]


def test_never_more_than_so_many_at_once_and_nobody_is_left_behind() -> None:
    work = Slow()
    done = queued(work, most=2, jobs=[1, 2, 3, 4, 5, 6])
    assert [one.result() for one in done] == [10, 20, 30, 40, 50, 60]
    assert [len(go) for go in work.goes] == [1, 2, 2, 1]


def test_a_fault_reaches_those_of_its_go_and_nobody_after() -> None:
    work = Slow()
    first, *others = queued(work, most=1, jobs=[1, 13, 2])
    assert first.result() == 10
    with pytest.raises(ArithmeticError):
        others[0].result()
    assert others[1].result() == 20


def test_alone_it_is_done_at_once() -> None:
    together: Together[int, int] = Together(lambda jobs: [job + 1 for job in jobs], most=4)
    assert [together.do(number) for number in range(3)] == [1, 2, 3]


def test_all_is_done_by_one_thread_that_ends_when_told_and_begins_anew() -> None:
    threads, left = list[int](), list[int]()

    def work(jobs: Sequence[int]) -> Sequence[int]:
        threads.append(get_ident())
        return jobs

    together: Together[int, int] = Together(work, most=1, leave=lambda: left.append(get_ident()))
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(together.do, range(20))) == list(range(20))
    assert len(set(threads)) == 1 and threads[0] != get_ident()
    together.end()
    assert left == threads[:1]
    assert together.do(7) == 7
    together.end()
