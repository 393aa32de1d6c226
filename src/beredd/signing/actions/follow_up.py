"""A licensed professional notes that a patient has been followed up."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.i18n.mark import N_
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission
from beredd.signing.models import FollowUp

KIND = "patient.followed_up"
LONGEST = 4_000


class FollowUpRefused(Refused):
    """Codes `follow_up_period` and `follow_up_note`."""


def note_follow_up(*, patient: UUID, since: date, until: date, note: str, by: Access, at: datetime) -> UUID:
    """Of the days from `since` to `until`, both included. Raises UnknownPatient, NotAllowed, FollowUpRefused."""
    row = patient_for(by, patient, Permission.PRESCRIBE)
    if until < since:
        raise FollowUpRefused(
            "follow_up_period", N_("The last day lies before the first day. Correct one of the days.")
        )
    if len(note) > LONGEST:
        text = N_("The note is longer than %(most)s characters. Shorten it.")
        raise FollowUpRefused("follow_up_note", text, most=LONGEST)
    body = {"since": since, "until": until, "note": note}
    event = entry(KIND, by=by, subject=("patient", patient), at=at, body=body, unit=row.rehab_unit_id)
    with transaction.atomic():
        append([event])
        FollowUp.objects.create(id=event.id, patient=patient, by=by.user, at=at, **body)
    return event.id
