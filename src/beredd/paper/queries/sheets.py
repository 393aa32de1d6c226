"""What is known of sheets one by one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from beredd.care.queries import patient_row
from beredd.paper.models import Pack, Sheet, SheetStep
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.layout import Page, from_json
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`page`: the geometry, for signing lists. Where it is, since when: as its newest step says. `first` and `last`:
    the days that its pack was printed for."""

    id: str
    pack: UUID
    kind: str
    key: str
    digest: str
    original: bool
    title: str
    patient: UUID | None
    replaces: str
    printed_at: datetime
    page: Page | None
    state: SheetState
    since: datetime
    where: str
    home: UUID | None
    box: UUID | None
    pack_unit: UUID | None
    valid_until: date | None
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class StepRow:
    state: SheetState
    where: str
    said_by: UUID
    said_at: datetime


def sheet(access: Access, id: str) -> SheetRow | None:
    """None when there is none for this person: a patient's sheet is for those who may see the patient."""
    row = Sheet.objects.filter(id=id).first()
    if row is None or (row.patient and patient_row(access, row.patient) is None):
        return None
    return sheet_rows([row])[0] if may(access, Permission.SEE_PATIENTS) else None


def steps(access: Access, id: str) -> list[StepRow]:
    """All that has become of the sheet, oldest first."""
    if sheet(access, id) is None:
        return []
    rows = SheetStep.objects.filter(sheet=id)
    return [StepRow(SheetState(row.state), row.where, row.said_by, row.said_at) for row in rows]


def patient_sheets(access: Access, patient: UUID) -> list[SheetRow]:
    """Newest first; nothing for those who may not see the patient."""
    if patient_row(access, patient) is None:
        return []
    return sheet_rows(Sheet.objects.filter(patient=patient).order_by("-printed_at", "position"))


def newest_sheets(patients: Collection[UUID]) -> dict[tuple[str, str], SheetRow]:
    """(kind, key) → the sheet that holds, unless it has been destroyed or lost. Scope is the caller's."""
    rows = Sheet.objects.filter(patient__in=list(patients)).order_by("printed_at", "pack", "position")
    newest = {(row.kind, row.key): row for row in rows}
    gone = (SheetState.DESTROYED, SheetState.MISSING)
    return {(row.kind, row.key): row for row in sheet_rows(newest.values()) if row.state not in gone}


def placed_later(row: SheetRow) -> bool:
    """Lies a newer sheet of the same already where this one is for?"""
    newer = Sheet.objects.filter(kind=row.kind, key=row.key, patient=row.patient, printed_at__gt=row.printed_at)
    return row.patient is not None and any(one.state is SheetState.PLACED for one in sheet_rows(newer))


def sheet_rows(sheets: Iterable[Sheet]) -> list[SheetRow]:
    """For this part's own queries, scope already judged."""
    found: list[Any] = list(sheets)
    packs = {row.id: row for row in Pack.objects.filter(id__in={row.pack_id for row in found})}
    return [_row(row, packs[row.pack_id], step) for row, step in _with_newest(found)]


def _with_newest(found: list[Any]) -> list[tuple[Any, SheetStep]]:
    steps = SheetStep.objects.filter(sheet__in=[row.id for row in found]).order_by("said_at", "id")
    newest = {step.sheet_id: step for step in steps}
    return [(row, newest[row.id]) for row in found]


def _row(row: Any, pack: Pack, step: SheetStep) -> SheetRow:
    return SheetRow(
        id=row.id,
        pack=row.pack_id,
        kind=row.kind,
        key=row.key,
        digest=row.digest,
        original=row.original,
        title=row.title,
        patient=row.patient,
        replaces=row.replaces,
        printed_at=row.printed_at,
        page=from_json(row.geometry) if row.geometry else None,
        state=SheetState(step.state),
        since=step.said_at,
        where=step.where,
        home=step.home,
        box=step.box,
        pack_unit=pack.unit,
        valid_until=row.valid_until,
        first=pack.first,
        last=pack.last,
    )
