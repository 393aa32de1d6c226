"""Tickets of a disruption, and a new one filled in from what is known."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext, override

from beredd.clock import SWEDEN
from beredd.disruption.models import Report, Ticket
from beredd.disruption.plan import plan
from beredd.disruption.queries.incidents import IncidentRow
from beredd.disruption.reach import reached
from beredd.disruption.rules import ticket as rules
from beredd.disruption.rules.ticket import TicketFacts
from beredd.notices.queries import fate_of
from beredd.notices.rules.fate import Fate
from beredd.notices.rules.portal import Portal
from beredd.notices.setup import portals
from beredd.people.queries import unit_rows, user_card
from beredd.people.rules.access import Access, Everywhere
from beredd.people.rules.roles import Permission

LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TicketRow:
    """`fate`: None when it was read aloud. `number` is empty until support has given one."""

    id: UUID
    portal: str
    phone: str
    subject: str
    text: str
    by_name: str
    at: datetime
    fate: Fate | None
    number: str


def all_portals() -> list[Portal]:
    """Raises BookFault."""
    return list(portals().values())


def tickets(_access: Access, row: IncidentRow) -> list[TicketRow]:
    """Of an incident that the asker may see, the newest first."""
    return _rows(Ticket.objects.filter(incident=row.id))


def loose_tickets(access: Access, *, at: datetime) -> list[TicketRow]:
    """Those of the last days from phones, about what is no disruption; for those who handle them in the unit."""
    recent = Ticket.objects.filter(incident=None, at__gt=at - LATELY)
    held = reached(access, Permission.HANDLE_DISRUPTIONS)
    return _rows(recent if isinstance(held, Everywhere) else recent.filter(unit__in=held))


def _rows(found: QuerySet[Ticket]) -> list[TicketRow]:
    known = portals()
    rows = found.select_related("by").prefetch_related("numbers").order_by("-at")
    return [
        TicketRow(
            id=one.id,
            portal=known[one.portal].title if one.portal in known else one.portal,
            phone=known[one.portal].phone if one.portal in known else "",
            subject=one.subject,
            text=one.text,
            by_name=one.by.name,
            at=one.at,
            fate=fate_of(one.telling) if one.telling else None,
            number=numbers[-1].number if (numbers := list(one.numbers.all())) else "",
        )
        for one in rows
    ]


def draft(access: Access, row: IncidentRow, portal: Portal) -> tuple[str, str]:
    """Subject and text, in the language of the portal; of an incident that the asker may see."""
    facts = _facts(access, row)
    with override(portal.language):
        said, params = rules.subject(facts)
        return gettext(said) % params, "\n".join(gettext(line) % filled for line, filled in rules.text(facts))


def _facts(access: Access, row: IncidentRow) -> TicketFacts:
    found = Report.objects.filter(made_at__gte=row.opened_at - rules.BEFORE, system__in=["", row.system])
    if row.units is not None:
        found = found.filter(unit__in=row.units)
    reports, devices, tried = rules.numbers(list(found.values_list("device", "other_device_works")))
    card = user_card(access.user)
    return TicketFacts(
        system=plan().landscape.title(row.system),
        state=row.state,
        units=tuple(one.name for one in unit_rows(row.units)) if row.units is not None else (),
        since=f"{row.opened_at.astimezone(SWEDEN):%Y-%m-%d %H:%M}",
        reports=reports,
        devices=devices,
        evidence=row.timeline[0].text,
        other_device_tried=tried,
        decisions=tuple(one.text for one in row.timeline[1:] if one.text and one.what != "told"),
        name=card.name if card else access.name,
        title=card.title if card else "",
        phone=card.phone if card else "",
        reference=row.id.hex[-6:].upper(),
    )
