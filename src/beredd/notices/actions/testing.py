"""A test notice to one recipient, through each way in turn: does it come?"""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.notices.actions.queue import put
from beredd.notices.models import Telling
from beredd.notices.rules.escalation import Turn
from beredd.notices.setup import setup
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission

NO_GROUP = ""


class UnknownRecipient(Refused):
    """Code `unknown_recipient`."""

    def __init__(self) -> None:
        super().__init__("unknown_recipient", N_("Choose a recipient who can be reached."))


def send_test(*, recipient: str, by: Access, at: datetime) -> UUID:
    """Each channel of the recipient at once, quiet hours or not: somebody waits for it. Raises UnknownRecipient."""
    check(by, Permission.ARRANGE_NOTICES)
    made = setup()
    one = made.book.recipients.get(recipient)
    if one is None or not one.reach:
        raise UnknownRecipient
    with transaction.atomic():
        head = lock()
        id = new_id(at)
        telling = Telling.objects.create(
            id=id,
            group=NO_GROUP,
            template="test",
            urgent=True,
            about_kind="recipient",
            about_id=by.user,
            by=by.user,
            at=at,
        )
        for number, (channel, address) in enumerate(one.reach.items()):
            put(telling, Turn(one.key, number, channel, address), one, at=at)
        body = {"recipient": recipient, "channels": list(one.reach)}
        append([entry("notice.tested", by=by, subject=("telling", id), at=at, body=body)], head=head)
    return id
