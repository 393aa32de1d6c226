"""What a channel is given, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from beredd.notices.rules.fate import Fate, Unsure


@dataclass(frozen=True, slots=True)
class Parcel:
    """`id` is the idempotency key: the same at every attempt."""

    id: UUID
    address: str
    subject: str
    text: str
    queued_at: datetime

    @property
    def mark(self) -> str:
        """Short enough to stand in an SMS, and to find it by."""
        return self.id.hex[-7:].upper()


@dataclass(frozen=True, slots=True)
class Receipt:
    """`reference`: what the other side calls it, for asking later."""

    reference: str = ""
    fate: Fate = Fate.SENT


class NotSent(Exception):
    """It certainly did not go. `again`: it may go later."""

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.again = again


class MaybeSent(Exception):
    """It may have gone: the answer did not come."""


Handing = Callable[[], None]


class Channel(Protocol):
    """`send` calls `handing` right before the step after which it may have gone. Raises NotSent, MaybeSent."""

    @property
    def unsure(self) -> Unsure: ...

    def send(self, parcel: Parcel, handing: Handing) -> Receipt: ...

    def find(self, parcel: Parcel) -> Receipt | None:
        """None: it has not come. For those that can be asked; raises NotSent when no answer is had."""
        ...

    def follow(self, reference: str) -> Fate | None:
        """What has become of it; None: nothing new, or it cannot be known."""
        ...
