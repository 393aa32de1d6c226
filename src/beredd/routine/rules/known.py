"""Who must have read the routine, by when, and how it stands with each of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from beredd.people.rules.roles import LICENSED, Role

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
    """That somebody works in a role for an employer since a day."""

    role: Role
    employer: str
    since: date


_READS_AS = {
    Role.PERFORMER: Audience.PERFORMER,
    **{role: Audience.LICENSED for role in LICENSED},
    Role.UNIT_MANAGER: Audience.MANAGER,
    Role.MEDICALLY_RESPONSIBLE: Audience.MANAGER,
}
_FIRST = (Audience.LICENSED, Audience.MANAGER, Audience.PERFORMER)  # who is several reads what asks most of them


def reads_as(works: Iterable[Work], *, employers: Collection[str]) -> Audience | None:
    """None: the routine is not for this person, whatever else they do here."""
    named = {_READS_AS.get(work.role) for work in works if work.employer in employers}
    return next((audience for audience in _FIRST if audience in named), None)


def read_by(works: Iterable[Work], *, employers: Collection[str], in_force_from: date) -> date:
    """The last day to have read it: two weeks from when it came into force, or from one's first day here."""
    began = min(work.since for work in works if work.employer in employers and work.role in _READS_AS)
    return max(in_force_from, began) + timedelta(days=DAYS_TO_READ)


def standing(*, confirmed: bool, by: date, today: date) -> Standing:
    if confirmed:
        return Standing.KNOWN
    return Standing.OVERDUE if today > by else Standing.TO_READ
