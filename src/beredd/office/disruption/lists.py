"""The disruptions that one may see, and taking up a new one."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from beredd.disruption import actions, queries
from beredd.disruption.plan import plan
from beredd.disruption.rules.things import thing_of, things
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption import presenters
from beredd.office.disruption.forms import RaiseForm
from beredd.office.disruption.places import crumbs, raising, units_of
from beredd.office.page import page
from beredd.office.words.refusals import say
from beredd.people.rules.access import Refused, check, is_everywhere
from beredd.people.rules.roles import Permission

CLOSED_SHOWN = 30


@at_desk
def incidents(request: HttpRequest, desk: Desk) -> HttpResponse:
    """For all who work somewhere that is concerned: no patient is in them."""
    rows = queries.incidents(desk.access, open_only=False)
    units = units_of(*rows)
    cards = [presenters.card(row, units, user=desk.access.user, now=desk.at) for row in rows]
    context = {
        "open": [one for one in cards if one.open],
        "closed": [one for one in cards if not one.open][:CLOSED_SHOWN],
        "can_raise": desk.may(Permission.HANDLE_DISRUPTIONS),
    }
    return page(request, desk, "disruption/list.html", context, area="disruption")


@at_desk
def raised(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What one has seen for oneself, without waiting for reports."""
    check(desk.access, Permission.HANDLE_DISRUPTIONS)
    everybody = is_everywhere(desk.access, Permission.HANDLE_DISRUPTIONS)
    form = RaiseForm(request.POST or None, units=raising(desk), everybody=everybody)
    if request.method == "POST" and form.is_valid():
        what = thing_of(form.cleaned_data["what"], things(plan().landscape))
        assert what is not None
        concerned = None if form.cleaned_data.get("everybody") else set(form.cleaned_data["units"])
        ground = form.cleaned_data["ground"]
        try:
            id = actions.raise_incident(
                system=what.about, layer=what.layer, units=concerned, ground=ground, by=desk.access, at=desk.at
            )
        except Refused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            messages.success(request, _("The disruption is taken up as a suspicion. Confirm it when it is certain."))
            return redirect("office:disruption", id)
    status = 422 if form.errors else 200
    return page(
        request, desk, "disruption/raise.html", {"form": form}, area="disruption", crumbs=crumbs(), status=status
    )
