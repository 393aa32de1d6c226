"""What makes a kind of event."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID

import msgspec

from beredd.ledger.actions import Head
from beredd.ledger.told import Held, Told


class Take(Protocol):
    def __call__(self, told: Sequence[Told[Any]], *, head: Head, at: datetime) -> Mapping[UUID, Sequence[Held]]: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """`wire`: the form of its body as it travels; `read`: from that to the form its part takes."""

    name: str
    wire: type[msgspec.Struct]
    read: Callable[[Any], Any]
    take: Take
