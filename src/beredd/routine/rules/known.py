"""Who must have read the routine, by when, and how it stands with each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from beredd.people.rules.roles import LICENSED, Role
from beredd.routine.rules.routine import EMPLOYER, ROLE, Routine

DAYS_TO_READ = 14  # long enough to come back from a week off, short enough to be before the next failure


class Audience(StrEnum):
    """As whom somebody reads: it decides which scenario questions they get."""

    PERFORMER = "performer"
    LICENSED = "licensed"
    MANAGER = "manager"


class Standing(StrEnum):
    KNOWN = "known"
    TO_READ = "to_read"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Work:
    """That somebody works in a role since a day. `employer`: the names that a routine may know the employer by."""

    role: Role
    employer: frozenset[str]
    since: date


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a routine is for, by the answers it gives to "who are you" and "who employs you"; without employers: all."""

    audiences: frozenset[str]
    employers: frozenset[str]

    def covers(self, work: Work) -> bool:
        employed = not self.employers or bool(work.employer & self.employers)
        return employed and _READS_AS.get(work.role) in self.audiences


_READS_AS = {
    Role.PERFORMER: Audience.PERFORMER,
    **{role: Audience.LICENSED for role in LICENSED},
    Role.UNIT_MANAGER: Audience.MANAGER,
    Role.MEDICALLY_RESPONSIBLE: Audience.MANAGER,
}
_FIRST = (Audience.LICENSED, Audience.MANAGER, Audience.PERFORMER)  # who is several reads what asks most of them


def meant(routine: Routine) -> Meant:
    """As the routine's own questions about its reader have it."""
    answers = {one.id: frozenset(option.id for option in one.options) for one in routine.questions}
    return Meant(answers.get(ROLE, frozenset()), answers.get(EMPLOYER, frozenset()))


def reads_as(works: Iterable[Work], *, meant: Meant) -> Audience | None:
    """None: the routine is not for this person, whatever else they do here."""
    named = {_READS_AS[work.role] for work in works if meant.covers(work)}
    return next((audience for audience in _FIRST if audience in named), None)


def read_by(works: Iterable[Work], *, meant: Meant, in_force_from: date) -> date:
    """The last day to have read it: two weeks from when it came into force, or from one's first day here."""
    began = min(work.since for work in works if meant.covers(work))
    return max(in_force_from, began) + timedelta(days=DAYS_TO_READ)


def standing(*, confirmed: bool, by: date, today: date) -> Standing:
    if confirmed:
        return Standing.KNOWN
    return Standing.OVERDUE if today > by else Standing.TO_READ
