"""Phones: when they were last heard of, what they have made that we lack, and shutting one out."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.clock import local_day
from beredd.ledger import queries as ledger
from beredd.office.desk import Desk, at_desk
from beredd.office.page import page
from beredd.office.people import presenters
from beredd.office.people.places import crumbs, places
from beredd.office.words.refusals import say
from beredd.people import actions, queries
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission

SILENT_AFTER = timedelta(days=3)


@at_desk
def listed(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Phones that miss something come first."""
    rows = queries.devices(desk.access)
    silent_before = local_day(desk.at) - SILENT_AFTER
    held = {row.id: ledger.received_of(row.id) for row in rows if row.announced_seq}
    devices = [presenters.device(row, held=held, silent_before=silent_before) for row in rows]
    context = {
        "places": places(desk),
        "here": "devices",
        "devices": sorted(devices, key=lambda device: -device.missing),
        "can_revoke": desk.may(Permission.MANAGE_DEVICES),
        "me": desk.access.user,
    }
    return page(request, desk, "people/devices.html", context, area="people", crumbs=crumbs())


@require_POST
@at_desk
def revoke(request: HttpRequest, desk: Desk, device: UUID) -> HttpResponse:
    if device not in {row.id for row in queries.devices(desk.access)}:
        messages.error(request, _("The phone is not among those of your units. Nothing was changed."))
        return redirect("office:devices")
    try:
        actions.revoke_device(device=device, by=desk.access, at=desk.at)
    except Refused as refused:
        messages.error(request, say(refused))
    else:
        messages.success(
            request,
            _("The phone is shut out and gets nothing more. What it still has unsent is taken in for review."),
        )
    return redirect("office:devices")
