"""What a phone in use has tried of the systems around, when something was ill or well again. No person is in it."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, Struct

from beredd.disruption.actions import take_observed
from beredd.disruption.events import OBSERVED, ObservedBody
from beredd.sync.kinds.kind import Kind
from beredd.sync.observed import TriedSeen, tried_of
from beredd.sync.tame import tellable
from beredd.sync.wire import NO_NUL, Instant


class Observed(Struct, frozen=True):
    """`found`: what came of each target, by its key. `link`: how the phone hung on the world."""

    at: Instant
    unit: UUID
    found: Annotated[dict[Annotated[str, Meta(max_length=60, pattern=NO_NUL)], TriedSeen], Meta(max_length=60)]
    link: Literal["mobile", "wireless"] = "mobile"


def _read(wire: Observed) -> ObservedBody:
    found = {target: tried_of(one) for target, one in wire.found.items()}
    return ObservedBody(wire.unit, wire.link == "wireless", tellable(wire.at), found)


OBSERVATIONS = Kind(OBSERVED, Observed, _read, take_observed)
