"""What a signature says, as it travels and as the ledger keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from beredd.care.rules.occurrences import occurrence_id
from beredd.signing.rules.review import ReviewReason

KIND = "signature"
_named = lru_cache(maxsize=4096)(occurrence_id)  # asked for several times while one signature is judged and stored


@dataclass(frozen=True, slots=True)
class WorkedItem:
    """What was done of a programme's item: its place, from 1, and what was counted in all sets; None was not counted.

    `skipped`: why nothing was done of it; `variant`: easier or harder. Kept as they came, known or not.
    """

    item: int
    exercise: UUID | None = None
    sets: int | None = None
    repetitions: int | None = None
    seconds: int | None = None
    skipped: str | None = None
    variant: str | None = None


def worked_items(kept: Iterable[Mapping[str, Any]] | None) -> tuple[WorkedItem, ...]:
    """As the reading copy has them."""
    return tuple(WorkedItem(**{**one, "exercise": _uuid(one["exercise"])}) for one in kept or ())


def _uuid(kept: str | None) -> UUID | None:
    return UUID(kept) if kept else None


@dataclass(frozen=True, slots=True)
class SignatureBody:
    """`outcome` and `reason` are kept as they came, known or not; `slot` and `occurrence` are None when as needed.

    `pain` and `effort` from 0 to 10, None when not asked or not answered.
    """

    patient: UUID
    prescription: UUID
    version: int | None
    slot: str | None
    occurrence: UUID | None
    outcome: str
    reason: str | None
    note: str
    performed_at: datetime
    corrects: UUID | None
    done: dict[str, Any] | None = None
    worked: tuple[WorkedItem, ...] = ()
    pain: int | None = None
    effort: int | None = None

    @property
    def own_occurrence(self) -> UUID | None:
        """What the slot names, whatever `occurrence` says: nobody settles another's by a slip."""
        return _named(self.prescription, self.slot) if self.slot else None


@dataclass(frozen=True, slots=True)
class Arrival:
    """A signature that has come in and is new to us. `payload`: the text to keep, byte for byte.

    `found`: reasons to hold it that the carrier has seen (revoked device, forked chain …).
    """

    id: UUID
    payload: str
    body: SignatureBody
    performer: UUID
    channel: str
    recorded_at: datetime
    received_at: datetime
    device: UUID | None = None
    seq: int | None = None
    transcribed_by: UUID | None = None
    found: tuple[ReviewReason, ...] = field(default=())
