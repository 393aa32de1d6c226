"""Work that several threads bring at the same moment is done in one go by one of them, while the others wait.

A commit costs the same for one batch as for eight, and so do most questions to the database.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Condition
from typing import Generic, TypeVar

Job = TypeVar("Job")
Done = TypeVar("Done")


@dataclass(slots=True, eq=False)
class _Place(Generic[Job, Done]):
    """In the queue. `ended`: whoever took it along is through with it, well or not."""

    job: Job
    ended: bool = False
    done: Done | None = None
    fault: BaseException | None = None


class Together(Generic[Job, Done]):
    """`work` gets up to `most` jobs in the order they came, and gives back as many results in the same order."""

    def __init__(self, work: Callable[[Sequence[Job]], Sequence[Done]], *, most: int) -> None:
        self._work, self._most = work, most
        self._changed = Condition()
        self._waiting: list[_Place[Job, Done]] = []
        self._busy = False

    def do(self, job: Job) -> Done:
        """The job's own result. Raises what the work raised, for all whose jobs were done in that go."""
        place: _Place[Job, Done] = _Place(job)
        with self._changed:
            self._waiting.append(place)
        while group := self._next_group(place):
            self._do_all(group)
        if place.fault is not None:
            raise place.fault
        return place.done  # type: ignore[return-value]  # set whenever it ended without a fault

    def _next_group(self, place: _Place[Job, Done]) -> list[_Place[Job, Done]]:
        """Waits until the place has ended (then nothing is left to do) or it is this thread's turn to work for all."""
        with self._changed:
            while self._busy and not place.ended:
                self._changed.wait()
            if place.ended:
                return []
            self._busy = True
            group, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
            return group

    def _do_all(self, group: list[_Place[Job, Done]]) -> None:
        try:
            for place, done in zip(group, self._work([one.job for one in group]), strict=True):
                place.done = done
        except BaseException as fault:
            for place in group:
                place.fault = fault
        finally:
            with self._changed:
                self._busy = False
                for place in group:
                    place.ended = True
                self._changed.notify_all()
