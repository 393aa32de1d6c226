"""beredd demo: a whole invented municipality on this machine."""

import sys
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import address, day
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("makes an invented municipality in the data folder and serves it")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--load-only", action="store_true", help=_("make the data and stop"))
    parser.add_argument("--today", type=day, metavar=_("YYYY-MM-DD"), help=_("the day the data is made for (today)"))
    address(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import prepare

    prepare()
    from beredd import clock
    from beredd.cli import server
    from beredd.cli.demo_words import welcome
    from beredd.importing.demo.load import load

    load(
        at=clock.now(),
        today=options.today or clock.today(),
        say=lambda text: print(text, file=sys.stderr, flush=True),
    )
    print(welcome(server.address(options.host, options.port)), flush=True)
    if options.load_only:
        return 0
    return server.serve(host=options.host, port=options.port, workers=2, threads=4)
