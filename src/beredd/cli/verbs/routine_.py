"""beredd routine: checks a routine's file, and tells what differs between two."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("checks a routine's file, or tells what differs between two")


def arguments(parser: ArgumentParser) -> None:
    verbs = parser.add_subparsers(title=_("verbs"), metavar=_("VERB"), required=True, dest="what")
    told = _("reads the file and names every fault with its line")
    one = verbs.add_parser("check", help=told, description=told)
    one.add_argument("file", type=Path, metavar=_("FILE"), help=_("the routine's file"))
    as_json(one)
    told = _("tells in words what has changed from one file to the other")
    two = verbs.add_parser("diff", help=told, description=told)
    two.add_argument("old", type=Path, metavar="A", help=_("the older file"))
    two.add_argument("new", type=Path, metavar="B", help=_("the newer file"))
    as_json(two)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd.cli import routine_report as report

    if options.what == "diff":
        changes = report.differ(options.old, options.new)
        print(json.dumps(changes, ensure_ascii=False, indent=1) if options.json else report.diff_as_text(changes))
        return 0
    found = report.check(options.file)
    text = json.dumps(found, ensure_ascii=False, indent=1) if options.json else report.check_as_text(found)
    print(text, file=sys.stdout if found["ok"] or options.json else sys.stderr)
    return 0 if found["ok"] else 1
