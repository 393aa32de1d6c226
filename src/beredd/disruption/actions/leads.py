"""Who leads: somebody takes it, or hands it over. Whoever saw it otherwise than it is now is told who has it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.actions.incidents import announce_seen, incident_of, state_of, units_of
from beredd.disruption.actions.moves import NotPossibleNow
from beredd.disruption.models import IncidentLead
from beredd.disruption.reach import check_reach, reaches
from beredd.disruption.rules.incident import OPEN
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.queries import access_of
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission


class SomebodyLeads(Refused):
    """Code `somebody_leads`: another was faster."""

    def __init__(self, name: str) -> None:
        text = N_("%(name)s leads the work now. Talk to each other, and take over if you agree on it.")
        super().__init__("somebody_leads", text, name=name)


class NotTheirs(Refused):
    """Code `not_theirs`: only who leads hands it over."""

    def __init__(self) -> None:
        super().__init__("not_theirs", N_("Only the one who leads hands it over. Take over first if you are to lead."))


class CannotLead(Refused):
    """Code `leader`."""

    def __init__(self) -> None:
        super().__init__("leader", N_("Choose a colleague who handles disruptions in all units concerned."))


def take_lead(*, incident: UUID, seen: int, by: Access, at: datetime) -> None:
    """`seen`: how many have led so far, as the person saw it. Raises NotAllowed, SomebodyLeads, NotPossibleNow."""
    _put(incident, by.user, seen, by, at)


def hand_over(*, incident: UUID, to: UUID, seen: int, by: Access, at: datetime) -> None:
    """Raises NotAllowed, NotTheirs, CannotLead, SomebodyLeads, NotPossibleNow."""
    if not reaches(access_of(to, at=at), Permission.HANDLE_DISRUPTIONS, units_of(incident_of(incident))):
        raise CannotLead
    _put(incident, to, seen, by, at)


def _put(incident: UUID, leader: UUID, seen: int, by: Access, at: datetime) -> None:
    check_reach(by, Permission.HANDLE_DISRUPTIONS, units_of(incident_of(incident)))
    with transaction.atomic():
        head = lock()
        row = incident_of(incident)  # as it is now that it is our turn
        if state_of(row) not in OPEN:
            raise NotPossibleNow
        led = list(row.leads.select_related("leader"))
        if len(led) != seen and led:
            raise SomebodyLeads(led[-1].leader.name)
        taken = leader == by.user
        if not taken and not (led and led[-1].leader_id == by.user):
            raise NotTheirs
        IncidentLead.objects.create(incident=row, number=len(led) + 1, leader_id=leader, by_id=by.user, at=at)
        kind, body = "incident.lead_taken" if taken else "incident.lead_handed_over", {"leader": leader}
        append([entry(kind, by=by, subject=("incident", incident), at=at, body=body)], head=head)
        announce_seen(row, by=by, at=at)
