"""Who could lead the work on an incident."""

from datetime import datetime
from uuid import UUID

from beredd.disruption.queries.incidents import IncidentRow
from beredd.disruption.reach import reaches
from beredd.people.queries import people_with
from beredd.people.rules.roles import Permission


def who_may_lead(row: IncidentRow, *, at: datetime) -> list[tuple[UUID, str]]:
    """Those who handle disruptions in all units concerned, by name; for whoever may see the incident."""
    handles = Permission.HANDLE_DISRUPTIONS
    able = [one for one in people_with(handles, at=at) if reaches(one, handles, row.units)]
    return [(one.user, one.name) for one in sorted(able, key=lambda one: one.name)]
