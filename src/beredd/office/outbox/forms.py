"""Handing over duty: who, to whom, from when, until when."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beredd.notices.queries import GroupRow
from beredd.notices.rules.book import Recipient
from beredd.office.fields import Moment, OfficeForm


class HandoverForm(OfficeForm):
    replaced = forms.ChoiceField(label=_("Who is away"))
    taker = forms.ChoiceField(label=_("Who is told instead"))
    starts_at = Moment(label=_("From"))
    ends_at = Moment(label=_("Until"))

    def __init__(
        self, *args: Any, group: GroupRow, recipients: Sequence[Recipient], now: datetime, **kwargs: Any
    ) -> None:
        initial = {"starts_at": now, "ends_at": now + timedelta(hours=12)}
        super().__init__(*args, initial=initial, prefix=group.group.key, **kwargs)
        places = {one.recipient.key: one.recipient.name for one in group.places}
        self["replaced"].field.choices = list(places.items())  # type: ignore[attr-defined]
        self["taker"].field.choices = [(one.key, one.name) for one in recipients]  # type: ignore[attr-defined]
