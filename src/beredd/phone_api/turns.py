"""After an outage all phones come back at once: so many are served at a time, a few wait, the rest come later."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import SystemRandom
from threading import BoundedSemaphore

_chance = SystemRandom()


class Turns:
    """In one process: `at_once` are served, up to `waiting` wait `patience` seconds for their turn."""

    def __init__(self, *, at_once: int, waiting: int, patience: float) -> None:
        self._patience = patience
        self._served = BoundedSemaphore(at_once)
        self._let_in = BoundedSemaphore(at_once + waiting)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """False: not now. What waits here holds a thread that signatures may need, so it is few and not for long."""
        if not self._let_in.acquire(blocking=False):
            yield False
            return
        try:
            if not self._served.acquire(timeout=self._patience):
                yield False
                return
            try:
                yield True
            finally:
                self._served.release()
        finally:
            self._let_in.release()


def come_back_in() -> int:
    """Seconds; not the same for all, or they would come back together."""
    return _chance.randint(3, 20)
