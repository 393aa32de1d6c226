"""Saying yes, for whichever reason, and saying no."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.disruption.actions.ground import LONGEST
from beredd.office.fields import OfficeForm
from beredd.office.words.home_coverage import DECIDED
from beredd.paper.rules.need import STANDING


class DecideForm(OfficeForm):
    """A decision on paper without anybody having proposed it."""

    reason = forms.ChoiceField(label=_("Why"), widget=forms.RadioSelect)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [(one.value, _(DECIDED[one])) for one in STANDING]  # type: ignore[attr-defined]


class DeclineForm(OfficeForm):
    ground = forms.CharField(
        label=_("Why paper is not needed"),
        help_text=_("For example that the coverage has been mended. It is kept with your name."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
