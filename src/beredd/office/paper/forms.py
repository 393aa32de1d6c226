"""What to print, and for how long."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import Day, OfficeForm
from beredd.paper.rules.span import Form
from beredd.people.queries import UnitRow

FORMS = {
    Form.MONTH: _("The whole month"),
    Form.ROLLING: _("Yesterday to the day after tomorrow, past weekends and holidays"),
    Form.FOUR_WEEKS: _("Four weeks"),
}


class PrintForm(OfficeForm):
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID, empty_value=None)
    first = Day(label=_("From"))
    form = forms.ChoiceField(label=_("For how long"), choices=list(FORMS.items()), widget=forms.RadioSelect)
    everybody = forms.BooleanField(
        label=_("Paper is in force: print for all patients, not only those who must always have paper"), required=False
    )
    changed_only = forms.BooleanField(
        label=_("Only what has changed since it was last printed"), required=False, initial=False
    )

    def __init__(self, *args: Any, units: Sequence[UnitRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["unit"].field.choices = [(str(unit.id), unit.name) for unit in units]  # type: ignore[attr-defined]
