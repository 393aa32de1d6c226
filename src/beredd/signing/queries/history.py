"""Signatures as rows: who, what, when performed, recorded and received, and whether they still stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.care.queries import patient_row
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.signing.events import WorkedItem, worked_items
from beredd.signing.models import Signature
from beredd.signing.queries.standing import standing


@dataclass(frozen=True, slots=True)
class SignatureRow:
    """`counts`: no decision is awaited and none has rejected it. `stands`: it counts, and nothing has corrected it.

    `beside`: somebody has decided that it rightly stands beside another of the same occurrence.
    """

    id: UUID
    patient: UUID
    prescription: UUID
    version: int | None
    slot: str | None
    occurrence: UUID | None
    outcome: str
    reason: str | None
    note: str
    worked: tuple[WorkedItem, ...]
    pain: int | None
    effort: int | None
    corrects: UUID | None
    performer: UUID
    performer_name: str
    initials: str
    channel: str
    performed_at: datetime
    recorded_at: datetime
    received_at: datetime
    counts: bool
    stands: bool
    beside: bool


def patient_history(access: Access, patient: UUID, *, since: datetime) -> list[SignatureRow]:
    """All about one patient since an instant, latest performed first; nothing for those who may not see the patient."""
    if patient_row(access, patient) is None:
        return []
    rows = Signature.objects.filter(patient=patient, performed_at__gte=since).order_by("-performed_at", "-id")
    return rows_of(list(rows))


def recent_signatures(patients: Sequence[UUID], *, since: datetime) -> dict[UUID, list[dict[str, Any]]]:
    """For the phones' documents: by patient, oldest first. Scope is the caller's."""
    found: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    rows = Signature.objects.filter(patient__in=list(patients), performed_at__gte=since).order_by("performed_at", "id")
    for row in rows_of(list(rows)):
        found[row.patient].append(_document(row))
    return found


def of_occurrences(occurrences: Sequence[UUID]) -> list[SignatureRow]:
    """Everything signed for these, oldest performed first."""
    return rows_of(list(Signature.objects.filter(occurrence__in=occurrences).order_by("performed_at", "id")))


def standing_signatures(occurrences: Sequence[UUID]) -> list[SignatureRow]:
    """Those that stand for these occurrences, oldest performed first. Scope is the caller's."""
    return [row for row in of_occurrences(occurrences) if row.stands]


def rows_of(signatures: Sequence[Signature]) -> list[SignatureRow]:
    """In the order given."""
    found = standing(signatures)
    names = people.names({row.performer for row in signatures})
    initials = people.initials_in({row.unit for row in signatures if row.unit})
    return [
        SignatureRow(
            id=row.id,
            patient=row.patient,
            prescription=row.prescription,
            version=row.version,
            slot=row.slot,
            occurrence=row.occurrence,
            outcome=row.outcome,
            reason=row.reason,
            note=row.note,
            worked=worked_items(row.worked),
            pain=row.pain,
            effort=row.effort,
            corrects=row.corrects,
            performer=row.performer,
            performer_name=names.get(row.performer, ""),
            initials=initials.get((row.unit, row.performer), "") if row.unit else "",
            channel=row.channel,
            performed_at=row.performed_at,
            recorded_at=row.recorded_at,
            received_at=row.received_at,
            counts=row.id not in found.wait,
            stands=row.id in found.stand,
            beside=row.id in found.beside,
        )
        for row in signatures
    ]


def _document(row: SignatureRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "prescription": row.prescription,
        "occurrence": row.occurrence,
        "slot": row.slot,
        "version": row.version,
        "outcome": row.outcome,
        "reason": row.reason,
        "performed_at": row.performed_at,
        "received_at": row.received_at,
        "by": row.performer,
        "by_name": row.performer_name,
        "initials": row.initials,
        "corrects": row.corrects,
        "counts": row.counts,
        "beside": row.beside,
        "worked": [asdict(one) for one in row.worked],
        "pain": row.pain,
        "effort": row.effort,
    }
