"""Does a delegation hold?   Twin: phone/src/rules/delegation.ts; cases: contract/cases/delegation.json

Personal, for a task, perhaps for one unit, both days included, at most a year (SOSFS 1997:14).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused


class DelegationTooLong(Refused):
    """Code `delegation_too_long`."""

    def __init__(self) -> None:
        super().__init__(
            "delegation_too_long", N_("A delegation holds for at most a year. Choose an earlier last day.")
        )


class DelegationBackwards(Refused):
    """Code `delegation_period`."""

    def __init__(self) -> None:
        super().__init__("delegation_period", N_("The last day lies before the first day. Correct one of the days."))


@dataclass(frozen=True, slots=True)
class Delegation:
    id: UUID
    performer: UUID
    task: str
    unit: UUID | None
    given_by: UUID
    starts_on: date
    ends_on: date
    withdrawn_at: datetime | None = None


def valid_delegation(
    delegations: Iterable[Delegation], *, performer: UUID, task: str, unit: UUID | None, at: datetime, zone: ZoneInfo
) -> Delegation | None:
    """The one that holds at that instant, latest to end first; None when none does."""
    day = at.astimezone(zone).date()
    holding = [
        delegation
        for delegation in delegations
        if delegation.performer == performer
        and delegation.task == task
        and delegation.unit in (None, unit)
        and delegation.starts_on <= day <= delegation.ends_on
        and (delegation.withdrawn_at is None or at < delegation.withdrawn_at)
    ]
    return max(holding, key=lambda delegation: (delegation.ends_on, delegation.id), default=None)


def check_period(starts_on: date, ends_on: date) -> None:
    """Raises DelegationBackwards or DelegationTooLong; a year from 23 November ends on 22 November."""
    if ends_on < starts_on:
        raise DelegationBackwards
    if ends_on > last_day(starts_on):
        raise DelegationTooLong


def last_day(starts_on: date) -> date:
    """The latest day a delegation from `starts_on` may end: the day before the same date a year on."""
    try:
        anniversary = starts_on.replace(year=starts_on.year + 1)
    except ValueError:  # 29 February
        anniversary = date(starts_on.year + 1, 3, 1)
    return date.fromordinal(anniversary.toordinal() - 1)
