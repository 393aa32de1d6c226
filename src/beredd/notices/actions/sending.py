"""The outbox as the worker moves it: taken, handed over, settled. Each step is committed before the next is taken.

Whoever is killed leaves a row that says how far it came; see `worker`.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from beredd.notices.models import Attempt
from beredd.notices.models import Notice as Notice  # for the worker, which holds one
from beredd.notices.rules.fate import WAITING, Fate

LEASE = timedelta(minutes=2)  # longer than any channel takes


def take(channel: str, *, lease: timedelta = LEASE, at: datetime) -> Notice | None:
    """The one that has waited longest, for us alone until the lease ends; None when nothing is due."""
    for row in Notice.objects.filter(channel=channel, fate__in=WAITING, next_at__lte=at).order_by("next_at")[:10]:
        with transaction.atomic():
            ours = Notice.objects.filter(id=row.id, fate=row.fate, attempts=row.attempts).update(
                fate=Fate.SENDING, attempts=F("attempts") + 1, lease_until=at + lease, handed_at=None
            )
            if ours:
                Attempt.objects.create(notice=row, fate=Fate.SENDING, at=at)
        if ours:
            return Notice.objects.get(id=row.id)
    return None


def busy_channels(*, at: datetime) -> set[str]:
    """Those that have something to send, to find out or to follow, now; whether the file still has them or not."""
    due = Q(fate__in=WAITING, next_at__lte=at) | Q(fate=Fate.SENDING, lease_until__lte=at)
    return set(Notice.objects.filter(due | _followed(at)).values_list("channel", flat=True))


def take_left(channel: str, *, lease: timedelta = LEASE, at: datetime) -> Notice | None:
    """One that somebody began with and did not end, now for us alone."""
    for row in Notice.objects.filter(channel=channel, fate=Fate.SENDING, lease_until__lte=at).order_by("lease_until"):
        mine = Notice.objects.filter(id=row.id, fate=Fate.SENDING, lease_until=row.lease_until)
        if mine.update(lease_until=at + lease, attempts=F("attempts") + 1):
            return Notice.objects.get(id=row.id)
    return None


class TakenByAnother(Exception):
    """Our lease ended and somebody else has it: we must not go on."""


def hand(notice: UUID, *, attempts: int, at: datetime) -> None:
    """From here on it may have gone. Raises TakenByAnother."""
    if not Notice.objects.filter(id=notice, fate=Fate.SENDING, attempts=attempts, lease_until__gt=at).update(
        handed_at=at
    ):
        raise TakenByAnother


def settle(
    notice: Notice, fate: Fate, *, receipt: str = "", why: str = "", next_at: datetime | None = None, at: datetime
) -> None:
    """How it went. `next_at`: when it is tried again, asked about again, or followed."""
    with transaction.atomic():
        ours = Notice.objects.filter(id=notice.id, attempts=notice.attempts, fate=notice.fate)
        if ours.update(
            fate=fate,
            receipt=receipt or notice.receipt,
            next_at=next_at or at,
            lease_until=(next_at or at) if fate is Fate.SENDING else None,
            settled_at=None if fate in WAITING or fate is Fate.SENDING else at,
        ):
            Attempt.objects.create(notice=notice, fate=fate, why=why[:300], at=at)


def to_follow(channel: str, *, at: datetime) -> list[Notice]:
    """Sent, and the other side may by now know more."""
    return list(Notice.objects.filter(_followed(at), channel=channel)[:20])


def _followed(at: datetime) -> Q:
    return Q(fate=Fate.SENT, next_at__lte=at, settled_at__gt=at - FOLLOWED) & ~Q(receipt="")


FOLLOWED = timedelta(days=1)


def look_later(notice: Notice, *, next_at: datetime) -> None:
    Notice.objects.filter(id=notice.id, fate=Fate.SENT).update(next_at=next_at)
