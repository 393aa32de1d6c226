"""The balance of a day: every planned occurrence, what has become of it, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from beredd.care.queries import Planned, due, due_of_patient
from beredd.clock import midnight
from beredd.people.rules.access import Access
from beredd.signing.queries.history import SignatureRow, of_occurrences
from beredd.signing.rules import balance as rule
from beredd.signing.rules.balance import Signed, State


@dataclass(frozen=True, slots=True)
class DayLine:
    """`signatures`: those that stand, oldest first."""

    planned: Planned
    state: State
    reason: str | None
    signatures: tuple[SignatureRow, ...]


def balance(access: Access, *, unit: UUID, day: date, now: datetime) -> list[DayLine]:
    """A unit's day, by due time and name. A window that reaches in from the day before belongs to that day."""
    since, until = midnight(day), midnight(day + timedelta(days=1))
    planned = due(access, unit=unit, since=since, until=until)
    return _lines([one for one in planned if _is_of_day(one, since, until)], now)


def patient_lines(access: Access, *, patient: UUID, since: datetime, until: datetime, now: datetime) -> list[DayLine]:
    """One patient's."""
    return _lines(due_of_patient(access, patient=patient, since=since, until=until), now)


def _is_of_day(planned: Planned, since: datetime, until: datetime) -> bool:
    occurrence = planned.occurrence
    return "W" in occurrence.slot or since <= occurrence.due_at < until


def _lines(planned: Sequence[Planned], now: datetime) -> list[DayLine]:
    rows = {row.id: row for row in of_occurrences([one.occurrence.id for one in planned]) if row.stands}
    signed = [
        Signed(row.id, row.occurrence, row.outcome, row.reason, row.performed_at, row.corrects, beside=row.beside)
        for row in rows.values()
    ]
    lines = rule.balance([one.occurrence for one in planned], signed, now)
    return [
        DayLine(one, line.state, line.reason, tuple(rows[id] for id in line.signatures))
        for one, line in zip(planned, lines, strict=True)
    ]
