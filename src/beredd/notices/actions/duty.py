"""Handing over duty: for a time, somebody else is told in one's place."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.notices.models import Handover
from beredd.notices.setup import setup
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission

LONGEST = timedelta(days=60)


class HandoverRefused(Refused):
    """Code `handover`: something in it cannot be so."""

    def __init__(self, text: str) -> None:
        super().__init__("handover", text)


def hand_over(
    *, group: str, replaced: str, taker: str, starts_at: datetime, ends_at: datetime, by: Access, at: datetime
) -> UUID:
    """Whoever stood in before for the same is replaced, too. Raises NotAllowed, HandoverRefused, BookFault."""
    check(by, Permission.ARRANGE_NOTICES)
    book = setup().book
    if group not in book.groups or replaced not in book.groups[group].recipients:
        raise HandoverRefused(N_("Choose somebody who is told in that group."))
    if taker not in book.recipients or taker == replaced:
        raise HandoverRefused(N_("Choose somebody else to stand in."))
    if not at - timedelta(days=1) <= starts_at < ends_at <= at + LONGEST or ends_at <= at:
        raise HandoverRefused(N_("Choose an end after the beginning, at most 60 days from now."))
    handover = new_id(at)
    with transaction.atomic():
        head = lock()
        facts = {"group": group, "replaced": replaced, "taker": taker, "starts_at": starts_at, "ends_at": ends_at}
        Handover.objects.create(id=handover, by=by.user, at=at, **facts)
        append([entry("notice.duty", by=by, subject=("handover", handover), at=at, body=facts)], head=head)
    return handover
