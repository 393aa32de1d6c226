"""beredd import: a municipality from files."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("reads organisations, users, patients and prescriptions from CSV or XLSX files")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar=_("FOLDER"), help=_("the folder with the files"))
    parser.add_argument("--check", action="store_true", help=_("only check; store nothing"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import prepare

    prepare()
    from beredd import clock
    from beredd.cli import import_report, progress
    from beredd.importing.actions import check_folder, import_folder
    from beredd.people.rules.access import SYSTEM

    at = clock.now()
    if options.check:
        found = check_folder(folder=options.folder, at=at)
    else:
        found = import_folder(folder=options.folder, by=SYSTEM, at=at, progress=progress.show)
    if options.json:
        print(json.dumps(import_report.as_json(found, checked_only=options.check), ensure_ascii=False, indent=1))
    else:
        text = import_report.as_text(found, checked_only=options.check)
        print(text, file=sys.stderr if found.faults else sys.stdout)
    return 1 if found.faults else 0
