"""beredd probe: one round of tries from this machine."""

import json
from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("tries once, from here, whether the systems around can be reached")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--file", metavar=_("FILE"), help=_("another file than the municipality's own probes.toml"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from pathlib import Path

    from beredd import clock
    from beredd.cli import probe_report
    from beredd.disruption.landscape_file import read_plan
    from beredd.disruption.plan import plan_file
    from beredd.disruption.probes.round import one_round

    plan = read_plan(Path(options.file) if options.file else plan_file())
    found = one_round(plan)
    told = probe_report.as_json(plan, found, at=clock.now())
    print(json.dumps(told, ensure_ascii=False, indent=1) if options.json else probe_report.as_text(told))
    return 1 if any(one["result"] == "fails" for one in told) else 0
