"""Paper that comes by itself at each shift's end: what is agreed on for the units, and agreeing on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from beredd.office.desk import Desk, at_desk
from beredd.office.fields import OfficeForm
from beredd.office.page import page
from beredd.office.paper.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.paper import actions
from beredd.paper.hand import FOLDER, PRINTER, Destination, destinations
from beredd.paper.queries import ShiftRow, shift_prints
from beredd.paper.rules.shifts import BadTimes, read_times
from beredd.people.queries import UnitRow, all_units, names
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission


class ShiftForm(OfficeForm):
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID, empty_value=None)
    times = forms.CharField(
        label=_("When the shifts end"),
        help_text=_("Clock times with a comma between: 07:00, 15:30, 21:30."),
        max_length=80,
    )
    everybody = forms.BooleanField(
        label=_("For all patients, not only those who must always have paper"), required=False
    )
    to = forms.ChoiceField(label=_("Where it goes"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, units: Sequence[UnitRow], ways: Sequence[Destination], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["unit"].field.choices = [(str(unit.id), unit.name) for unit in units]  # type: ignore[attr-defined]
        choices = [("", gettext("I fetch the file"))] + [(one.key, place_name(one.key)) for one in ways]
        self["to"].field.choices = choices  # type: ignore[attr-defined]

    def clean_times(self) -> list[time]:
        try:
            return read_times(self.cleaned_data["times"])
        except BadTimes as bad:
            raise forms.ValidationError(say(bad)) from bad


@dataclass(frozen=True, slots=True)
class Agreed:
    row: ShiftRow
    unit: str
    times: str
    to: str
    by: str


@at_desk
def shifts(request: HttpRequest, desk: Desk) -> HttpResponse:
    check(desk.access, Permission.ARRANGE_PAPER)
    units = [unit for unit in all_units(desk.access, Permission.ARRANGE_PAPER) if unit.kind == "care"]
    data = request.POST if request.method == "POST" else None
    form = ShiftForm(data, units=units, ways=destinations(), initial={"to": ""})
    if form.is_bound and form.is_valid():
        asked = form.cleaned_data
        try:
            actions.put_shift_print(**asked, by=desk.access, at=desk.at)
        except Refused as refused:
            form.add_error(None, say(refused))
        else:
            messages.success(request, gettext("Agreed on. The next paper comes when the shift ends."))
            return redirect("office:shifts")
    context = {"form": form, "agreed": _agreed(units, desk.at), "places": places(desk), "here": "shifts"}
    status = 422 if form.errors else 200
    return page(request, desk, "paper/shifts.html", context, area="paper", crumbs=crumbs(), status=status)


@require_POST
@at_desk
def end(request: HttpRequest, desk: Desk, unit: UUID) -> HttpResponse:
    actions.end_shift_print(unit=unit, by=desk.access, at=desk.at)
    messages.success(request, gettext("No more paper comes by itself to the unit."))
    return redirect("office:shifts")


def place_name(key: str) -> str:
    """Where a printing goes, as people call it."""
    if key == FOLDER:
        return gettext("The print folder")
    return key.removeprefix(PRINTER) if key else gettext("Whoever agreed on it fetches the file")


def _agreed(units: Sequence[UnitRow], at: datetime) -> list[Agreed]:
    rows = shift_prints([unit.id for unit in units], at=at)
    people = names({row.put_by for row in rows.values()})
    return [
        Agreed(row, unit.name, ", ".join(row.times), place_name(row.to), people.get(row.put_by, ""))
        for unit in units
        if (row := rows.get(unit.id))
    ]
