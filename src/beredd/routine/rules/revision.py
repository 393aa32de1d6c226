"""When a routine is due for revision."""

from dataclasses import dataclass
from datetime import date, timedelta

AHEAD = timedelta(days=30)  # a month to look it through before the day


@dataclass(frozen=True, slots=True)
class Revision:
    """`soon`: time to begin. `overdue`: the day has passed."""

    due_on: date
    soon: bool
    overdue: bool


def revision(decided_on: date, months: int | None, *, today: date) -> Revision | None:
    """None when the routine is revised when needed, and at no fixed time."""
    if months is None:
        return None
    due_on = months_after(decided_on, months)
    return Revision(due_on, soon=due_on - AHEAD <= today, overdue=due_on < today)


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on; the last of the month when it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
