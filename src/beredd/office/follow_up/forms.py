"""Which days to look at, and what the licensed professional notes."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.office.fields import Day, OfficeForm
from beredd.signing.actions.follow_up import LONGEST

MOST_DAYS = 400


class SpanForm(OfficeForm):
    since = Day(label=_("From day"))
    until = Day(label=_("To day"))

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day lies before the first day. Correct one of the days."))
        elif since and until and until - since > timedelta(days=MOST_DAYS):
            self.add_error("since", _("Choose at most %(most)s days at a time.") % {"most": MOST_DAYS})
        return given


class NoteForm(OfficeForm):
    since = forms.DateField(widget=forms.HiddenInput)
    until = forms.DateField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("What you saw and what you decided"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def last_weeks(weeks: int, *, today: date) -> tuple[date, date]:
    """Whole weeks' worth of days, today included."""
    return today - timedelta(days=7 * weeks - 1), today
