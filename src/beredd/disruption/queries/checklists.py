"""The routine in force as it stands in an incident: steps with who did them, limits, whom to tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.disruption.models import StepDone
from beredd.disruption.queries.incidents import IncidentRow, steps_of
from beredd.disruption.rules.checklist import Section, afters, checklist, every, situations, told_when_long
from beredd.disruption.rules.landscape import Layer
from beredd.disruption.rules.limits import Deadline, deadlines, with_routine
from beredd.people.rules.access import Access
from beredd.routine.calendar import days_around
from beredd.routine.queries import said_by, standing_versions
from beredd.routine.rules.contacts import Reached, reach
from beredd.routine.rules.routine import Option, Routine, Situation

CALL = "call"  # in place of a role: whom to ring is nobody's list but the unit's


@dataclass(frozen=True, slots=True)
class DoneRow:
    """`by_name`: of whoever did it; entered later than done when it stood on paper or waited in a phone."""

    done_at: datetime
    entered_at: datetime
    by_name: str
    channel: str


@dataclass(frozen=True, slots=True)
class Checklist:
    """One role's list from one routine. `done`: by step, in the unit that was asked about."""

    routine: Routine
    version: int
    role: Option
    sections: tuple[Section, ...]
    done: Mapping[str, DoneRow]

    @property
    def steps(self) -> list[str]:
        return list(dict.fromkeys(one.step.id for section in self.sections for one in section.steps))

    @property
    def count_done(self) -> int:
        return sum(step in self.done for step in self.steps)


@dataclass(frozen=True, slots=True)
class CallTask:
    """“Ring X now.”"""

    routine: Routine
    version: int
    whom: Reached
    done: DoneRow | None


def checklists(_access: Access, row: IncidentRow, *, unit: UUID, at: datetime) -> list[Checklist]:
    """One for each role and routine, of an incident that the asker may see."""
    done = _done(row.id, unit)
    return [
        Checklist(routine, version, role, tuple(sections), done.get((routine.id, role.id), {}))
        for routine, version, found in routines_of(row, at)
        for role in routine.audiences
        if (sections := checklist(routine, role.id, found))
    ]


def calls(_access: Access, row: IncidentRow, *, unit: UUID, at: datetime) -> list[CallTask]:
    """Whom to tell once it is long, as the routine says, with whom to reach at this moment."""
    done = _done(row.id, unit)
    return [
        CallTask(
            routine,
            version,
            reach(routine, routine.contact(contact), now=at, days=days_around(routine.calendar, at)),
            done.get((routine.id, CALL), {}).get(contact),
        )
        for routine, version, found in routines_of(row, at)
        for contact in told_when_long(routine, found)
    ]


def limits(row: IncidentRow, *, at: datetime) -> list[Deadline]:
    """What must be decided by when, with the times of the routine in force; the nearest first."""
    word = row.last_word
    given = [after for routine, _, found in routines_of(row, at) for after in afters(routine, found)]
    return deadlines(
        row.opened_at,
        steps_of(row),
        told_at=word.at if word else None,
        promised_at=word.about if word else None,
        limits=with_routine(given),
    )


def routines_of(row: IncidentRow, at: datetime) -> list[tuple[Routine, int, list[Situation]]]:
    """Those that know the system; all that they say, when none does."""
    standing = [(said_by(one), one.number) for one in standing_versions(at=at)]
    about = [(one, number, situations(one, row.system, Layer(row.layer))) for one, number in standing]
    known = [entry for entry in about if entry[2]]
    return known or [(one, number, every(one)) for one, number in standing]


def done_in(incident: UUID, unit: UUID) -> set[tuple[str, str]]:
    """(routine, step) of what anybody in the unit has done, whoever's list it stood on."""
    return {(routine, step) for (routine, _), steps in _done(incident, unit).items() for step in steps}


def _done(incident: UUID, unit: UUID) -> dict[tuple[str, str], dict[str, DoneRow]]:
    """The latest of each: a tick that was taken back is none."""
    found: dict[tuple[str, str], dict[str, DoneRow]] = {}
    for row in StepDone.objects.filter(incident=incident, unit=unit).order_by("entered_at", "done_at", "id"):
        mine = found.setdefault((row.routine, row.role), {})
        mine.pop(row.step, None)
        if row.done:
            mine[row.step] = DoneRow(row.done_at, row.entered_at, row.done_by, row.channel)
    return found
