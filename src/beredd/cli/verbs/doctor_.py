"""beredd doctor: is everything here that is needed?"""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json
from beredd.i18n.mark import N_

HELP = N_("checks the installation and says in plain words what is wrong")


def arguments(parser: ArgumentParser) -> None:
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.doctor.round import examine

    found = examine()
    if options.json:
        print(json.dumps([one.as_json() for one in found], ensure_ascii=False, indent=1))
    else:
        print("\n".join(one.as_text() for one in found))
    return 0 if all(one.well for one in found) else 1
