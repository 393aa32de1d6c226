"""Which incident and which units a page is about."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption import queries
from beredd.disruption.plan import plan
from beredd.disruption.queries import IncidentRow
from beredd.disruption.rules.landscape import INTERNET, LINK, NAMES
from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.people import queries as people
from beredd.people.queries import UnitRow
from beredd.people.rules.roles import Permission


def the_incident(desk: Desk, id: UUID) -> IncidentRow:
    """Raises Http404: what one may not see and what is not there look the same."""
    row = queries.incident(desk.access, id)
    if row is None:
        raise Http404
    return row


def units_of(*rows: IncidentRow) -> Mapping[UUID, UnitRow]:
    """By id, every unit that is named in them."""
    named = {unit for row in rows for unit in row.units or ()}
    named |= {paper.unit for row in rows for paper in row.papers}
    return {one.id: one for one in people.unit_rows(named)}


def deciding(desk: Desk, row: IncidentRow) -> list[UnitRow]:
    """The care units concerned in which one may decide on paper."""
    units = [one for one in people.all_units(desk.access, Permission.DECIDE_PAPER) if one.kind == "care"]
    return [one for one in units if row.units is None or one.id in row.units]


def systems(row: IncidentRow) -> list[tuple[str, str]]:
    """What paper can stand in for: the system itself first."""
    landscape = plan().landscape
    known = {one.system for one in landscape.targets.values()} - {LINK, INTERNET, NAMES}
    ordered = sorted(known, key=lambda one: (one != row.system, list(landscape.titles).index(one)))
    return [(one, landscape.title(one)) for one in ordered]


def crumbs() -> list[Crumb]:
    return [(_("Disruptions"), reverse("office:disruptions"))]
