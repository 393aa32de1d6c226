"""What waits for a decision, on the page of the unit's day."""

from uuid import UUID

from beredd.disruption import queries
from beredd.office.desk import Desk
from beredd.office.home_coverage.presenters import Proposed, proposed
from beredd.people.rules.roles import Permission


def waiting_for(desk: Desk, unit: UUID) -> list[Proposed]:
    """For this person, among the patients of that unit."""
    if not desk.may(Permission.PRESCRIBE):
        return []
    rows = queries.proposals(desk.access, at=desk.at)
    return [proposed(one) for one in rows if unit in (one.patient.unit, one.patient.rehab_unit)]
