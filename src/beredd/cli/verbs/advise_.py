"""beredd advise: what to do right now, and whom to reach right now."""

import json
import os
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json, moment, pair
from beredd.cli.words import gettext as _
from beredd.cli.words import language
from beredd.i18n.mark import N_

HELP = N_("says what to do in a disruption, and whom to reach right now")


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--situation", metavar="ID", help=_("what has happened, as listed by --list"))
    what.add_argument("--list", action="store_true", help=_("lists the situations"))
    parser.add_argument("--role", default="", metavar="ID", help=_("who you are: performer, licensed or manager"))
    parser.add_argument("--employer", default="", metavar="ID", help=_("who employs you: municipality, lov or humana"))
    parser.add_argument("--unit", default="", metavar="ID", help=_("your unit, where the routine tells units apart"))
    parser.add_argument(
        "--answer",
        type=pair,
        action="append",
        default=[],
        metavar="ID=ID",
        help=_("what you have observed; may be given several times"),
    )
    parser.add_argument("--at", type=moment, metavar="TIME", help=_("another time than now, as 2026-12-24T10:00"))
    parser.add_argument("--since", type=moment, metavar="TIME", help=_("since when it has lasted"))
    parser.add_argument("--routine", default="exorlive", metavar="ID", help=_("which routine (exorlive)"))
    parser.add_argument("--lang", choices=("sv", "en"), help=_("the language of the answer"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    if options.lang:
        os.environ["LANGUAGE"] = options.lang  # for all that is said from here on
    open_house()
    from beredd import clock
    from beredd.cli import advice_report, routines

    at, spoken = options.at or clock.now(), language()
    routine = routines.routine_named(options.routine, at=at)
    if options.list:
        found = routines.situations_as_json(routine, spoken)
        text = "\n".join(f"{one['id']:24}{one['title']}" for one in found)
        print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else text)
        return 0
    advice = routines.advise(routine, options, at=at)
    told = advice_report.as_json(advice, spoken)
    print(json.dumps(told, ensure_ascii=False, indent=1) if options.json else advice_report.as_text(advice, spoken))
    return 0
