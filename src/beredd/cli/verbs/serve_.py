"""beredd serve: the service itself."""

from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import address, positive
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("serves the office and the phones until it is stopped")


def arguments(parser: ArgumentParser) -> None:
    address(parser)
    parser.add_argument("--workers", type=positive, metavar="N", help=_("worker processes (1 on SQLite, else 2)"))
    parser.add_argument("--threads", type=positive, default=8, metavar="N", help=_("threads in each (8)"))


def run(options: Namespace) -> int:
    from beredd.cli.house import prepare

    prepare()
    from beredd import clock
    from beredd.cli.server import serve
    from beredd.importing.routines import put_routine

    put_routine(at=clock.now())
    return serve(host=options.host, port=options.port, workers=options.workers, threads=options.threads)
