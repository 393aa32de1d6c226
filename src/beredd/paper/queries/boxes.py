"""What is known of the safety boxes of the units in which one handles paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from beredd.paper.models import BoxContents, BoxInspection, SafetyBox, Sheet, SheetStep
from beredd.paper.queries.sheets import SheetRow, sheet_rows
from beredd.paper.rules.accounting import SheetState
from beredd.people.queries import names, unit_rows
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class InspectionRow:
    seen: Mapping[str, int]
    sheets: Sequence[str]
    note: str
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class BoxRow:
    """`inspections`: newest first."""

    id: UUID
    unit: UUID
    unit_name: str
    name: str
    place: str
    holds: Mapping[str, int]
    inspections: tuple[InspectionRow, ...]

    @property
    def inspected_at(self) -> datetime | None:
        return self.inspections[0].at if self.inspections else None


def boxes(access: Access, *, unit: UUID | None = None) -> list[BoxRow]:
    """By unit and name; those of one unit when it is given."""
    units = units_with(access, Permission.HANDLE_PAPER)
    rows = SafetyBox.objects.filter(removed_at=None)
    if not isinstance(units, Everywhere):
        rows = rows.filter(unit__in=units)
    return _rows(rows.filter(unit=unit) if unit else rows)


def box(access: Access, id: UUID) -> BoxRow | None:
    """None when there is none for this person."""
    return next((one for one in boxes(access) if one.id == id), None)


def boxes_of(units: Sequence[UUID]) -> list[BoxRow]:
    """Scope is the caller's."""
    return _rows(SafetyBox.objects.filter(removed_at=None, unit__in=units))


def box_sheets(id: UUID) -> list[SheetRow]:
    """What lies in it. Scope is the caller's."""
    newest = SheetStep.objects.filter(sheet=OuterRef("id")).order_by("-said_at", "-id")
    rows = Sheet.objects.annotate(
        now=Subquery(newest.values("state")[:1]), lies_in=Subquery(newest.values("box")[:1])
    ).filter(lies_in=id, now=SheetState.PLACED.value)
    return sheet_rows(rows.order_by("printed_at", "pack", "position"))


def printed_for_box(id: UUID) -> list[SheetRow]:
    """What was printed for it and has not been put into it. Scope is the caller's."""
    newest = SheetStep.objects.filter(sheet=OuterRef("id")).order_by("-said_at", "-id")
    rows = Sheet.objects.filter(pack__box=id).annotate(now=Subquery(newest.values("state")[:1]))
    waiting = rows.filter(now__in=[SheetState.PRINTED.value, SheetState.HANDED_OUT.value])
    return sheet_rows(waiting.order_by("printed_at", "position"))


def _rows(found: QuerySet[SafetyBox]) -> list[BoxRow]:
    rows = list(found)
    ids = [row.id for row in rows]
    holds = {row.box_id: row.holds for row in BoxContents.objects.filter(box__in=ids)}
    seen = list(BoxInspection.objects.filter(box__in=ids).order_by("-at", "-id"))
    who, units = names({one.by for one in seen}), {one.id: one.name for one in unit_rows({row.unit for row in rows})}
    told = [
        BoxRow(
            id=row.id,
            unit=row.unit,
            unit_name=units.get(row.unit, ""),
            name=row.name,
            place=row.place,
            holds=holds[row.id],
            inspections=tuple(
                InspectionRow(one.seen, one.sheets, one.note, who.get(one.by, ""), one.at)
                for one in seen
                if one.box_id == row.id
            ),
        )
        for row in rows
    ]
    return sorted(told, key=lambda one: (one.unit_name, one.name))
