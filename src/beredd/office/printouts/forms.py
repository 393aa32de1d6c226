"""A PDF with what must be said of it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.care.rules.document import LONGEST_SOURCE
from beredd.care.rules.programme import LONGEST_NAME
from beredd.office.fields import Day, OfficeForm
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused

SOURCES = ("ExorLive", "Lifecare", "Treserva", "Cosmic", "Viva")


class PrintoutForm(OfficeForm):
    """Of a newer printout the name is known."""

    file = forms.FileField(
        label=_("The programme as PDF"),
        help_text=_("At most 30 pages and 10 MB. In ExorLive: Print, then Save as PDF."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,.pdf"}),
    )
    name = forms.CharField(
        label=_("Name of the programme"),
        max_length=LONGEST_NAME,
        help_text=_("As staff and patient will meet it, for example Strong legs, sitting."),
    )
    source = forms.CharField(
        label=_("Printed from"),
        max_length=LONGEST_SOURCE,
        help_text=_("The system it comes from, for example ExorLive or the journal."),
        widget=forms.TextInput(attrs={"list": "sources", "class": "w-l"}),
    )
    dated = Day(label=_("Day on the printout"))

    def refuse(self, refused: Refused) -> None:
        """Puts the rules' own no beside the field it is about."""
        field = "file" if refused.code.startswith("pdf_") else refused.code
        self.add_error(field if field in self.fields else None, say(refused))
