"""Pausing a patient's prescriptions."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import Moment, OfficeForm
from beredd.office.words.states import PAUSES


class PauseForm(OfficeForm):
    reason = forms.ChoiceField(label=_("Why"), widget=forms.RadioSelect)
    starts_at = Moment(label=_("From"))
    ends_at = Moment(label=_("To"), required=False, help_text=_("Empty means until further notice."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, _(text)) for key, text in PAUSES.items()]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        starts, ends = given.get("starts_at"), given.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("The pause ends before it begins. Correct one of the times."))
        return given
