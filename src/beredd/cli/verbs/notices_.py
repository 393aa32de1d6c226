"""beredd notices: what has been told and how it fared; a test; the outbox worked by hand."""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from beredd.cli.arguments import as_json
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("shows notices and how they fared, sends a test, works the outbox")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=["list", "send-test", "work", "call-tree"],
        help=_("list; send-test RECIPIENT; work until stopped; call-tree on paper"),
    )
    parser.add_argument("recipient", nargs="?", metavar="RECIPIENT", help=_("whom to send a test, as in notices.toml"))
    parser.add_argument("--out", type=Path, metavar=_("FILE"), help=_("the PDF to write (call-tree.pdf)"))
    parser.add_argument("--lease", type=float, default=120, metavar="SECONDS", help=_("how long a try may take (120)"))
    as_json(parser)


def run(options: Namespace) -> int:
    from beredd.cli.house import open_house

    open_house()
    from beredd.cli import notices

    if options.what == "work":
        return notices.work(lease=options.lease)
    if options.what == "call-tree":
        return notices.call_tree(options.out or Path("call-tree.pdf"))
    if options.what == "send-test":
        return notices.send_test(options.recipient or "")
    told = notices.listed()
    print(json.dumps(told, ensure_ascii=False, indent=1) if options.json else notices.as_text(told))
    return 0
