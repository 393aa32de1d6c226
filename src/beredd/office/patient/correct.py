"""Correcting a signature at the desk: a new one that names the old. Both stay readable."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from beredd.clock import SWEDEN
from beredd.office.desk import Desk, at_desk, found
from beredd.office.fields import Moment, OfficeForm
from beredd.office.page import page
from beredd.office.patient.access import holds, open_patient
from beredd.office.patient.history import history
from beredd.office.patient.views import crumbs
from beredd.office.words.refusals import say
from beredd.office.words.states import OUTCOMES, REASONS
from beredd.people.rules.access import NotAllowed, Refused
from beredd.people.rules.roles import Permission
from beredd.signing import actions, queries

HOW_FAR_BACK = timedelta(days=400)
FIELD_OF_CODE = {"outcome": "outcome", "reason": "reason", "future": "performed_at"}


class CorrectForm(OfficeForm):
    conditional = ("reason",)
    outcome = forms.ChoiceField(label=gettext_lazy("What is right"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        required=False,
        help_text=gettext_lazy("Needed when it was not performed."),
        widget=forms.Select(attrs={"class": "w-l"}),
    )
    performed_at = Moment(label=gettext_lazy("Performed at"))
    note = forms.CharField(
        label=gettext_lazy("Note"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        void = ("void", _("Void: it was signed by mistake"))
        for name, choices in (
            ("outcome", [*((key, look.word) for key, look in OUTCOMES.items() if key != "void"), void]),
            ("reason", [("", _("Choose a reason")), *((key, _(text)) for key, text in REASONS.items())]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


@at_desk
def correct(request: HttpRequest, desk: Desk, patient: UUID, signature: UUID) -> HttpResponse:
    row = open_patient(desk, patient)
    if not holds(desk, Permission.SIGN, row):
        raise NotAllowed(Permission.SIGN)
    rows = queries.patient_history(desk.access, patient, since=desk.at - HOW_FAR_BACK)
    old = next((one for one in rows if one.id == signature), None)
    found(old)
    assert old is not None
    at = old.performed_at.astimezone(SWEDEN)
    first = {"outcome": old.outcome, "reason": old.reason or "", "performed_at": at, "note": old.note}
    form = CorrectForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        given = {**form.cleaned_data, "reason": form.cleaned_data["reason"] or None}
        try:
            actions.sign(
                prescription=old.prescription, slot=old.slot, corrects=old.id, by=desk.access, at=desk.at, **given
            )
        except Refused as refused:
            form.add_error(FIELD_OF_CODE.get(refused.code), say(refused))
        else:
            messages.success(request, _("The correction was saved. The earlier signature stays readable."))
            return redirect("office:patient", patient)
    told = history([old], interventions={}, now=desk.at)
    context = {"patient": row, "form": form, "history": told}
    status = 422 if form.is_bound else 200
    return page(request, desk, "patient/correct.html", context, area="patient", crumbs=crumbs(row), status=status)
