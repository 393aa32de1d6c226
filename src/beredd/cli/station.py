"""A station's two halves in one process: the watch in a thread, the page in front."""

from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

from django.conf import settings

from beredd.cli.server import Service, address, refuse_taken_port
from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.station.exchange import Exchange
from beredd.station.keep import Kept
from beredd.station.watch import Watch

GOODBYE = 5.0  # seconds that saying goodbye may take


def begin(*, to: str, key: str, host: str, port: int) -> int:
    """Returns when stopped. Raises Trouble when the address or the port cannot be used."""
    if urlsplit(to).scheme not in ("http", "https") or not urlsplit(to).hostname:
        raise Trouble(_("“%s” is not the address of a server; write it as https://beredd.example") % to, usage=True)
    refuse_taken_port(host, port)
    stop = Event()
    watch = Thread(target=Watch(Kept(Path(settings.DATA)), Exchange(to, key)).run, args=(stop,), name="watch")

    def ready(_server: object) -> None:
        print(_("The station's page is at %s (stop with Ctrl-C)") % address(host, port), flush=True)

    def ended(_server: object, _worker: object) -> None:
        stop.set()
        watch.join(GOODBYE)

    service = Service(
        {
            "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
            "workers": 1,
            "threads": 2,
            "worker_class": "gthread",
            "graceful_timeout": 2,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": ready,
            "post_worker_init": lambda _worker: watch.start(),
            "worker_exit": ended,
        }
    )
    try:
        service.run()
    except SystemExit as end:  # gunicorn ends by raising
        return int(end.code or 0)
    return 0
