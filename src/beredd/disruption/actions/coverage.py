"""Answering the proposal of paper for want of coverage. Yes is a decision on paper (`paper.actions.decide_paper`)."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.actions.scope import patient_for
from beredd.disruption.actions.ground import checked
from beredd.disruption.models import CoverageDeclined
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.people.events import entry
from beredd.people.rules.access import Access
from beredd.people.rules.roles import Permission


def decline_proposal(*, home: UUID, ground: str, by: Access, at: datetime) -> UUID:
    """No paper for now; later visits may propose it anew. Whoever prescribes for the patient says so.

    Raises UnknownPatient, NotAllowed, GroundMissing, GroundTooLong.
    """
    row = patient_for(by, home, Permission.PRESCRIBE)
    said = checked(ground, needed=True)
    with transaction.atomic():
        id = new_id(at)
        CoverageDeclined.objects.create(id=id, home=home, ground=said, by=by.user, at=at)
        subject = ("patient", home)
        append([entry("coverage.declined", by=by, subject=subject, at=at, body={"ground": said}, unit=row.unit_id)])
    return id
