"""A new programme: what it is called, for whom it is, and what it begins from."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.care.rules.programme import LONGEST_NAME
from beredd.office.fields import OfficeForm

Choices = Sequence[tuple[str, str]]


class NewForm(OfficeForm):
    """`units` is empty when it is a patient's own: then nobody else is asked for."""

    conditional = ("unit", "copy_of")  # their first choice is an answer, too

    name = forms.CharField(
        label=_("Name of the programme"),
        max_length=LONGEST_NAME,
        help_text=_("As staff and patient will meet it, for example Strong legs, sitting."),
    )
    unit = forms.TypedChoiceField(
        label=_("Whose template it is"), required=False, coerce=UUID, empty_value=None, widget=forms.RadioSelect
    )
    copy_of = forms.TypedChoiceField(label=_("Begin from"), required=False, coerce=UUID, empty_value=None)

    def __init__(self, *args: object, units: Choices, sources: Sequence[tuple[str, Choices]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        unit, copy_of = self.fields["unit"], self.fields["copy_of"]
        assert isinstance(unit, forms.ChoiceField)
        assert isinstance(copy_of, forms.ChoiceField)
        unit.choices = [("", _("Everybody in the municipality")), *units]
        copy_of.choices = [("", _("An empty programme")), *sources]
        if not units:
            del self.fields["unit"]
