"""What is to be done in one unit, on the disruption's own page: whom to ring now, and how far the lists have come."""

from django.http import HttpRequest

from beredd.disruption import queries
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.incident import State
from beredd.office.desk import Desk
from beredd.office.disruption import listing
from beredd.office.disruption.places import chosen, working


def board(request: HttpRequest, desk: Desk, row: IncidentRow) -> dict[str, object]:
    """Nothing for those who have no unit in it."""
    units = working(desk, row)
    unit = chosen(request, units)
    if unit is None:
        return {}
    lists = queries.checklists(desk.access, row, unit=unit.id, at=desk.at)
    calls = queries.calls(desk.access, row, unit=unit.id, at=desk.at) if row.state is State.LONG else []
    return {
        "units": units,
        "unit": unit,
        "lists": [listing.card(one, now=desk.at) for one in lists],
        "calls": [listing.call(one, now=desk.at) for one in calls],
    }
