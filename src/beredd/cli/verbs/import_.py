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
    from beredd.importing.report import as_json as report_as_json
    from beredd.importing.report import as_text
    from beredd.importing.run import import_folder

    outcome = import_folder(options.folder, at=clock.now(), check_only=options.check)
    if options.json:
        print(json.dumps(report_as_json(outcome), ensure_ascii=False, indent=1))
    else:
        print(as_text(outcome), file=sys.stderr if outcome.faults else sys.stdout)
    return 1 if outcome.faults else 0
