"""Working off what waits, in a process beside the service: it may be killed at any moment and loses nothing."""

import logging
import os
import signal
from collections.abc import Callable
from datetime import datetime
from threading import Event, Thread

from django.db import OperationalError, close_old_connections

from beredd import clock
from beredd.cli.looking import look_around
from beredd.disruption.actions import Reminders
from beredd.notices.worker import Worker
from beredd.paper.actions import work as print_queue

Pump = Callable[[Callable[[], datetime]], bool]
PUMPS: tuple[Pump, ...] = (print_queue.pump, Reminders())
REST = 1.0  # seconds between looks when nothing waits
log = logging.getLogger(__name__)


def work(*, once: bool, under: int | None) -> None:
    """Until told to stop, until `under` is no longer our parent, or with `once` until nothing waits."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    if not once:
        for name, task in (("notices", Worker().run), ("probes", look_around)):
            Thread(target=task, args=(stop,), name=name, daemon=True).start()
    while not stop.is_set() and (under is None or os.getppid() == under):
        if not _round() and (once or stop.wait(REST)):
            return


def _round() -> bool:
    """Whether any of them had something to do. A database that is away is waited for."""
    close_old_connections()
    try:
        return any([pump(clock.now) for pump in PUMPS])
    except OperationalError:
        log.warning("the database does not answer; trying again")
        return False
