"""beredd print: paper, ready to lay out before it is needed."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from beredd.cli.arguments import as_json, day, positive
from beredd.cli.whole_file import whole_file
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("makes signing lists, programmes and prescriptions on paper, as a PDF")
WHAT = ("unit", "patient", "safety-box", "workplace", "routine", "blank")
FORMS = ("rolling", "month", "four_weeks")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("what", choices=WHAT, metavar=_("WHAT"), help=", ".join(WHAT))
    parser.add_argument(
        "key",
        nargs="?",
        default="",
        metavar=_("KEY"),
        help=_("unit or patient as in the import files, or the routine"),
    )
    parser.add_argument("--out", required=True, type=Path, metavar=_("FILE"), help=_("the PDF to write"))
    parser.add_argument("--form", choices=FORMS, default="month", help=_("how many days (month)"))
    parser.add_argument("--from", dest="first", type=day, metavar=_("YYYY-MM-DD"), help=_("the first day (today)"))
    parser.add_argument("--days", type=positive, metavar="N", help=_("so many days, instead of a form"))
    parser.add_argument("--everybody", action="store_true", help=_("for all patients: paper is in force"))
    parser.add_argument("--since-last", action="store_true", help=_("only what has changed since it was last printed"))
    parser.add_argument("--by", metavar=_("USERNAME"), help=_("who prints: said on every sheet and in the access log"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd import clock
    from beredd.cli import paper

    with whole_file(options.out) as file:
        plan = paper.planned(options, at=clock.now())
        done = paper.printed(plan, options, at=clock.now())
        file.write(done.pdf)
    told = paper.as_json(plan, done, options)
    print(json.dumps(told, ensure_ascii=False, indent=1) if options.json else paper.as_text(plan, done, options.out))
    return 0
