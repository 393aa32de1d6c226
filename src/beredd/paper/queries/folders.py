"""What is known of home folders: what has been said of them, which sheets concern them, what did not fit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery

from beredd.paper.models import HomeFolder, Sheet, SheetDoubt, SheetStep
from beredd.paper.queries.sheets import SheetRow, sheet_rows
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.folder import UNPLACED
from beredd.people.queries import names
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission

CONCERN = (*UNPLACED, SheetState.PLACED)


@dataclass(frozen=True, slots=True)
class FolderRow:
    """`said_at` is None when nobody has said anything: then paper is wanted, behind the usual tab."""

    patient: UUID
    place: str = ""
    tab: str = ""
    wanted: bool = True
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DoubtRow:
    id: UUID
    sheet: str
    state: str
    patient: UUID | None
    unit: UUID | None
    codes: Sequence[str]
    followed: bool
    told_by_name: str
    told_at: datetime


def home_folders(patients: Collection[UUID]) -> dict[UUID, FolderRow]:
    """One for each. Scope is the caller's."""
    rows = HomeFolder.objects.filter(patient__in=list(patients)).order_by("said_at", "id")
    said = {row.patient: FolderRow(row.patient, row.place, row.tab, row.wanted, row.said_at) for row in rows}
    return {id: said.get(id, FolderRow(id)) for id in patients}


def folder_sheets(patients: Collection[UUID]) -> dict[UUID, list[SheetRow]]:
    """What lies in these homes, and what has been printed for them and waits. Scope is the caller's."""
    ids = list(patients)
    newest = SheetStep.objects.filter(sheet=OuterRef("id")).order_by("-said_at", "-id")
    rows = Sheet.objects.annotate(
        now=Subquery(newest.values("state")[:1]), lies_with=Subquery(newest.values("home")[:1])
    ).filter(Q(patient__in=ids) | Q(patient=None, lies_with__in=ids), now__in=[one.value for one in CONCERN])
    found: defaultdict[UUID, list[SheetRow]] = defaultdict(list)
    for row in sheet_rows(rows.order_by("printed_at", "pack", "position")):
        found[row.patient or row.home or UUID(int=0)].append(row)
    return found


def doubts(access: Access) -> list[DoubtRow]:
    """What nobody has looked into yet, oldest first, of the units in which this person handles paper."""
    units = units_with(access, Permission.HANDLE_PAPER)
    rows = SheetDoubt.objects.filter(settled_at=None).order_by("told_at", "id")
    if not isinstance(units, Everywhere):
        rows = rows.filter(unit__in=units)
    found = list(rows)
    who = names({row.told_by for row in found})
    return [
        DoubtRow(
            id=row.id,
            sheet=row.sheet,
            state=row.state,
            patient=row.patient,
            unit=row.unit,
            codes=row.codes,
            followed=row.followed,
            told_by_name=who.get(row.told_by, ""),
            told_at=row.told_at,
        )
        for row in found
    ]
