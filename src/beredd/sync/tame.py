"""What devices send, in a form that every database can hold."""

from datetime import UTC, datetime
from typing import Any

FIRST, LAST = datetime(2, 1, 1, tzinfo=UTC), datetime(9998, 12, 31, tzinfo=UTC)


def tellable(at: datetime) -> datetime:
    """In UTC. At the very ends of the calendar some zones have no day for it, so those are left out."""
    if at.year < FIRST.year:
        return FIRST
    return LAST if at.year > LAST.year else at.astimezone(UTC)


def storable(value: Any) -> Any:
    """PostgreSQL holds no NUL in texts; the ledger keeps the original, where it is written as an escape."""
    match value:
        case str():
            return value.replace("\x00", "\ufffd")
        case dict():
            return {storable(name): storable(part) for name, part in value.items()}
        case list():
            return [storable(part) for part in value]
        case _:
            return value
