"""Sending again what is lost, when a person has looked and found that it never came."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.notices.models import Attempt, Notice
from beredd.notices.rules.fate import LOST, Fate
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission


class NotLost(Refused):
    """Code `not_lost`."""

    def __init__(self) -> None:
        super().__init__("not_lost", N_("This notice is on its way or has come, so it is not sent again."))


def send_again(*, notice: UUID, by: Access, at: datetime) -> None:
    """Raises NotAllowed, NotLost."""
    check(by, Permission.ARRANGE_NOTICES)
    with transaction.atomic():
        head = lock()
        fresh = {
            "fate": Fate.QUEUED,
            "attempts": 0,
            "queued_at": at,
            "next_at": at,
            "handed_at": None,
            "settled_at": None,
        }
        if not Notice.objects.filter(id=notice, fate__in=LOST).update(**fresh):
            raise NotLost
        Attempt.objects.create(notice_id=notice, fate=Fate.QUEUED, at=at)
        append([entry("notice.again", by=by, subject=("notice", notice), at=at, body={})], head=head)
