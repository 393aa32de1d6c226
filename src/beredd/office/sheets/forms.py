"""Finding a sheet, and saying what has become of it."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import OfficeForm
from beredd.office.words.paper import STATES
from beredd.paper.rules.accounting import SheetState


class FindForm(OfficeForm):
    """Also what a reader of codes writes, as if it were a keyboard."""

    number = forms.CharField(
        label=_("Number of the sheet"),
        max_length=40,
        help_text=_("Type it, or read the code with a scanner. Dashes do not matter."),
        widget=forms.TextInput(attrs={"class": "w-m", "autofocus": True, "autocomplete": "off", "spellcheck": "false"}),
    )


class FollowForm(OfficeForm):
    state = forms.ChoiceField(label=_("What has become of it"), widget=forms.RadioSelect)
    where = forms.CharField(
        label=_("Where, or to whom"), required=False, max_length=200, widget=forms.TextInput(attrs={"class": "w-l"})
    )

    def __init__(self, *args: Any, states: Sequence[SheetState], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["state"].field.choices = [(one.value, STATES[one].word) for one in states]  # type: ignore[attr-defined]
