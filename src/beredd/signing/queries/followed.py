"""Who has followed a patient up, and what they made of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beredd.care.queries import patient_row
from beredd.people import queries as people
from beredd.people.rules.access import Access
from beredd.signing.models import FollowUp


@dataclass(frozen=True, slots=True)
class FollowedRow:
    since: date
    until: date
    note: str
    by_name: str
    at: datetime


def follow_ups(access: Access, patient: UUID) -> list[FollowedRow]:
    """Newest first; none for those who may not see the patient."""
    if patient_row(access, patient) is None:
        return []
    rows = list(FollowUp.objects.filter(patient=patient).order_by("-at", "-id"))
    names = people.names({row.by for row in rows})
    return [FollowedRow(row.since, row.until, row.note, names.get(row.by, ""), row.at) for row in rows]
