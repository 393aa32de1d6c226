"""Phones tell of what is ill, and that it is well again, each from where its holder works."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from beredd.disruption.actions.observations import observe
from beredd.disruption.events import ObservedBody
from beredd.disruption.probes.tried import Seen
from beredd.disruption.reach import works_in
from beredd.disruption.rules.observed import Link, Place, Vantage
from beredd.i18n.mark import N_
from beredd.ledger.actions import Head, append
from beredd.ledger.told import Held, Told
from beredd.people.queries import access_of

NOT_THERE = Held("not_their_unit", N_("You do not work in that unit. What the phone saw was not counted."))
NOT_IN_ORDER = Held("maker", N_("The phone was not in order. What it saw was not counted."))


def take_observed(told: Sequence[Told[ObservedBody]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]:
    """Several phones that see the same raise a suspicion at once, as the server and the stations do."""
    held = {one.id: [why] for one in told if (why := _why_not(one))}
    append(
        [
            one.entry(subject=("device", one.device), unit=None, happened_at=min(one.body.at, one.received_at))
            for one in told
        ],
        head=head,
    )
    rounds: defaultdict[Vantage, list[Seen]] = defaultdict(list)
    for one in told:
        if one.id not in held:
            rounds[_vantage(one)].append(Seen(one.body.at, one.body.found))
    for vantage, seen in rounds.items():
        observe(vantage, seen, at=at)
    if rounds:
        head.refresh_from_db()  # a suspicion is an event, too
    return held


def _why_not(one: Told[ObservedBody]) -> Held | None:
    if one.doubts:
        return NOT_IN_ORDER
    return None if works_in(access_of(one.by, at=one.received_at), one.body.unit) else NOT_THERE


def _vantage(one: Told[ObservedBody]) -> Vantage:
    link = Link.WIRELESS if one.body.wireless else Link.MOBILE
    return Vantage(str(one.device), Place.PHONE, link, str(one.body.unit))
