"""Who leads the work on a disruption: taken with one click, handed over to a colleague."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.queries import IncidentRow
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.places import the_incident
from beredd.office.fields import OfficeForm
from beredd.office.words.refusals import say
from beredd.people.rules.access import NotAllowed, Refused


class HandOverForm(OfficeForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    to = forms.TypedChoiceField(label=gettext_lazy("Who takes over"), coerce=UUID)

    def __init__(self, *args: Any, colleagues: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(str(id), name) for id, name in colleagues]
        self["to"].field.choices = [("", _("Choose a colleague")), *known]  # type: ignore[attr-defined]


def hand_over_form(desk: Desk, row: IncidentRow) -> HandOverForm | None:
    """For the one who leads."""
    if row.leader is None or row.leader.user != desk.access.user or not row.may_tell:
        return None
    others = [one for one in queries.who_may_lead(row, at=desk.at) if one[0] != desk.access.user]
    return HandOverForm(initial={"seen": len(row.leads)}, colleagues=others)


@require_POST
@at_desk
def take(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """Of two who click at once, the second is told who has it."""
    row = the_incident(desk, incident)
    try:
        actions.take_lead(incident=row.id, seen=_seen(request), by=desk.access, at=desk.at)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("You lead the work now. All who open the disruption see it."))
    return redirect("office:disruption", incident)


@require_POST
@at_desk
def hand_over(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    row = the_incident(desk, incident)
    to = next((one for one in queries.who_may_lead(row, at=desk.at) if str(one[0]) == request.POST.get("to")), None)
    if to is None:
        messages.error(request, _("Choose who takes over. Nothing was changed."))
        return redirect("office:disruption", incident)
    try:
        actions.hand_over(incident=row.id, to=to[0], seen=_seen(request), by=desk.access, at=desk.at)
    except NotAllowed:
        raise
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("%(name)s leads the work now.") % {"name": to[1]})
    return redirect("office:disruption", incident)


def _seen(request: HttpRequest) -> int:
    """How many had led when the page was drawn. Raises Http404."""
    try:
        return int(request.POST.get("seen", ""))
    except ValueError:
        raise Http404 from None
