"""A worker beside the service: begun anew whenever it dies, gone when the service is. Light: it loads no Django.

The service itself cannot look after it: gunicorn buries all its children, also those that it does not know.
"""

import os
import signal
import subprocess
import sys
from threading import Event

LOOK = 1.0  # seconds between looks at who lives
PAUSE = 5.0  # seconds before one that died is begun anew, which may die at once


def begin_beside() -> subprocess.Popen[bytes]:
    """Somebody who keeps a worker going for this process."""
    return _begin("--beside")


def stay_beside(service: int) -> None:
    """Until told to stop, or until `service` is no longer our parent."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.is_set() and os.getppid() == service:
        worker = _begin("--under")
        while worker.poll() is None and not stop.is_set() and os.getppid() == service:
            stop.wait(LOOK)
        if worker.poll() is None:
            worker.terminate()
            worker.wait()
        else:
            stop.wait(PAUSE)


def _begin(tie: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "beredd", "work", tie, str(os.getpid())]
    return subprocess.Popen(command)  # noqa: S603  # ourselves
