"""How a phone fared in a home: when it was there, when contact was lost and regained. No position is in it."""

from typing import Annotated
from uuid import UUID

from msgspec import Meta, Struct

from beredd.disruption.actions import take_stays
from beredd.disruption.events import STAY, StayBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.tame import tellable
from beredd.sync.wire import Instant

MOST = 50  # a phone that loses contact more often in one stay tells of it as one long loss


class Lost(Struct, frozen=True):
    """`regained_at`: None when the phone had not got through before the stay was over."""

    lost_at: Instant
    regained_at: Instant | None = None


class HomeStay(Struct, frozen=True):
    """`home`: the patient whose home it is."""

    home: UUID
    began_at: Instant
    ended_at: Instant
    lost: Annotated[list[Lost], Meta(max_length=MOST)] = []


def _read(wire: HomeStay) -> StayBody:
    losses = ((tellable(one.lost_at), tellable(one.regained_at) if one.regained_at else None) for one in wire.lost)
    return StayBody(wire.home, tellable(wire.began_at), tellable(wire.ended_at), tuple(losses))


STAYS = Kind(STAY, HomeStay, _read, take_stays)
