"""beredd work: what goes on behind the service, the print queue and notices; “beredd serve” starts one by itself."""

from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import process
from beredd.cli.beside import stay_beside
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("works off what waits: the print queue and notices")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=_("ends when nothing waits any more"))
    parser.add_argument(
        "--beside", type=process, metavar="PID", help=_("keeps a worker going until that process has ended")
    )
    parser.add_argument("--under", type=process, metavar="PID", help=_("ends when that process has ended"))


def run(options: Namespace) -> int:
    if options.beside:
        stay_beside(options.beside)
        return 0
    from beredd.cli.house import open_house

    open_house()
    from beredd.cli.work import work

    work(once=options.once, under=options.under)
    return 0
