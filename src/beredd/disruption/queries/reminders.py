"""What is soon due in an incident: its time limits, and the routine's steps that have a time and are not done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.disruption.models import Reminder
from beredd.disruption.queries.checklists import done_in, limits, routines_of
from beredd.disruption.queries.incidents import IncidentRow, steps_of
from beredd.disruption.rules.checklist import timed
from beredd.disruption.rules.limits import Due, Limit, task_time
from beredd.people.queries import UnitRow, all_units, unit_rows
from beredd.people.rules.access import SYSTEM
from beredd.people.rules.roles import Permission

CARE = "care"


@dataclass(frozen=True, slots=True)
class DueRow:
    """`what` names it for ever. `limit` or, of a step, what the routine says; `units`: whom it still concerns."""

    what: str
    limit: Limit | None
    text: str
    units: tuple[UnitRow, ...]
    due_at: datetime


def due(row: IncidentRow, *, at: datetime) -> list[DueRow]:
    """What is within its time of warning or has passed, and nobody has been reminded of yet."""
    units = _units(row)
    found = [DueRow(one.limit, one.limit, "", units, one.passes_at) for one in limits(row, at=at) if _now(one, at)]
    found += _tasks(row, units, {one.due_at for one in found}, at)
    had = set(Reminder.objects.filter(incident=row.id).values_list("what", "due_at"))
    return [one for one in found if (one.what, one.due_at) not in had]


def _tasks(row: IncidentRow, units: tuple[UnitRow, ...], taken: set[datetime], at: datetime) -> Iterator[DueRow]:
    """What is due at the very time of a limit is that limit: the routine's time is where the limit has it from."""
    done = {unit.id: done_in(row.id, unit.id) for unit in units}
    for routine, _, found in routines_of(row, at):
        for step in timed(routine, found):
            time = task_time(row.opened_at, steps_of(row), step.after) if step.after else None
            left = tuple(unit for unit in units if (routine.id, step.id) not in done[unit.id])
            if time and _now(time, at) and time.passes_at not in taken and left:
                yield DueRow(f"{routine.id}/{step.id}", None, step.text.sv, left, time.passes_at)


def _now(one: Due, at: datetime) -> bool:
    return one.is_warning(at) or one.has_passed(at)


def _units(row: IncidentRow) -> tuple[UnitRow, ...]:
    """Those concerned; every care unit, when it concerns everybody."""
    if row.units is not None:
        return tuple(unit_rows(row.units))
    return tuple(one for one in all_units(SYSTEM, Permission.SIGN) if one.kind == CARE)


def is_reminded(incident: UUID, one: DueRow) -> bool:
    return Reminder.objects.filter(incident=incident, what=one.what, due_at=one.due_at).exists()
