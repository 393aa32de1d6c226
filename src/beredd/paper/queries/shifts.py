"""Which units get paper by itself at the end of each shift."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.paper.models import ShiftPrint
from beredd.people.queries import access_of
from beredd.people.rules.access import may
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """`holds`: False when whoever agreed on it may no longer print there, so that nothing is made."""

    unit: UUID
    times: tuple[str, ...]
    everybody: bool
    to: str
    put_by: UUID
    put_at: datetime
    last_due: datetime
    holds: bool


def shift_prints(units: Iterable[UUID], *, at: datetime) -> Mapping[UUID, ShiftRow]:
    """Of these units, those that have one."""
    return {row.unit: _row(row, at) for row in ShiftPrint.objects.filter(unit__in=list(units))}


def _row(row: ShiftPrint, at: datetime) -> ShiftRow:
    holds = may(access_of(row.put_by, at=at), Permission.SEE_PATIENTS, row.unit)
    return ShiftRow(row.unit, tuple(row.times), row.everybody, row.to, row.put_by, row.put_at, row.last_due, holds)
