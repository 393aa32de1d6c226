"""Phones tell how they fared in a home."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from uuid import UUID

from beredd.care.queries import patient_row
from beredd.disruption.events import StayBody
from beredd.disruption.models import HomeLoss, HomeStay
from beredd.disruption.rules.coverage import Loss, Stay, is_sound
from beredd.i18n.mark import N_
from beredd.ledger.actions import Head, append
from beredd.ledger.told import Held, Told
from beredd.people.queries import access_of

SLOW_CLOCK = timedelta(minutes=5)
NOT_YOURS = Held("out_of_scope", N_("The home is not one of your patients'. Nothing was noted of its coverage."))
NOT_SO = Held("clock", N_("The times cannot be right. Check the phone's clock."))
MAKER = Held("maker", N_("The phone was not in order. Nothing was noted of the coverage."))


def take_stays(told: Sequence[Told[StayBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """The subject is the home, not the patient: no phone has to hear of it."""
    is_theirs = cache(_is_theirs)  # a batch is of one phone and a few homes
    held = {one.id: [why] for one in told if (why := _why_not(one, is_theirs))}
    append(
        [
            one.entry(subject=("home", one.body.home), unit=None, happened_at=min(one.body.ended_at, one.received_at))
            for one in told
        ],
        head=head,
    )
    good = [one for one in told if one.id not in held]
    HomeStay.objects.bulk_create(
        HomeStay(id=one.id, home=one.body.home, began_at=one.body.began_at, ended_at=one.body.ended_at) for one in good
    )
    HomeLoss.objects.bulk_create(
        HomeLoss(stay_id=one.id, lost_at=lost, regained_at=regained)
        for one in good
        for lost, regained in one.body.losses
    )
    return held


def _why_not(one: Told[StayBody], is_theirs: Callable[[UUID, UUID, datetime], bool]) -> Held | None:
    body = one.body
    if one.doubts:
        return MAKER
    if not is_theirs(one.by, body.home, one.received_at):
        return NOT_YOURS
    stay = Stay(body.began_at, body.ended_at, tuple(Loss(*pair) for pair in body.losses))
    return None if is_sound(stay) and body.ended_at <= one.received_at + SLOW_CLOCK else NOT_SO


def _is_theirs(by: UUID, home: UUID, at: datetime) -> bool:
    return patient_row(access_of(by, at=at), home) is not None
