"""Writing to one place outside, a portal, through the same outbox."""

from datetime import datetime
from uuid import UUID

from beredd.ids import new_id
from beredd.ledger.actions import Head, append
from beredd.notices.actions.queue import put
from beredd.notices.actions.testing import NO_GROUP
from beredd.notices.models import Telling
from beredd.notices.rules.book import Recipient
from beredd.notices.rules.escalation import Turn
from beredd.notices.rules.portal import Portal
from beredd.people.events import entry
from beredd.people.rules.access import Access


def write_to(
    portal: Portal, *, subject: str, text: str, about: tuple[str, UUID], head: Head, by: Access, at: datetime
) -> UUID:
    """Inside the caller's transaction, with the ledger's lock; the caller has checked who may. The telling's id."""
    id = new_id(at)
    telling = Telling.objects.create(
        id=id,
        group=NO_GROUP,
        template="ticket",
        params={"subject": subject, "text": text},
        urgent=True,
        about_kind=about[0],
        about_id=about[1],
        by=by.user,
        at=at,
    )
    one = Recipient(portal.key, portal.title, {portal.channel: portal.to}, portal.phone, language=portal.language)
    put(telling, Turn(one.key, 0, portal.channel, portal.to), one, at=at)
    body = {"portal": portal.key, "channel": portal.channel, "about": [about[0], about[1]]}
    append([entry("notice.written", by=by, subject=("telling", id), at=at, body=body)], head=head)
    return id
