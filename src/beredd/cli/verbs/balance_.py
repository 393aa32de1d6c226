"""beredd balance: what has become of every occurrence of a unit's day."""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json, day
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("shows what has become of everything planned in a unit on a day")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--unit", required=True, metavar=_("KEY"), help=_("the unit's key, as in the import files"))
    parser.add_argument(
        "--day", required=True, type=day, metavar=_("YYYY-MM-DD"), help=_("the day on the Swedish calendar")
    )
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd import clock
    from beredd.cli import day_balance

    found = day_balance.of(options.unit, options.day, now=clock.now())
    print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else day_balance.as_text(found))
    return 0
