"""A ticket to somebody's support, written or read aloud from a phone; or the case number that they gave for it."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from beredd.disruption.actions import take_tickets
from beredd.disruption.events import TICKET, TicketBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.tame import tellable
from beredd.sync.wire import NO_NUL, Instant

Word = Annotated[str, Meta(max_length=200, pattern=NO_NUL)]


class Ticket(Struct, frozen=True):
    """`ticket`: the one told of earlier that `number` is for; without it, a new one. No patient is in it."""

    unit: UUID
    made_at: Instant
    ticket: UUID | None = None
    number: Word = ""
    portal: Word = ""
    system: Word = ""
    subject: Word = ""
    text: Annotated[str, Meta(max_length=4000, pattern=NO_NUL)] = ""
    read_aloud: bool = False


def _read(wire: Ticket) -> TicketBody:
    return TicketBody(
        unit=wire.unit,
        made_at=tellable(wire.made_at),
        ticket=wire.ticket,
        number=wire.number,
        portal=wire.portal,
        system=wire.system,
        subject=wire.subject,
        text=wire.text,
        read_aloud=wire.read_aloud,
    )


TICKETS = Kind(TICKET, Ticket, _read, take_tickets)
