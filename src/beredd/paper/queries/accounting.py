"""Sheets counted: every one that was printed, in the one state that its newest step says."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery

from beredd.care.queries import patients
from beredd.paper.models import Sheet, SheetStep
from beredd.paper.queries.sheets import SheetRow, sheet_rows
from beredd.paper.rules.accounting import SheetState, counts
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission


def sheet_counts(access: Access, unit: UUID | None, *, since: datetime) -> dict[SheetState, int]:
    """Of what was printed since then for the unit, or for none when it is None; the sum is what was printed."""
    return counts(SheetState(one) for one in _sheets(access, unit, since).values_list("now", flat=True))


def counted_sheets(access: Access, unit: UUID | None, *, since: datetime, states: Sequence[SheetState]) -> list[str]:
    """The numbers of those in these states, newest first; in all states when none is named."""
    rows = _sheets(access, unit, since)
    found = rows.filter(now__in=[one.value for one in states]) if states else rows
    return list(found.order_by("-printed_at", "position").values_list("id", flat=True))


def sheets_by_number(access: Access, numbers: Sequence[str], unit: UUID | None) -> list[SheetRow]:
    """In the order given; those of the unit that this person may see."""
    rows = {row.id: row for row in sheet_rows(_of_unit(access, unit).filter(id__in=numbers))}
    return [rows[one] for one in numbers if one in rows]


def _sheets(access: Access, unit: UUID | None, since: datetime) -> QuerySet[Any]:
    newest = SheetStep.objects.filter(sheet=OuterRef("id")).order_by("-said_at", "-id")
    return _of_unit(access, unit).filter(printed_at__gte=since).annotate(now=Subquery(newest.values("state")[:1]))


def _of_unit(access: Access, unit: UUID | None) -> QuerySet[Sheet]:
    """A patient's sheet is the patient's unit's; others are the unit's that their pack was printed for."""
    if not may(access, Permission.SEE_PATIENTS):
        return Sheet.objects.none()
    whose = [one.id for one in patients(access, unit=unit) if one.unit == unit] if unit else []
    return Sheet.objects.filter(Q(patient__in=whose) | Q(patient=None, pack__unit=unit))
