"""beredd incident: the disruptions that go on, one with all that has happened to it, and deciding about it."""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json, moment
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("shows the disruptions that go on, or what has happened to one; decides about it with --do")
DO = ("confirm", "slow", "long", "recovering", "again", "close", "dismiss", "paper", "paper-over", "tell")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("id", nargs="?", metavar="ID", help=_("one disruption, with its timeline"))
    parser.add_argument("--all", action="store_true", help=_("those that are over, too"))
    parser.add_argument("--do", choices=DO, metavar=_("WHAT"), help=_("what is decided: %s") % ", ".join(DO))
    parser.add_argument("--by", metavar=_("USERNAME"), help=_("who decides: kept with the decision"))
    parser.add_argument("--ground", default="", metavar=_("TEXT"), help=_("what it is based on, or what is told"))
    parser.add_argument("--unit", metavar=_("KEY"), help=_("for paper: the unit, as in the import files"))
    parser.add_argument("--system", metavar=_("KEY"), help=_("for paper: the system it replaces"))
    parser.add_argument(
        "--at",
        dest="when",
        type=moment,
        metavar=_("TIME"),
        help=_("when paper begins or ends (now); the next word"),
    )
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd import clock
    from beredd.cli import incident_moves, incident_report

    if options.do:
        id = incident_report.the_id(options.id)
        incident_moves.decide(options, id, at=clock.now())
    found = incident_report.of(options.id, everything=options.all, now=clock.now())
    print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else incident_report.as_text(found))
    return 0
