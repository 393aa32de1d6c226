"""beredd station: a unit's computer that looks from where it stands, and shows how it stands to its unit."""

from argparse import ArgumentParser, Namespace

from beredd.cli.arguments import address
from beredd.cli.words import gettext as _
from beredd.i18n.mark import N_

HELP = N_("looks from a unit whether the systems can be reached, tells the server and shows it to the unit")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--to", required=True, metavar="URL", help=_("the address of the server"))
    parser.add_argument(
        "--key",
        required=True,
        metavar=_("FILE"),
        help=_("the station's key, as the office showed it when it was added"),
    )
    address(parser)


def run(options: Namespace) -> int:
    import os
    from pathlib import Path

    os.environ["DJANGO_SETTINGS_MODULE"] = "beredd.config.station"
    from beredd.cli.house import open_house
    from beredd.i18n.build import build

    build()
    open_house()
    from beredd.cli.station import begin
    from beredd.database.keys import refuse_if_others_may_read

    key = Path(options.key).expanduser()
    refuse_if_others_may_read(key)
    return begin(to=options.to, key=key.read_text("ascii").strip(), host=options.host, port=options.port)
