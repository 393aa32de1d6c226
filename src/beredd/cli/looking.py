"""The server's own look around, a round at a time, in a thread of the worker."""

import logging
from threading import Event

from django.db import close_old_connections

from beredd import clock
from beredd.disruption.actions import SERVER, forget, observe
from beredd.disruption.landscape_file import read_plan
from beredd.disruption.plan import own_file
from beredd.disruption.probes.queue import try_queue
from beredd.disruption.probes.round import one_round
from beredd.disruption.probes.tried import Seen

log = logging.getLogger(__name__)
LOOK_AGAIN = 30.0  # seconds until we ask again whether the municipality has a file of its own


def look_around(stop: Event) -> None:
    """Until told to stop. What goes wrong is said, and tried again."""
    while not stop.is_set():
        try:
            rest = look()
        except Exception:
            log.exception("The systems around cannot be looked at")
            rest = LOOK_AGAIN
        close_old_connections()
        stop.wait(rest)


def look() -> float:
    """One round; the seconds until the next."""
    file = own_file()
    if file is None:
        return LOOK_AGAIN
    plan, at = read_plan(file), clock.now()
    found = {**one_round(plan), **try_queue(at=at)}
    observe(SERVER, [Seen(at, found)], at=clock.now())
    forget(at=at)
    return max((plan.every - (clock.now() - at)).total_seconds(), 0.0)
