"""Pausing a patient, and taking the pause back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.care.models import Pause
from beredd.care.models.pause import REASONS
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission


class PauseBackwards(Refused):
    """Code `pause_period`."""

    def __init__(self) -> None:
        super().__init__("pause_period", N_("The pause ends before it begins. Correct one of the times."))


class PauseReason(Refused):
    """Code `pause_reason`."""

    def __init__(self) -> None:
        super().__init__("pause_reason", N_("Choose why nothing is expected: hospital, away or something else."))


class UnknownPause(Refused):
    """Code `unknown_pause`: there is none, or not for this person."""

    def __init__(self) -> None:
        super().__init__("unknown_pause", N_("There is no such pause. Open the patient again."))


def pause(
    *, patient: UUID, reason: str, starts_at: datetime, ends_at: datetime | None, by: Access, at: datetime
) -> UUID:
    """`reason`: hospital, away, other. Without an end until further notice. Raises PauseReason, PauseBackwards."""
    row = patient_for(by, patient, Permission.MANAGE_COVERAGE)
    if reason not in REASONS:
        raise PauseReason
    if ends_at is not None and ends_at < starts_at:
        raise PauseBackwards
    id = new_id(at)
    fields = {"reason": reason, "starts_at": starts_at, "ends_at": ends_at}
    with transaction.atomic():
        Pause.objects.create(id=id, patient_id=patient, set_by_id=by.user, set_at=at, **fields)
        body = {"pause": id, **fields}
        append([entry("patient.paused", by=by, subject=("patient", patient), at=at, body=body, unit=row.unit_id)])
    return id


def end_pause(*, pause: UUID, ends_at: datetime, by: Access, at: datetime) -> None:
    """From then on everything is expected again; an end before the beginning means that there was no pause.

    Raises UnknownPause.
    """
    row = Pause.objects.select_related("patient").filter(id=pause).first()
    if row is None:
        raise UnknownPause
    patient_for(by, row.patient_id, Permission.MANAGE_COVERAGE)
    end = max(ends_at, row.starts_at)
    with transaction.atomic():
        Pause.objects.filter(id=pause).update(ends_at=end)
        body = {"pause": pause, "ends_at": end}
        subject = ("patient", row.patient_id)
        append([entry("patient.pause_ended", by=by, subject=subject, at=at, body=body, unit=row.patient.unit_id)])
