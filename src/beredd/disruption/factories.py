"""An incident for tests, brought to where a test begins; a phone's time in a home."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from beredd.disruption import actions
from beredd.disruption.events import STAY, StayBody
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import Layer
from beredd.ids import new_id
from beredd.ledger.actions import lock
from beredd.ledger.told import Told
from beredd.people.factories import MONDAY, Town


def incident(town: Town, *moves: Move, units: set[UUID] | None = None, at: datetime = MONDAY) -> UUID:
    """About ExorLive, in the north unless said; moved on by Maria, who is medically responsible."""
    maria = town.access(town.mas)
    places = {town.north} if units is None else units
    id = actions.raise_incident(
        system="exorlive", layer=Layer.SYSTEM, units=places, ground="Svarar inte", by=maria, at=at
    )
    for move in moves:
        actions.move_incident(incident=id, move=move, ground="Vi har sett det", by=maria, at=at)
    return id


def stay(home: UUID, *lost: tuple[int, int | None], by: UUID, at: datetime, minutes: int = 20) -> UUID:
    """A phone has been in that home since `at`, without contact between these minutes; told of at once."""
    losses = ((_after(at, one), None if two is None else _after(at, two)) for one, two in lost)
    body = StayBody(home, at, _after(at, minutes), tuple(losses))
    told = Told(new_id(at), STAY, "{}", body, by, new_id(at), 1, body.ended_at, body.ended_at)
    with transaction.atomic():
        assert not actions.take_stays([told], head=lock(), at=body.ended_at)
    return told.id


def _after(at: datetime, minutes: int) -> datetime:
    return at + timedelta(minutes=minutes)
