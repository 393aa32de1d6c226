"""gunicorn inside our own process: threads, loopback unless told otherwise, one line when it listens."""

import socket
import subprocess
from collections.abc import Callable
from typing import Any

from django.db import connection
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]

from beredd import clock
from beredd.cli.beside import begin_beside
from beredd.cli.house import close_connections
from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.sync import epoch

GRACE = 10  # seconds a request may go on when the service is told to stop


class Service(BaseApplication):  # type: ignore[misc]  # the library has no types
    """The WSGI application with settings given as a mapping."""

    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Any]:
        from beredd.config.wsgi import application

        return application


def serve(*, host: str, port: int, workers: int | None, threads: int) -> int:
    """Returns when stopped. Raises Trouble when the port is taken."""
    refuse_taken_port(host, port)
    if epoch.check_note(at=clock.now()):
        print(_("The database is older than what we know to have been stored: it has been restored from a backup."))
        print(_("Every phone will offer again all that it keeps. Nothing needs to be done."))
    close_connections()
    helpers: list[subprocess.Popen[bytes]] = []

    def ready(_server: object) -> None:
        helpers.append(begin_beside())
        print(listens, flush=True)

    def ended(_server: object) -> None:
        for helper in helpers:
            helper.terminate()

    listens = _("Beredd listens on %s (stop with Ctrl-C)") % address(host, port)
    service = Service(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": workers or _fitting_workers(),
            "threads": threads,
            "worker_class": "gthread",
            "graceful_timeout": GRACE,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": ready,
            "on_exit": ended,
        }
    )
    try:
        service.run()
    except SystemExit as end:  # gunicorn ends by raising
        return int(end.code or 0)
    return 0


def _fitting_workers() -> int:
    """SQLite has one writer, and its pages stay in memory only as long as nobody else writes."""
    return 1 if connection.vendor == "sqlite" else 2


def address(host: str, port: int) -> str:
    """As one types it into a browser."""
    name = "localhost" if host in ("127.0.0.1", "::1", "0.0.0.0") else host  # noqa: S104
    return f"http://{name}:{port}"


def refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            text = _("Cannot listen on %(where)s: %(why)s. Is Beredd already running? Otherwise choose another --port.")
            raise Trouble(text % {"where": f"{host}:{port}", "why": fault.strerror}) from fault
