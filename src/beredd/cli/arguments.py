"""Arguments that several verbs share."""

from argparse import ArgumentParser, ArgumentTypeError
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from beredd.cli.words import gettext as _

MOST_PORTS = 65535
SWEDEN = ZoneInfo("Europe/Stockholm")
YEARS = range(2000, 2101)


def address(parser: ArgumentParser) -> None:
    """--host and --port."""
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADDRESS", help=_("address to listen on (127.0.0.1: this machine only)")
    )
    parser.add_argument("--port", type=port, default=8000, metavar="PORT", help=_("port to listen on (8000)"))


def as_json(parser: ArgumentParser) -> None:
    """--json."""
    parser.add_argument("--json", action="store_true", help=_("answer as JSON, for programs"))


def port(text: str) -> int:
    """1–65535."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) <= MOST_PORTS:
        raise ArgumentTypeError(_("“%s” is not a port; give a number between 1 and 65535") % text)
    return int(text)


def day(text: str) -> date:
    """YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(_("“%s” is not a day; write it as 2026-11-23") % text) from None


def positive(text: str) -> int:
    """At least one."""
    if not text.isascii() or not text.isdigit() or not 0 < int(text) < 1000:
        raise ArgumentTypeError(_("“%s” is not a number between 1 and 999") % text)
    return int(text)


def process(text: str) -> int:
    """The number of a process, which may be large."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(_("“%s” is not the number of a process") % text)
    return int(text)


def moment(text: str) -> datetime:
    """YYYY-MM-DDThh:mm on the wall in Sweden, or with the offset of another place."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise ArgumentTypeError(_("“%s” is not a time; write it as 2026-12-24T10:00") % text)
    return (found if found.tzinfo else found.replace(tzinfo=SWEDEN)).astimezone(UTC)


def pair(text: str) -> tuple[str, str]:
    """question=answer."""
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise ArgumentTypeError(_("“%s” is not an answer; write it as question=answer") % text)
    return name, value
