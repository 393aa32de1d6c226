"""What a device tells of that is no signature: in the form in which the part that it concerns takes it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar
from uuid import UUID

from beredd.ledger.entry import Entry

Body = TypeVar("Body")


@dataclass(frozen=True, slots=True)
class Told(Generic[Body]):
    """New to us. `payload`: the text to keep, byte for byte; `body`: what it says, read.

    `doubts`: codes of what is wrong with who made it (a revoked device, a broken chain …); mostly none.
    """

    id: UUID
    kind: str
    payload: str
    body: Body
    by: UUID
    device: UUID
    seq: int
    recorded_at: datetime
    received_at: datetime
    doubts: tuple[str, ...] = ()

    def entry(self, *, subject: tuple[str, UUID], unit: UUID | None, happened_at: datetime) -> Entry:
        """As the ledger remembers it."""
        return Entry(
            id=self.id,
            kind=self.kind,
            by=str(self.by),
            unit=unit,
            subject=subject,
            happened_at=happened_at,
            recorded_at=self.recorded_at,
            received_at=self.received_at,
            body=self.payload,
            origin=self.device,
            origin_seq=self.seq,
        )


@dataclass(frozen=True, slots=True)
class Held:
    """Why something told of was taken in but not followed. `code` is stable; `say`: a sentence for its maker."""

    code: str
    say: str
