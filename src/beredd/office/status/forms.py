"""The report in one form: what, where, and whether another device works. No names, no patients."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.disruption.rules.things import Thing
from beredd.office.fields import OfficeForm
from beredd.office.words import disruptions as words
from beredd.people.queries import UnitRow

YES, NO, UNTRIED = "yes", "no", ""


class ReportForm(OfficeForm):
    """`units`: one's own first."""

    id = forms.UUIDField(widget=forms.HiddenInput)  # what is sent twice is had once
    what = forms.ChoiceField(label=_("What does not work?"), widget=forms.RadioSelect)
    other = forms.ChoiceField(
        label=_("Does it work on another phone or computer?"),
        choices=[(YES, _("It works on another")), (NO, _("No, not there either")), (UNTRIED, _("Not tried"))],
        required=False,
        widget=forms.RadioSelect,
        initial=UNTRIED,
    )
    unit = forms.TypedChoiceField(label=_("Where do you work?"), coerce=UUID)
    conditional = ("other",)

    def __init__(self, *args: Any, units: Sequence[UnitRow], known: Sequence[Thing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["what"].field.choices = [(one.key, words.thing(one)) for one in known]  # type: ignore[attr-defined]
        places = [(str(one.id), one.name) for one in units]
        self["unit"].field.choices = [("", _("Choose a unit")), *places]  # type: ignore[attr-defined]

    @property
    def other_device_works(self) -> bool | None:
        return {YES: True, NO: False}.get(self.cleaned_data["other"])
