"""Deciding about a disruption from a terminal: in somebody's name and with their rights, as at a desk."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.disruption import actions, queries
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import Move
from beredd.people.queries import access_of, all_units, find_user
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import Permission

MOVES = {
    "confirm": Move.CONFIRM,
    "slow": Move.DEGRADE,
    "long": Move.DECLARE_LONG,
    "recovering": Move.RECOVER,
    "again": Move.RELAPSE,
    "close": Move.CLOSE,
    "dismiss": Move.DISMISS,
}
PAPER, PAPER_OVER, TELL = "paper", "paper-over", "tell"
DO = (*MOVES, PAPER, PAPER_OVER, TELL)


def decide(options: Namespace, id: UUID, *, at: datetime) -> None:
    """Raises Trouble, and Refused as the actions do."""
    by = _by(options.by, at)
    row = queries.incident(by, id)
    if row is None:
        raise Trouble(_("There is no such disruption. Run “beredd incident --all” to see which there are."))
    if options.do in MOVES:
        actions.move_incident(incident=id, move=MOVES[options.do], ground=options.ground, by=by, at=at)
        return
    other: dict[str, Callable[[Namespace, IncidentRow, Access, datetime], None]] = {
        PAPER: _begin_paper,
        PAPER_OVER: _end_paper,
        TELL: _tell,
    }
    other[options.do](options, row, by, at)


def _begin_paper(options: Namespace, row: IncidentRow, by: Access, at: datetime) -> None:
    actions.begin_paper(
        incident=row.id,
        unit=_unit(options.unit),
        system=options.system or row.system,
        begins_at=options.when or at,
        ground=options.ground,
        by=by,
        at=at,
    )


def _end_paper(options: Namespace, row: IncidentRow, by: Access, at: datetime) -> None:
    unit, system = _unit(options.unit), options.system or row.system
    open_ones = [one for one in row.papers if one.period.ends is None and (one.unit, one.system) == (unit, system)]
    if not open_ones:
        raise Trouble(_("Paper is not used there for that system. Run “beredd incident ID” to see where it is."))
    actions.end_paper(paper=open_ones[0].id, ends_at=options.when or at, ground=options.ground, by=by, at=at)


def _tell(options: Namespace, row: IncidentRow, by: Access, at: datetime) -> None:
    actions.tell(incident=row.id, text=options.ground, next_at=options.when, by=by, at=at)


def _by(username: str | None, at: datetime) -> Access:
    if not username:
        raise Trouble(_("Say who decides: --by and the name that one signs in with."), usage=True)
    user = find_user(username)
    if user is None:
        raise Trouble(_("There is no user called “%s”.") % username, usage=True)
    return access_of(user.id, at=at)


def _unit(key: str | None) -> UUID:
    found = next((one.id for one in all_units(SYSTEM, Permission.SIGN) if one.key == key), None)
    if found is None:
        raise Trouble(_("Say which unit: --unit and its key in the import files."), usage=True)
    return found
