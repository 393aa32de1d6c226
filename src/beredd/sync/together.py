"""Work that several threads bring at the same moment is done in one go by one of them, while the others wait.

A commit costs the same for one batch as for eight, and so do most questions to the database.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event, Lock
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")


@dataclass(slots=True, eq=False)
class _Place(Generic[Job, Done]):
    """In the queue. `called`: it has been taken along (`ended`, well or not), or it is its thread's turn to work."""

    job: Job
    called: Event = field(default_factory=Event)
    ended: bool = False
    done: Done | None = None
    fault: BaseException | None = None


class Together(Generic[Job, Done]):
    """`work` gets up to `most` jobs in the order they came, and gives back as many results in the same order."""

    def __init__(self, work: Callable[[Sequence[Job]], Sequence[Done]], *, most: int) -> None:
        self._work, self._most = work, most
        self._door = Lock()
        self._queue: list[_Place[Job, Done]] = []
        self._busy = False

    def do(self, job: Job) -> Done:
        """The job's own result. Raises what the work raised, for all whose jobs were done in that go."""
        place: _Place[Job, Done] = _Place(job)
        self._enter(place)
        place.called.wait()
        if not place.ended:
            self._work_for_all()
        if place.fault is not None:
            raise place.fault
        return place.done  # type: ignore[return-value]  # set whenever it ended without a fault

    def _enter(self, place: _Place[Job, Done]) -> None:
        with self._door:
            self._queue.append(place)
            if not self._busy:
                self._busy = True
                place.called.set()

    def _work_for_all(self) -> None:
        """The caller is first in the queue, so it is among those taken along."""
        with self._door:
            group = self._queue[: self._most]
            del self._queue[: self._most]
        try:
            for place, done in zip(group, self._work([one.job for one in group]), strict=True):
                place.done = done
        except BaseException as fault:
            for place in group:
                place.fault = fault
        finally:
            self._leave(group)

    def _leave(self, group: Sequence[_Place[Job, Done]]) -> None:
        """Calls all that are through, and one that is not, to work for the next."""
        with self._door:
            self._busy = bool(self._queue)
            following = self._queue[:1]
        for place in following:
            place.called.set()
        for place in group:
            place.ended = True
            place.called.set()
