"""What is said of a home folder."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import OfficeForm

WANTED = [("yes", _("Paper may lie at home")), ("no", _("The patient does not want paper at home"))]


class FolderForm(OfficeForm):
    place = forms.CharField(
        label=_("Where in the home the folder lies"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"class": "w-l"}),
    )
    tab = forms.CharField(label=_("Tab"), required=False, max_length=60, widget=forms.TextInput(attrs={"class": "w-m"}))
    wanted = forms.ChoiceField(label=_("The patient's own word"), choices=WANTED, widget=forms.RadioSelect)

    def __init__(self, *args: Any, usual: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self["tab"].field.help_text = _("Leave empty for the usual one: %(tab)s.") % {"tab": usual}

    @property
    def said(self) -> dict[str, Any]:
        """As the action takes it."""
        return {**self.cleaned_data, "wanted": self.cleaned_data["wanted"] == "yes"}
