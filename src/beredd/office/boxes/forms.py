"""A new box, what a box should hold, and what somebody saw in it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import OfficeForm
from beredd.office.words.paper import kind
from beredd.paper.rules.box import MOST, USUAL
from beredd.people.queries import UnitRow


class Counts(OfficeForm):
    """A number for each kind."""

    def __init__(self, *args: Any, usual: Mapping[str, int | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in usual:
            field = forms.IntegerField(label=kind(name), min_value=0, max_value=MOST, initial=usual[name])
            field.widget.attrs["class"] = "ds-input w-s"
            self.fields[name] = field
        self.order_fields(list(usual))

    @property
    def counts(self) -> dict[str, int]:
        """By kind, as the actions take it."""
        return {name: self.cleaned_data[name] for name in USUAL if name in self.cleaned_data}


class InspectForm(Counts):
    note = forms.CharField(
        label=_("What you saw besides"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"class": "w-l"}),
    )


class BoxForm(OfficeForm):
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=UUID, empty_value=None)
    name = forms.CharField(label=_("Name of the box"), max_length=60, widget=forms.TextInput(attrs={"class": "w-m"}))
    place = forms.CharField(
        label=_("Where it stands"),
        max_length=120,
        help_text=_("So that a substitute finds it: “Kanslistvägen 2, the store room, top shelf”."),
        widget=forms.TextInput(attrs={"class": "w-l"}),
    )

    def __init__(self, *args: Any, units: Sequence[UnitRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["unit"].field.choices = [(str(one.id), one.name) for one in units]  # type: ignore[attr-defined]
