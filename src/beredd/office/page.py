"""A whole page: what the view found, in the frame with the menu."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.disruption.queries import open_count, waiting
from beredd.notices.queries import lost_count
from beredd.office.desk import Desk
from beredd.office.notices import Notice, notices
from beredd.people import queries
from beredd.people.queries import UnitRow
from beredd.people.rules.roles import Permission
from beredd.signing.queries import review_count

Crumb = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the menu; `count` is what waits there, 0 shows nothing."""

    area: str
    word: str
    url: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """What the bar and the menu show."""

    area: str
    entries: Sequence[Entry]
    organisation: str
    unit: str
    user: str
    notices: Sequence[Notice]


def page(
    request: HttpRequest,
    desk: Desk,
    template: str,
    context: Mapping[str, Any],
    *,
    area: str,
    crumbs: Sequence[Crumb] = (),
    status: int = 200,
) -> HttpResponse:
    """`area` is the entry of the menu that the page belongs to; `crumbs` (word, url) lead to it, itself left out."""
    filled = {"frame": _frame(request, desk, area), "crumbs": crumbs, "now": desk.at, **context}
    return render(request, template, filled, status=status)


def units_seen(desk: Desk) -> list[UnitRow]:
    """The units whose patients one may see, by name."""
    return queries.all_units(desk.access, Permission.SEE_PATIENTS)


def chosen_unit(request: HttpRequest, units: Sequence[UnitRow]) -> UnitRow | None:
    """The unit in the address, else the one of last time, else one's first care unit; None when one has none."""
    by_id = {str(unit.id): unit for unit in units}
    wanted = request.GET.get("unit", "")
    remembered = str(request.session.get("unit", ""))
    care = next((unit for unit in units if unit.kind == "care"), None)
    unit = by_id.get(wanted) or by_id.get(remembered) or care or next(iter(units), None)
    if unit is not None and remembered != str(unit.id):
        request.session["unit"] = str(unit.id)
    return unit


def _frame(request: HttpRequest, desk: Desk, area: str) -> Frame:
    places = queries.unit_rows({grant.unit for grant in desk.access.memberships})
    here = _here(places, request.session.get("unit"))
    return Frame(
        area=area,
        entries=_entries(desk),
        organisation=here.organisation_name if here else "",
        unit=here.name if here else "",
        user=desk.access.name,
        notices=notices(desk, area),
    )


def _here(places: Sequence[UnitRow], remembered: object) -> UnitRow | None:
    return next((place for place in places if str(place.id) == remembered), next(iter(places), None))


def _entries(desk: Desk) -> list[Entry]:
    entries = []
    if desk.may(Permission.SEE_PATIENTS):
        entries += [
            Entry("today", _("Today"), reverse("office:today")),
            Entry("patient", _("Patients"), reverse("office:patients")),
            Entry("paper", _("Paper"), reverse("office:paper")),
        ]
    if desk.may(Permission.MANAGE_COVERAGE):
        entries.append(Entry("coverage", _("Coverage"), reverse("office:coverage")))
    if desk.may(Permission.REVIEW):
        entries.append(Entry("review", _("Review"), reverse("office:review"), review_count(desk.access)))
    entries.append(Entry("disruption", _("Disruptions"), reverse("office:disruptions"), open_count(desk.access)))
    if desk.may(Permission.ARRANGE_NOTICES):
        entries.append(Entry("notices", _("Notices"), reverse("office:notices"), lost_count()))
    if desk.may(Permission.ANSWER_AUTHORISATION):
        waiting_count = len(waiting(desk.access, at=desk.at))
        entries.append(Entry("helpdesk", _("Helpdesk"), reverse("office:helpdesk"), waiting_count))
    if desk.may(Permission.PRESCRIBE):
        entries.append(Entry("programmes", _("Programmes"), reverse("office:programmes")))
    if desk.may(Permission.SEE_PATIENTS):
        entries.append(Entry("library", _("Exercises"), reverse("office:library")))
    entries.append(Entry("routine", _("Routines"), reverse("office:routines")))
    entries.append(Entry("people", _("Staff and rights"), reverse("office:people")))
    return entries
