"""What to print, for how long, and where it goes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beredd.clock import local_day
from beredd.office.fields import Day, OfficeForm
from beredd.paper.calendar import is_working_day
from beredd.paper.hand import Destination
from beredd.paper.order import Order
from beredd.paper.rules.span import Form, Span, span_of
from beredd.people.queries import UnitRow

FORMS = {
    Form.MONTH: _("The whole month"),
    Form.ROLLING: _("Yesterday to the day after tomorrow, past weekends and holidays"),
    Form.FOUR_WEEKS: _("Four weeks"),
}


class _SpanForm(OfficeForm):
    """`to` is asked for only where there is something besides fetching the file."""

    first = Day(label=_("From"))
    form = forms.ChoiceField(label=_("For how long"), choices=list(FORMS.items()), widget=forms.RadioSelect)
    to = forms.ChoiceField(label=_("Where it goes"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, places: Sequence[Destination], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [
            ("", gettext("I fetch the file")),
            *((one.key, one.name or gettext("The print folder")) for one in places),
        ]
        self["to"].field.choices = choices  # type: ignore[attr-defined]
        if not places:
            del self.fields["to"]

    @property
    def span(self) -> Span:
        return span_of(Form(self.cleaned_data["form"]), self.cleaned_data["first"], is_working_day)

    @property
    def destination(self) -> str:
        return str(self.cleaned_data.get("to", ""))


class PatientPrintForm(_SpanForm):
    changed_only = forms.BooleanField(label=_("Only what has changed since it was last printed"), required=False)

    def order(self, patient: UUID) -> Order:
        return Order("patient", self.span, about=patient, changed_only=self.cleaned_data["changed_only"])


class PrintForm(_SpanForm):
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID, empty_value=None)
    everybody = forms.BooleanField(
        label=_("Paper is in force: print for all patients, not only those who must always have paper"), required=False
    )
    changed_only = forms.BooleanField(
        label=_("Only what has changed since it was last printed"), required=False, initial=False
    )
    field_order = ("unit", "first", "form", "everybody", "changed_only", "to")

    def __init__(self, *args: Any, units: Sequence[UnitRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["unit"].field.choices = [(str(unit.id), unit.name) for unit in units]  # type: ignore[attr-defined]

    def order(self) -> Order:
        asked = self.cleaned_data
        return Order(
            "unit",
            self.span,
            about=asked["unit"],
            everybody=asked["everybody"],
            changed_only=asked["changed_only"],
        )


def today(at: datetime) -> dict[str, Any]:
    """What a form begins with."""
    return {"first": local_day(at), "form": Form.MONTH, "to": ""}
