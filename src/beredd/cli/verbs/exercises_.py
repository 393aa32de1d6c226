"""beredd exercises: the library that comes with Beredd: list it, judge it, print its contact sheet."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("lists the exercises that come with Beredd, judges their pictures, makes a contact sheet")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=_("judges texts and pictures; 1 when something is wrong"))
    parser.add_argument("--sheet", type=Path, metavar=_("FILE"), help=_("writes a contact sheet as PNG"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd.cli import exercises

    library = exercises.library()
    if options.sheet:
        options.sheet.write_bytes(exercises.sheet(library))
    problems = exercises.problems(library) if options.check else []
    told = exercises.as_json(library, problems)
    print(json.dumps(told, ensure_ascii=False, indent=1) if options.json else exercises.as_text(told))
    return 1 if problems else 0
