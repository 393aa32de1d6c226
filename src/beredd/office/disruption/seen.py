"""What is seen of the systems just now, from where, and the stations that look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.plan import plan
from beredd.disruption.queries import Spot, StationRow, TargetSeen
from beredd.disruption.rules.observed import Link, Place
from beredd.disruption.rules.opinion import Holds
from beredd.i18n.mark import N_
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.places import crumbs
from beredd.office.fields import OfficeForm
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.office.words.states import Look
from beredd.office.words.times import moment
from beredd.people.queries import UnitRow, all_units
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission

HOLDS: dict[Holds, Look] = {  # the worst first
    Holds.FAILS: Look(N_("Does not work"), "circle-x", "danger"),
    Holds.UNSTEADY: Look(N_("Comes and goes"), "alert-triangle", "warning"),
    Holds.SLOW: Look(N_("Slow"), "clock-exclamation", "warning"),
    Holds.WORKS: Look(N_("Works"), "circle-check", "success"),
    Holds.UNKNOWN: Look(N_("Cannot be told"), "help-circle", "neutral"),
}
LINKS: dict[Link, str] = {
    Link.FIXED: N_("cable"),
    Link.WIRELESS: N_("wireless network"),
    Link.MOBILE: N_("mobile network"),
}


class StationForm(OfficeForm):
    name = forms.CharField(
        label=_("Name"), max_length=60, help_text=_("Where the computer stands: “Expeditionen, Skrea”.")
    )
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID, empty_value=None)
    link = forms.TypedChoiceField(label=_("How it is connected"), coerce=Link, widget=forms.RadioSelect)
    always_on = forms.BooleanField(
        label=_("It is always on, so its silence means that something is wrong"), required=False
    )

    def __init__(self, *args: object, units: Sequence[UnitRow], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self["unit"].field.choices = [(str(one.id), one.name) for one in units]  # type: ignore[attr-defined]
        self["link"].field.choices = [(one.value, gettext(word)) for one, word in LINKS.items()]  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Group:
    """Those who hold the same: how many, and who when it is not what one expects."""

    look: Look
    count: int
    who: str


@dataclass(frozen=True, slots=True)
class Line:
    system: str
    part: str
    groups: Sequence[Group]
    certificate: str


@dataclass(frozen=True, slots=True)
class StationLine:
    id: UUID
    name: str
    unit: str
    link: str
    always_on: bool
    look: Look
    heard: str


@at_desk
def seen(request: HttpRequest, desk: Desk) -> HttpResponse:
    return _page(request, desk, StationForm(units=_units(desk), initial={"link": Link.FIXED, "always_on": True}))


@require_POST
@at_desk
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Answers with its key, which is shown this once."""
    form = StationForm(request.POST, units=_units(desk))
    if not form.is_valid():
        return _page(request, desk, form, status=422)
    try:
        added = actions.add_station(**form.cleaned_data, by=desk.access, at=desk.at)
    except Refused as refused:
        form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        return _page(request, desk, form, status=422)
    context = {"name": form.cleaned_data["name"], "key": added.key, "here": request.build_absolute_uri("/")}
    return page(request, desk, "disruption/station.html", context, area="disruption", crumbs=crumbs())


@require_POST
@at_desk
def withdraw(request: HttpRequest, desk: Desk, station: UUID) -> HttpResponse:
    actions.withdraw_station(station=station, by=desk.access, at=desk.at)
    messages.success(request, gettext("The station is listened to no more."))
    return redirect("office:disruption-seen")


def lines_about(desk: Desk, system: str) -> list[Line]:
    """What is seen of one system just now; nothing for those who do not handle disruptions."""
    if not desk.may(Permission.HANDLE_DISRUPTIONS):
        return []
    return [_line(one, desk.at) for one in queries.seen_now(desk.access, at=desk.at) if one.system == system]


def _page(request: HttpRequest, desk: Desk, form: StationForm, status: int = 200) -> HttpResponse:
    context = {
        "looks": queries.looks_around(),
        "lines": [_line(one, desk.at) for one in queries.seen_now(desk.access, at=desk.at)],
        "stations": [_station(one, desk.at) for one in queries.stations(desk.access, at=desk.at)],
        "form": form if desk.may(Permission.PLACE_STATIONS) else None,
    }
    return page(request, desk, "disruption/seen.html", context, area="disruption", crumbs=crumbs(), status=status)


def _units(desk: Desk) -> list[UnitRow]:
    return all_units(desk.access, Permission.PLACE_STATIONS)


def _line(one: TargetSeen, now: datetime) -> Line:
    part = one.key.removeprefix(f"{one.system}.")
    return Line(
        system=plan().landscape.title(one.system),
        part=part if part != one.key else "",
        groups=[_group(look, one.held[holds]) for holds, look in HOLDS.items() if holds in one.held],
        certificate=moment(one.certificate_ends, now=now) if one.certificate_ends else "",
    )


def _group(look: Look, who: Sequence[Spot]) -> Group:
    told = look is not HOLDS[Holds.WORKS]
    return Group(look, len(who), ", ".join(sorted(_spot(one) for one in who)) if told else "")


def _spot(one: Spot) -> str:
    if one.place is Place.SERVER:
        return gettext("the server")
    if one.place is Place.PHONE:
        return gettext("a phone in %(unit)s") % {"unit": one.unit_name} if one.unit_name else gettext("a phone")
    return f"{one.name} ({one.unit_name})"


def _station(row: StationRow, now: datetime) -> StationLine:
    return StationLine(
        id=row.id,
        name=row.name,
        unit=row.unit_name,
        link=gettext(LINKS[row.link]),
        always_on=row.always_on,
        look=_how(row),
        heard=moment(row.heard_at, now=now) if row.heard_at else "",
    )


def _how(row: StationRow) -> Look:
    if row.heard_at is None:
        return Look(N_("Not heard of yet"), "help-circle", "neutral")
    if row.resting:
        return Look(N_("Switched off"), "player-pause", "neutral")
    if row.silent:
        return Look(N_("Silent"), "alert-triangle", "danger" if row.always_on else "neutral")
    return Look(N_("Looks around"), "eye", "success")
