"""Which incident and which units a page is about."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption import queries
from beredd.disruption.plan import plan
from beredd.disruption.queries import IncidentRow
from beredd.disruption.reach import reaches, works_in
from beredd.disruption.rules.landscape import INTERNET, LINK, NAMES
from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.office.words.disruptions import title
from beredd.people import queries as people
from beredd.people.queries import UnitRow
from beredd.people.rules.access import SYSTEM
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
    return [one for one in _concerned(row) if reaches(desk.access, Permission.DECIDE_PAPER, [one.id])]


def working(desk: Desk, row: IncidentRow) -> list[UnitRow]:
    """The care units concerned in which one may tick the steps."""
    handles = Permission.HANDLE_DISRUPTIONS
    return [one for one in _concerned(row) if works_in(desk.access, one.id) or reaches(desk.access, handles, [one.id])]


def _concerned(row: IncidentRow) -> list[UnitRow]:
    found = people.all_units(SYSTEM, Permission.SIGN) if row.units is None else people.unit_rows(row.units)
    return [one for one in found if one.kind == "care"]


def raising(desk: Desk) -> list[UnitRow]:
    """The care units for which one may take up a disruption."""
    care = [one for one in people.all_units(SYSTEM, Permission.SIGN) if one.kind == "care"]
    return [one for one in care if reaches(desk.access, Permission.HANDLE_DISRUPTIONS, [one.id])]


def systems(row: IncidentRow) -> list[tuple[str, str]]:
    """What paper can stand in for: the system itself first."""
    landscape = plan().landscape
    known = {one.system for one in landscape.targets.values()} - {LINK, INTERNET, NAMES}
    ordered = sorted(known, key=lambda one: (one != row.system, list(landscape.titles).index(one)))
    return [(one, landscape.title(one)) for one in ordered]


def chosen(request: HttpRequest, units: Sequence[UnitRow]) -> UnitRow | None:
    """The one in the address, else the one of last time, else the first."""
    wanted = (request.GET.get("unit", ""), str(request.session.get("unit", "")))
    return next((one for name in wanted for one in units if str(one.id) == name), next(iter(units), None))


def incident_crumbs(row: IncidentRow) -> list[Crumb]:
    return [*crumbs(), (title(row.system, row.layer), reverse("office:disruption", args=[row.id]))]


def crumbs() -> list[Crumb]:
    return [(_("Disruptions"), reverse("office:disruptions"))]
