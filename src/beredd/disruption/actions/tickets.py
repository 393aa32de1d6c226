"""A ticket to support: sent through the outbox or read aloud, and the case number noted back."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.disruption.actions.incidents import incident_of, units_of
from beredd.disruption.models import CaseNumber, Ticket
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.ticket import holds_personal_number
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.notices.actions import write_to
from beredd.notices.rules.portal import Portal
from beredd.notices.setup import portals
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

LONGEST_SUBJECT, LONGEST_TEXT, LONGEST_NUMBER = 200, 4000, 60


class TicketRefused(Refused):
    """`code` names the field."""


class UnknownTicket(Refused):
    """Code `unknown_ticket`."""

    def __init__(self) -> None:
        super().__init__("unknown_ticket", N_("There is no such ticket. Open the disruption again."))


def file_ticket(
    *, incident: UUID, portal: str, subject: str, text: str, read_aloud: bool, by: Access, at: datetime
) -> UUID:
    """Sent now, or as soon as it goes; or only kept, when it was read aloud. Raises NotAllowed, TicketRefused."""
    check_reach(by, Permission.HANDLE_DISRUPTIONS, units_of(incident_of(incident)))
    place = support(portal, read_aloud=read_aloud)
    subject, text = checked_words(subject, text)
    ticket = new_id(at)
    with transaction.atomic():
        head = lock()
        about = ("ticket", ticket)
        sent = None
        if not read_aloud:
            sent = write_to(place, subject=subject, text=text, about=("incident", incident), head=head, by=by, at=at)
        facts = {"incident_id": incident, "portal": portal, "subject": subject, "text": text, "telling": sent}
        Ticket.objects.create(id=ticket, by_id=by.user, at=at, **facts)
        append([entry("incident.ticket", by=by, subject=about, at=at, body=facts)], head=head)
    return ticket


def support(portal: str, *, read_aloud: bool) -> Portal:
    """Raises TicketRefused, BookFault."""
    place = portals().get(portal)
    if place is None or not (read_aloud or place.channel):
        raise TicketRefused("portal", N_("This support takes tickets by telephone only. Read it aloud."))
    return place


def checked_words(subject: str, text: str) -> tuple[str, str]:
    """Raises TicketRefused."""
    subject, text = " ".join(subject.split()), text.strip()
    if not subject or not text or len(subject) > LONGEST_SUBJECT or len(text) > LONGEST_TEXT:
        raise TicketRefused("text", N_("Write what is wrong, within 4,000 characters."))
    if holds_personal_number(subject) or holds_personal_number(text):
        raise TicketRefused("text", N_("There is a personal identity number in the text. Take it out: no patients."))
    return subject, text


def checked_number(number: str) -> str:
    """Raises TicketRefused."""
    said = " ".join(number.split())
    if not said or len(said) > LONGEST_NUMBER:
        raise TicketRefused("number", N_("Write the case number that support gave you."))
    return said


def note_case_number(*, ticket: UUID, number: str, by: Access, at: datetime) -> None:
    """Raises UnknownTicket, NotAllowed, TicketRefused."""
    row = Ticket.objects.filter(id=ticket).select_related("incident").first()
    if row is None:
        raise UnknownTicket
    check_reach(by, Permission.HANDLE_DISRUPTIONS, _units(row))
    said = checked_number(number)
    with transaction.atomic():
        head = lock()
        CaseNumber.objects.create(ticket=row, number=said, by_id=by.user, at=at)
        body = {"number": said, "incident": row.incident_id}
        append([entry("incident.case_number", by=by, subject=("ticket", ticket), at=at, body=body)], head=head)


def _units(ticket: Ticket) -> set[UUID] | None:
    """Whom it concerns: of one without a disruption, the unit whose phone asked."""
    if ticket.incident is not None:
        return units_of(ticket.incident)
    return {ticket.unit} if ticket.unit else None
