"""Telling those who wait how it goes, and when they hear next."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.actions.ground import checked
from beredd.disruption.actions.incidents import incident_of, state_of, units_of
from beredd.disruption.actions.moves import NotPossibleNow
from beredd.disruption.models import IncidentWord
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.incident import OPEN
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission


class NextWordHasPassed(Refused):
    """Code `next_at`."""

    def __init__(self) -> None:
        super().__init__("next_at", N_("The time of the next message has passed. Choose a later time."))


def tell(*, incident: UUID, text: str, next_at: datetime | None, by: Access, at: datetime) -> None:
    """Shown to everybody on the status page. Raises UnknownIncident, NotAllowed, GroundMissing, NotPossibleNow."""
    check_reach(by, Permission.HANDLE_DISRUPTIONS, units_of(incident_of(incident)))
    said = checked(text, needed=True)
    if next_at is not None and next_at <= at:
        raise NextWordHasPassed
    with transaction.atomic():
        head = lock()
        if state_of(incident_of(incident)) not in OPEN:
            raise NotPossibleNow
        IncidentWord.objects.create(incident_id=incident, text=said, next_at=next_at, by_id=by.user, at=at)
        body = {"text": said, "next_at": next_at}
        append([entry("incident.told", by=by, subject=("incident", incident), at=at, body=body)], head=head)
