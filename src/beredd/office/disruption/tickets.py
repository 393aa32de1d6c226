"""Tickets of a disruption: chosen support, filled in from what is known, sent or read aloud, case number noted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beredd.disruption import actions, queries
from beredd.disruption.reach import check_reach
from beredd.notices.rules.portal import Portal
from beredd.office.desk import Desk, at_desk
from beredd.office.disruption.forms import TicketForm
from beredd.office.disruption.places import incident_crumbs, the_incident
from beredd.office.page import page
from beredd.office.words import notices as words
from beredd.office.words.refusals import say
from beredd.office.words.states import Look
from beredd.people.rules.access import Refused
from beredd.people.rules.roles import Permission


@at_desk
def tickets(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    return _page(request, desk, incident)


@require_POST
@at_desk
def file(request: HttpRequest, desk: Desk, incident: UUID) -> HttpResponse:
    """On error the page comes back with what was written."""
    the_incident(desk, incident)
    form = TicketForm(request.POST)
    read_aloud = request.POST.get("way") == "aloud"
    portal = request.POST.get("portal", "")
    if form.is_valid():
        said = {"portal": portal, "read_aloud": read_aloud, **form.cleaned_data}
        try:
            actions.file_ticket(incident=incident, **said, by=desk.access, at=desk.at)
        except actions.TicketRefused as refused:
            form.add_error(refused.code if refused.code in form.fields else None, say(refused))
        else:
            messages.success(request, _("The ticket is kept.") if read_aloud else _("The ticket is on its way."))
            return redirect("office:disruption-tickets", incident)
    return _page(request, desk, incident, bad=form)


@require_POST
@at_desk
def number(request: HttpRequest, desk: Desk, incident: UUID, ticket: UUID) -> HttpResponse:
    the_incident(desk, incident)
    _note(request, desk, ticket)
    return redirect("office:disruption-tickets", incident)


@require_POST
@at_desk
def loose_number(request: HttpRequest, desk: Desk, ticket: UUID) -> HttpResponse:
    """Of a ticket from a phone that belongs to no disruption."""
    _note(request, desk, ticket)
    return redirect("office:disruption-reports")


def _note(request: HttpRequest, desk: Desk, ticket: UUID) -> None:
    try:
        actions.note_case_number(ticket=ticket, number=request.POST.get("number", ""), by=desk.access, at=desk.at)
    except (actions.TicketRefused, actions.UnknownTicket) as refused:
        messages.error(request, say(refused))
    else:
        messages.success(request, _("The case number is noted."))


def shown(rows: list[queries.TicketRow]) -> list[tuple[queries.TicketRow, Look | None]]:
    """Each with how it fared; None when it was read aloud."""
    return [(one, words.FATES[one.fate] if one.fate else None) for one in rows]


def _page(request: HttpRequest, desk: Desk, incident: UUID, *, bad: TicketForm | None = None) -> HttpResponse:
    row = the_incident(desk, incident)
    check_reach(desk.access, Permission.HANDLE_DISRUPTIONS, row.units)
    try:
        portals = queries.all_portals()
        fault = ""
    except Refused as refused:
        portals, fault = [], say(refused)
    chosen = _chosen(request, portals)
    context = {
        "id": row.id,
        "portals": portals,
        "chosen": chosen,
        "fault": fault,
        "form": bad or (_filled(desk, row, chosen) if chosen else None),
        "rows": shown(queries.tickets(desk.access, row)),
    }
    status = 422 if bad else 200
    return page(
        request,
        desk,
        "disruption/tickets.html",
        context,
        area="disruption",
        crumbs=incident_crumbs(row),
        status=status,
    )


def _chosen(request: HttpRequest, portals: list[Portal]) -> Portal | None:
    wanted = request.POST.get("portal") or request.GET.get("portal", "")
    return next((one for one in portals if one.key == wanted), None)


def _filled(desk: Desk, row: queries.IncidentRow, portal: Portal) -> TicketForm:
    subject, text = queries.draft(desk.access, row, portal)
    return TicketForm(initial={"subject": subject, "text": text})
