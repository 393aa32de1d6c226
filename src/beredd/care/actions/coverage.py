"""The coverage board's decisions: who takes a patient on a day, or why nobody does. The newest counts."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.care.models import Assignment
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission


class ReasonMissing(Refused):
    """Code `skip_reason`."""

    def __init__(self) -> None:
        super().__init__("skip_reason", N_("Say why nobody goes. The reason is kept with your name."))


def assign(*, patient: UUID, day: date, performer: UUID, by: Access, at: datetime) -> UUID:
    """The performer takes the patient that day."""
    return _decide(patient, day, by=by, at=at, performer_id=performer)


def skip(*, patient: UUID, day: date, reason: str, by: Access, at: datetime) -> UUID:
    """Nobody goes, for a reason. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    return _decide(patient, day, by=by, at=at, skip_reason=reason.strip()[:200])


def _decide(patient: UUID, day: date, *, by: Access, at: datetime, **decision: UUID | str) -> UUID:
    row = patient_for(by, patient, Permission.MANAGE_COVERAGE)
    id = new_id(at)
    with transaction.atomic():
        Assignment.objects.create(id=id, patient_id=patient, day=day, decided_by_id=by.user, decided_at=at, **decision)
        body = {"day": day, **decision}
        append([entry("coverage.decided", by=by, subject=("patient", patient), at=at, body=body, unit=row.unit_id)])
    return id
