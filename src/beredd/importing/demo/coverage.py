"""What phones have told of the coverage in some homes: one where it is often poor, and nobody has decided anything;
one where paper lies for the want of it; one where it is good."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from beredd.clock import local_day, midnight
from beredd.disruption import actions
from beredd.disruption.events import STAY, StayBody
from beredd.ids import new_id
from beredd.importing.demo.paper import PLACES, first_in, paper_unit, with_prescriptions
from beredd.ledger.actions import lock
from beredd.ledger.told import Told
from beredd.people.rules.roles import Role

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
Lost = Sequence[tuple[int, int | None]]  # minutes into the visit
GONE: Lost = ((0, None),)
POOR: tuple[Lost, ...] = ((), ((4, 13),), GONE, (), ((2, 6), (11, None)), (), GONE)
GOOD: tuple[Lost, ...] = ((), (), (), ((7, 8),), ())
EVERY = 2  # days
BACK = 25


def make(*, at: datetime) -> None:
    """Until the day before `at`, inside the caller's transaction."""
    unit = paper_unit()
    by = first_in(unit, Role.PERFORMER, at).user
    homes = with_prescriptions(unit)
    undecided, good = homes[len(PLACES) : len(PLACES) + 2]
    for number, (home, pattern) in enumerate([(homes[0], POOR), (undecided, POOR), (good, GOOD)]):
        for one in _told(home, pattern, by=by, at=at + number * 17 * MINUTE):
            with transaction.atomic():
                actions.take_stays([one], head=lock(), at=one.received_at)


def _told(home: UUID, pattern: Sequence[Lost], *, by: UUID, at: datetime) -> Iterator[Told[StayBody]]:
    device, today = new_id(at), midnight(local_day(at))
    for number, back in enumerate(range(BACK, 0, -EVERY)):
        began = today - back * DAY + timedelta(hours=9 + number % 3 * 4, minutes=11 * number % 40)
        lost = pattern[number % len(pattern)]
        losses = tuple((began + one * MINUTE, None if two is None else began + two * MINUTE) for one, two in lost)
        ended = began + (18 + number % 5) * MINUTE
        body, id = StayBody(home, began, ended, losses), new_id(ended)
        event = {"v": 1, "kind": STAY, "id": id, "by": by, "recorded_at": ended, "body": asdict(body)}
        payload = json.dumps(event, cls=DjangoJSONEncoder)
        yield Told(id, STAY, payload, body, by, device, number + 1, ended, ended + MINUTE)
