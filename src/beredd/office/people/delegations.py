"""Delegations: which hold, which end soon; giving and withdrawing."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.people import presenters
from beredd.office.people.forms import DelegationForm
from beredd.office.people.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.people import actions, queries
from beredd.people.rules.access import Refused, check
from beredd.people.rules.roles import Permission, Role


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Those that hold, end within 30 days, or are over."""
    show = request.GET.get("show", "valid")
    today = local_day(desk.at)
    soon = today + timedelta(days=30)
    may_withdraw = desk.may(Permission.GIVE_DELEGATION)
    every = queries.delegations(desk.access)
    kept = {
        "valid": [row for row in every if row.withdrawn_at is None and row.ends_on >= today],
        "soon": [row for row in every if row.withdrawn_at is None and today <= row.ends_on <= soon],
        "over": [row for row in every if row.withdrawn_at is not None or row.ends_on < today],
    }
    context = {
        "places": places(desk),
        "here": "delegations",
        "show": show if show in kept else "valid",
        "counts": {name: len(rows) for name, rows in kept.items()},
        "delegations": [
            presenters.delegation(row, today=today, may_withdraw=may_withdraw) for row in kept.get(show, kept["valid"])
        ],
        "can_give": may_withdraw,
    }
    return page(request, desk, "people/delegations.html", context, area="people", crumbs=crumbs())


@at_desk
def give(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Nobody delegates in another's name: the giver is the one who is signed in."""
    check(desk.access, Permission.GIVE_DELEGATION)
    form = _form(request, desk)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_delegation(**form.cleaned_data, by=desk.access, at=desk.at)
        except Refused as refused:
            form.add_error("ends_on", say(refused))
        else:
            messages.success(request, _("The delegation was given. It holds from its first day."))
            return redirect("office:delegations")
    tasks = sorted({row.task for row in queries.delegations(desk.access)})
    status = 422 if form.is_bound else 200
    context = {"form": form, "tasks": tasks}
    return page(request, desk, "people/give.html", context, area="people", crumbs=crumbs(), status=status)


@require_POST
@at_desk
def withdraw(request: HttpRequest, desk: Desk, delegation: UUID) -> HttpResponse:
    if delegation not in {row.id for row in queries.delegations(desk.access)}:
        messages.error(request, _("The delegation is not among those of your units. Nothing was changed."))
        return redirect("office:delegations")
    try:
        actions.withdraw_delegation(delegation=delegation, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(
            request, _("The delegation was withdrawn from now on. What was signed before it still counts.")
        )
    return redirect("office:delegations")


def _form(request: HttpRequest, desk: Desk) -> DelegationForm:
    units = queries.all_units(desk.access, Permission.GIVE_DELEGATION)
    today = local_day(desk.at)
    members = queries.members([unit.id for unit in units], on=today)
    performers = {row.user.id: row.user for row in members if row.role == Role.PERFORMER}
    return DelegationForm(
        request.POST if request.method == "POST" else None,
        performers=sorted(performers.values(), key=lambda user: user.name),
        units=[unit for unit in units if unit.kind == "care"] or units,
        today=today,
        initial={"performer": request.GET.get("performer", "")},
    )
