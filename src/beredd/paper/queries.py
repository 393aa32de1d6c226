"""What is known of sheets and packs, and who must have paper."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.care.queries import patient_row
from beredd.paper.facts import PatientFacts
from beredd.paper.models import PaperDecision, Sheet, SheetStep
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.layout import Page, from_json
from beredd.paper.rules.need import Need, Person, Reason, needs
from beredd.paper.rules.span import Span
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class SheetRow:
    """`page`: the geometry, for signing lists."""

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
    return _rows([row])[0] if may(access, Permission.SEE_PATIENTS) else None


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
    return _rows(Sheet.objects.filter(patient=patient).order_by("-printed_at", "position"))


def newest_sheets(patients: Collection[UUID]) -> dict[tuple[str, str], SheetRow]:
    """(kind, key) → the sheet that holds, unless it has been destroyed or lost. Scope is the caller's."""
    rows = Sheet.objects.filter(patient__in=list(patients)).order_by("printed_at", "pack", "position")
    newest = {(row.kind, row.key): row for row in rows}
    gone = (SheetState.DESTROYED, SheetState.MISSING)
    return {(row.kind, row.key): row for row in _rows(newest.values()) if row.state not in gone}


def paper_needs(facts: Sequence[PatientFacts], *, span: Span, at: datetime, long_outage: bool) -> list[Need]:
    """For each of these patients: why they must have paper, or why they get none. Scope is the caller's."""
    said = _said([one.patient.id for one in facts])
    return needs(
        [
            Person(
                patient=one.patient.id,
                prescribed=bool(in_force := one.in_force(span, at)),
                contact_within=min(
                    (days for _, v in in_force if (days := v.content.contact_within_days) is not None), default=None
                ),
                said=said.get(one.patient.id, frozenset()),
            )
            for one in facts
        ],
        long_outage=long_outage,
    )


def _said(patients: Collection[UUID]) -> dict[UUID, frozenset[Reason]]:
    rows = PaperDecision.objects.filter(patient__in=list(patients)).order_by("said_at", "id")
    newest = {(row.patient, Reason(row.reason)): row.holds for row in rows}
    return {id: frozenset(why for (whom, why), holds in newest.items() if whom == id and holds) for id in patients}


def _rows(sheets: Iterable[Sheet]) -> list[SheetRow]:
    found: list[Any] = list(sheets)
    last = dict(
        SheetStep.objects.filter(sheet__in=[row.id for row in found])
        .order_by("said_at", "id")
        .values_list("sheet", "state")
    )
    return [
        SheetRow(
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
            state=SheetState(last[row.id]),
        )
        for row in found
    ]
