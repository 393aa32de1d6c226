"""Tickets that phones have kept until they could be sent, and the case numbers that were given for them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext

from beredd.disruption.actions.incidents import open_incidents, units_of
from beredd.disruption.actions.tickets import (
    TicketRefused,
    UnknownTicket,
    checked_number,
    checked_words,
    support,
)
from beredd.disruption.events import TicketBody
from beredd.disruption.models import CaseNumber, Incident, Ticket
from beredd.disruption.reach import works_in
from beredd.i18n.mark import N_
from beredd.ledger.actions import Head, append
from beredd.ledger.told import Held, Told
from beredd.notices.actions import write_to
from beredd.people.queries import access_of
from beredd.people.rules.access import Access, Refused

MOST, WITHIN = 10, timedelta(hours=1)  # a phone that has lost its mind does not fill a support's mailbox


def take_tickets(told: Sequence[Told[TicketBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """In their order: a number comes after its ticket. What cannot be followed is in the ledger all the same."""
    held: dict[UUID, Sequence[Held]] = {}
    for one in told:
        body = one.body
        subject = ("ticket", body.ticket or one.id)
        append([one.entry(subject=subject, unit=body.unit, happened_at=min(body.made_at, at))], head=head)
        by = access_of(one.by, at=at)
        try:
            if body.ticket is None:
                _file(one, head=head, by=by, at=at)
            else:
                _note(body.ticket, body.number, by=by, at=at)
        except Refused as refused:
            held[one.id] = [Held(refused.code, gettext(refused.text) % refused.params)]
    return held


def _file(one: Told[TicketBody], *, head: Head, by: Access, at: datetime) -> None:
    """Raises TicketRefused, BookFault, before anything is written."""
    body = one.body
    if not works_in(by, body.unit):
        raise TicketRefused("unit", N_("Only those who work in the unit ask for help in its name."))
    place = support(body.portal, read_aloud=body.read_aloud)
    subject, text = checked_words(body.subject, body.text)
    if Ticket.objects.filter(by=by.user, at__gt=at - WITHIN).count() >= MOST:
        raise TicketRefused("too_many", N_("There were too many tickets from you within an hour. Ring instead."))
    incident = _about(body)
    about = ("incident", incident.id) if incident else ("ticket", one.id)
    sent = None
    if not body.read_aloud:
        sent = write_to(place, subject=subject, text=text, about=about, head=head, by=by, at=at)
    Ticket.objects.create(
        id=one.id,
        incident=incident,
        unit=body.unit,
        portal=body.portal,
        subject=subject,
        text=text,
        telling=sent,
        by_id=by.user,
        at=at,
    )


def _note(ticket: UUID, number: str, *, by: Access, at: datetime) -> None:
    """Of one's own, or a colleague's. Raises UnknownTicket, TicketRefused."""
    row = Ticket.objects.filter(id=ticket).first()
    if row is None or not (row.by_id == by.user or (row.unit and works_in(by, row.unit))):
        raise UnknownTicket
    CaseNumber.objects.create(ticket=row, number=checked_number(number), by_id=by.user, at=at)


def _about(body: TicketBody) -> Incident | None:
    """The disruption of that system that goes on in the unit, if any."""
    going_on = open_incidents(body.system) if body.system else []
    concerned = (one for one in going_on if one.everywhere or body.unit in (units_of(one) or ()))
    return next(concerned, None)
