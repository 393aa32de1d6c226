"""beredd incident: the disruptions that go on, or one with all that has happened to it."""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("shows the disruptions that go on, or what has happened to one")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help=_("one disruption, with its timeline"))
    parser.add_argument("--all", action="store_true", help=_("those that are over, too"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd import clock
    from beredd.cli import incident_report

    found = incident_report.of(options.id, everything=options.all, now=clock.now())
    print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else incident_report.as_text(found))
    return 0
