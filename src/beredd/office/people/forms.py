"""Giving a delegation, ending an employment in a unit, asking the access log."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import Day, OfficeForm
from beredd.people.queries import UnitRow, UserRow
from beredd.people.rules.delegation import last_day


class DelegationForm(OfficeForm):
    """`performers` and `units` are those whom the giver may delegate to."""

    performer = forms.TypedChoiceField(label=_("To whom"), coerce=UUID, empty_value=None)
    task = forms.CharField(
        label=_("Task"),
        max_length=60,
        help_text=_("The same name as in the prescription, for example Training programme."),
        widget=forms.TextInput(attrs={"list": "tasks", "class": "w-l"}),
    )
    unit = forms.TypedChoiceField(label=_("Holds in"), coerce=UUID, empty_value=None)
    starts_on = Day(label=_("First day"))
    ends_on = Day(label=_("Last day"), help_text=_("A year from the first day at the most."))

    def __init__(
        self, *args: Any, performers: Sequence[UserRow], units: Sequence[UnitRow], today: date, **kwargs: Any
    ) -> None:
        kwargs.setdefault("initial", {})
        kwargs["initial"] = {"starts_on": today, "ends_on": last_day(today), **kwargs["initial"]}
        super().__init__(*args, **kwargs)
        self["performer"].field.choices = [  # type: ignore[attr-defined]
            ("", _("Choose a person")),
            *((str(user.id), user.name) for user in performers),
        ]
        self["unit"].field.choices = [(str(unit.id), unit.name) for unit in units]  # type: ignore[attr-defined]


class EndMembershipForm(OfficeForm):
    ends_on = Day(label=_("Last day in the unit"))


class AccessLogForm(OfficeForm):
    """By patient or by user; with neither, the newest of all."""

    conditional = ("patient", "user")

    patient = forms.CharField(
        label=_("Patient's identity number"),
        required=False,
        max_length=20,
        widget=forms.TextInput(attrs={"class": "w-m", "inputmode": "numeric"}),
    )
    user = forms.CharField(
        label=_("User name"), required=False, max_length=60, widget=forms.TextInput(attrs={"class": "w-m"})
    )
