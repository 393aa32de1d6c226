"""Work that several threads bring at the same moment is done in one go, by one thread that does nothing else.

A commit costs the same for one batch as for eight, and so do most questions to the database. And it is always the same
connection that writes: SQLite throws away the pages that a connection has in memory when another one has written, and
reading them again means decrypting them again.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")


class Together(Generic[Job, Done]):
    """`work` gets up to `most` jobs in the order they came, and gives back as many results in the same order.

    `leave` is what the thread does when it is told to end.
    """

    def __init__(
        self, work: Callable[[Sequence[Job]], Sequence[Done]], *, most: int, leave: Callable[[], None] = lambda: None
    ) -> None:
        self._work, self._most, self._leave = work, most, leave
        self._queue: SimpleQueue[tuple[Job, Future[Done]] | None] = SimpleQueue()
        self._door = Lock()
        self._thread: Thread | None = None

    def do(self, job: Job) -> Done:
        """The job's own result. Raises what the work raised, for all whose jobs were done in that go."""
        place: Future[Done] = Future()
        self._queue.put((job, place))
        with self._door:
            if self._thread is None or not self._thread.is_alive():  # it does not follow into a forked process
                self._thread = Thread(target=self._go_on, name="together", daemon=True)
                self._thread.start()
        return place.result()

    def end(self) -> None:
        """When all that came before is done. What comes after begins anew."""
        with self._door:
            if self._thread is not None and self._thread.is_alive():
                self._queue.put(None)
                self._thread.join()

    def _go_on(self) -> None:
        while (first := self._queue.get()) is not None:
            group, last = self._with_those_waiting(first)
            self._do_for([job for job, _ in group], [place for _, place in group])
            if last:
                break
        self._leave()

    def _with_those_waiting(self, first: tuple[Job, Future[Done]]) -> tuple[Sequence[tuple[Job, Future[Done]]], bool]:
        group = [first]
        while len(group) < self._most:
            try:
                following = self._queue.get_nowait()
            except Empty:
                break
            if following is None:
                return group, True
            group.append(following)
        return group, False

    def _do_for(self, jobs: Sequence[Job], places: Sequence[Future[Done]]) -> None:
        try:
            results = self._work(jobs)
            for place, done in zip(places, results, strict=True):
                place.set_result(done)
        except BaseException as fault:
            for place in places:
                if not place.done():
                    place.set_exception(fault)
