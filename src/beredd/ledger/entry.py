"""What an action wants remembered, and what of it the hash covers."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Entry:
    """What an action wants remembered. `body` is JSON text; `recorded_at` is the maker's clock, `received_at` ours."""

    id: UUID
    kind: str
    by: str
    unit: UUID | None
    subject: tuple[str, UUID]
    happened_at: datetime
    recorded_at: datetime
    received_at: datetime
    body: str
    origin: UUID | None = None
    origin_seq: int | None = None


def chain_fields(position: int, entry: Entry) -> tuple[str, ...]:
    """What the hash covers: everything but the hashes."""
    return (
        str(position),
        entry.id.hex,
        entry.kind,
        entry.by,
        entry.unit.hex if entry.unit else "",
        entry.subject[0],
        entry.subject[1].hex,
        _instant(entry.happened_at),
        _instant(entry.recorded_at),
        _instant(entry.received_at),
        entry.origin.hex if entry.origin else "",
        str(entry.origin_seq or ""),
        entry.body,
    )


@lru_cache(maxsize=512)  # a batch is received at one instant, and mostly performed when it is recorded
def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
