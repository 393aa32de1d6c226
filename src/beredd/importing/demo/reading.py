"""The demo's routine as it would be some days on: a third have read it, and it hangs in most care units."""

from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from beredd.clock import local_day
from beredd.importing.routines import put_routine
from beredd.people.queries import UnitRow, access_of, all_units, members, performers_in
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission, Role
from beredd.routine import actions
from beredd.routine.queries import standing_versions, to_read

NOT_YET = {"bo", "cilla"}  # so that one can see how it is asked
ALREADY = {"alva", "frida", "sam", "disa", "maria"}
PLACE = "Personalrummet, bredvid whiteboardtavlan"
DAY = 24 * 60  # minutes


def make(chance: Random, *, put_at: datetime, at: datetime) -> None:
    """`at`: the demo's now; people have read and hung up within the day before it."""
    put_routine(at=put_at)
    units = all_units(SYSTEM, Permission.SIGN)
    staff = {one.user.id: one.user.username for one in members([unit.id for unit in units], on=local_day(at))}
    for user, username in staff.items():
        if username in ALREADY or (chance.random() < 0.3 and username not in NOT_YET):
            _read(user, at=at - timedelta(minutes=chance.randrange(30, DAY)))
    for unit in units:
        if unit.kind == "care":
            _hang(unit, seen=chance.random() < 0.8, at=at - timedelta(minutes=chance.randrange(30, DAY)))


def _read(user: UUID, *, at: datetime) -> None:
    by = access_of(user, at=at)
    for row in to_read(by, at=at):
        for check in row.said.checks:
            if check.audience == row.audience:
                asked = {"scenario": check.id, "choice": check.right}
                actions.answer_scenario(version=row.version.id, **asked, by=by, at=at)
        actions.confirm_known(version=row.version.id, by=by, at=at)


def _hang(unit: UnitRow, *, seen: bool, at: datetime) -> None:
    (version,) = standing_versions(at=at)
    manager = access_of(performers_in(unit.id, on=local_day(at), roles=[Role.UNIT_MANAGER])[0].id, at=at)
    posting = actions.add_posting(routine=version.routine, unit=unit.id, place=PLACE, by=manager, at=at)
    if seen:
        actions.check_posting(posting=posting, version=version.id, by=manager, at=at)
