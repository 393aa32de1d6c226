"""beredd diagnose: what is wrong, judged from a file of what was seen and said."""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("says what is wrong, from a file of what was seen and said")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", metavar=_("FILE"), help=_("written as contract/cases/diagnosis.json"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from pathlib import Path

    from beredd import clock
    from beredd.cli import diagnosis_report

    found = diagnosis_report.of(Path(options.file), now=clock.now())
    print(json.dumps(found, ensure_ascii=False, indent=1) if options.json else diagnosis_report.as_text(found))
    return 0
