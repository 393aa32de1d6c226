"""Deciding that a patient must have paper, or no longer."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.care.queries import patient_row
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append
from beredd.paper.models import PaperDecision
from beredd.paper.packs import NobodyToPrintFor
from beredd.paper.rules.need import STANDING, Reason
from beredd.people.events import entry
from beredd.people.rules.access import Access, NotAllowed, Refused, may
from beredd.people.rules.roles import Permission


class NoDecision(Refused):
    """Code `paper_reason`: this reason follows from something else and is not for people to say."""

    def __init__(self) -> None:
        super().__init__("paper_reason", N_("Choose no coverage, poor coverage, or decided."))


def decide_paper(*, patient: UUID, reason: Reason, holds: bool, by: Access, at: datetime) -> UUID:
    """Whoever prescribes for the patient says so. Raises NobodyToPrintFor, NotAllowed, NoDecision."""
    row = patient_row(by, patient)
    if row is None:
        raise NobodyToPrintFor
    if not any(may(by, Permission.PRESCRIBE, unit) for unit in (row.unit, row.rehab_unit)):
        raise NotAllowed(Permission.PRESCRIBE)
    if reason not in STANDING:
        raise NoDecision
    id = new_id(at)
    with transaction.atomic():
        PaperDecision.objects.create(id=id, patient=patient, reason=reason, holds=holds, said_by=by.user, said_at=at)
        body = {"reason": reason, "holds": holds}
        append([entry("paper.decided", by=by, subject=("patient", patient), at=at, body=body, unit=row.unit)])
    return id
