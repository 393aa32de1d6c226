"""Keeping what was seen, and drawing the conclusion at once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from beredd.disruption.actions.suspicions import suspect
from beredd.disruption.models import Observation
from beredd.disruption.plan import plan
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.observed import Fault, Link, Place, Result, Vantage
from beredd.ledger.actions import lock

KEPT_FOR = timedelta(hours=48)
OLDEST = timedelta(hours=12)  # what a station saw while it was cut off
SERVER = Vantage("server", Place.SERVER, Link.FIXED)


def observe(vantage: Vantage, rounds: Sequence[Seen], *, at: datetime) -> int:
    """How many results were new. Of targets that we do not have, and of times that cannot be, nothing is kept.

    Measurements, not history: no event. What they lead to, a suspicion, is in the ledger.
    """
    known = plan().landscape.targets
    rows = [
        Observation(
            vantage=vantage.name,
            place=vantage.place,
            link=vantage.link,
            unit=vantage.unit,
            target=target,
            result=tried.result,
            fault=_fault(tried),
            seconds=tried.seconds,
            certificate_ends=tried.certificate_ends,
            at=min(one.at, at),  # a clock that is fast does not make it later than now
        )
        for one in rounds
        if one.at > at - OLDEST
        for target, tried in one.found.items()
        if target in known
    ]
    with transaction.atomic():
        lock()
        before = Observation.objects.filter(vantage=vantage.name).count()
        Observation.objects.bulk_create(rows, ignore_conflicts=True)
        new = Observation.objects.filter(vantage=vantage.name).count() - before
        suspect(at=at)
    return new


def forget(*, at: datetime) -> None:
    """What is too old to say anything."""
    Observation.objects.filter(at__lte=at - KEPT_FOR).delete()


def _fault(tried: Tried) -> str:
    return (tried.fault or Fault.NO_ANSWER) if tried.result is Result.FAILS else ""
