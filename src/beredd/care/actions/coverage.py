"""The coverage board's decisions: who takes a patient on a day, or why nobody does. The newest counts."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.care.models import Assignment, Patient
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.queries import Worked, work_of
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import ROLES, Permission, Role

LONGEST_REASON = 200


class ReasonMissing(Refused):
    """Code `skip_reason`."""

    def __init__(self) -> None:
        super().__init__("skip_reason", N_("Say why nobody goes. The reason is kept with your name."))


class ReasonTooLong(Refused):
    """Code `skip_reason`."""

    def __init__(self) -> None:
        super().__init__("skip_reason", N_("The reason is too long. Keep it within 200 characters."))


class NotAtWork(Refused):
    """Code `performer`: there is nobody of that id in the patient's units on that day."""

    def __init__(self) -> None:
        super().__init__(
            "performer", N_("That person does not work in the patient's unit on that day. Choose somebody who does.")
        )


def assign(*, patient: UUID, day: date, performer: UUID, by: Access, at: datetime) -> UUID:
    """The performer takes the patient that day. Raises NotAtWork."""
    row = patient_for(by, patient, Permission.MANAGE_COVERAGE)
    if not any(_can_go(one, row, day) for one in work_of([performer]).get(performer, ())):
        raise NotAtWork
    return _decide(row, day, by=by, at=at, performer_id=performer)


def skip(*, patient: UUID, day: date, reason: str, by: Access, at: datetime) -> UUID:
    """Nobody goes, for a reason. Raises ReasonMissing, ReasonTooLong."""
    row = patient_for(by, patient, Permission.MANAGE_COVERAGE)
    said = reason.strip()
    if not said:
        raise ReasonMissing
    if len(said) > LONGEST_REASON:
        raise ReasonTooLong
    return _decide(row, day, by=by, at=at, skip_reason=said)


def _can_go(work: Worked, patient: Patient, day: date) -> bool:
    signs = Permission.SIGN in ROLES[Role(work.role)].permissions
    return signs and work.unit in (patient.unit_id, patient.rehab_unit_id) and work.holds(day)


def _decide(patient: Patient, day: date, *, by: Access, at: datetime, **decision: UUID | str) -> UUID:
    id = new_id(at)
    with transaction.atomic():
        Assignment.objects.create(id=id, patient=patient, day=day, decided_by_id=by.user, decided_at=at, **decision)
        body = {"day": day, **decision}
        about = ("patient", patient.id)
        append([entry("coverage.decided", by=by, subject=about, at=at, body=body, unit=patient.unit_id)])
    return id
