"""Paper for exactly the units that go over to paper, ordered in the name of whoever decided it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from beredd.clock import local_day
from beredd.disruption.models import Incident
from beredd.paper.actions import enqueue
from beredd.paper.calendar import is_working_day
from beredd.paper.order import Order
from beredd.paper.queries import ordered_for_all
from beredd.paper.rules.span import Form, span_of
from beredd.people.queries import all_units
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import Permission


def order_packs(incident: Incident, units: Collection[UUID] | None, *, by: Access, at: datetime) -> None:
    """For all patients of these care units, the nearest days; `units` None: all of them.

    Once for each unit and incident, however many decide. Those who see no patients, as the IT service, order nothing:
    then it is ordered when paper is decided in the unit.
    """
    if by is SYSTEM:
        return
    seen = [one.id for one in all_units(by, Permission.SEE_PATIENTS) if one.kind == "care"]
    span = span_of(Form.ROLLING, local_day(at), is_working_day)
    for unit in seen:
        concerned = units is None or unit in units
        if concerned and not ordered_for_all(unit, since=incident.opened_at):
            enqueue(Order("unit", span, about=unit, everybody=True), channel="disruption", by=by, at=at)
