"""An incident on its way: confirmed, degraded, long, recovering, closed; or dismissed."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.actions.ground import checked, person
from beredd.disruption.actions.incidents import announce, incident_of, state_of, units_of
from beredd.disruption.actions.packs import order_packs
from beredd.disruption.models import IncidentMove, PaperBegun
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.incident import PATHS, Move
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused


class NotPossibleNow(Refused):
    """Code `not_possible_now`: the incident is in another state, perhaps since somebody was faster."""

    def __init__(self) -> None:
        super().__init__(
            "not_possible_now", N_("The disruption has another status now, so nothing was done. Open it again.")
        )


class PaperStillMaster(Refused):
    """Code `paper_still_master`: what is on paper then would belong to no incident."""

    def __init__(self) -> None:
        super().__init__(
            "paper_still_master", N_("Paper is still used in some unit. Decide first until when, for each unit.")
        )


def move_incident(*, incident: UUID, move: Move, ground: str = "", by: Access, at: datetime) -> None:
    """Raises UnknownIncident, NotAllowed, GroundMissing, GroundTooLong, NotPossibleNow, PaperStillMaster."""
    path = PATHS[move]
    check_reach(by, path.permission, units_of(incident_of(incident)))
    said = checked(ground, needed=path.needs_ground)
    with transaction.atomic():
        head = lock()
        row = incident_of(incident)  # as it is now that it is our turn
        if state_of(row) not in path.sources:
            raise NotPossibleNow
        if move is Move.CLOSE and _paper_is_master(incident, at):
            raise PaperStillMaster
        number = row.moves.count() + 1
        IncidentMove.objects.create(incident=row, number=number, move=move, ground=said, by_id=person(by), at=at)
        body = {"move": move, "ground": said, "state": path.target}
        append([entry(f"incident.{path.target}", by=by, subject=("incident", incident), at=at, body=body)], head=head)
        announce(row, path.target, ground=said, head=head, by=by, at=at)
        if move is Move.DECLARE_LONG:
            order_packs(row, units_of(row), by=by, at=at)


def _paper_is_master(incident: UUID, at: datetime) -> bool:
    papers = PaperBegun.objects.filter(incident=incident)
    return papers.filter(ended=None).exists() or papers.filter(ended__ends_at__gt=at).exists()
