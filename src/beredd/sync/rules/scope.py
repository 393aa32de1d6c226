"""What a device should hold, and how both sides see at a glance whether it does.

Cases: contract/cases/sync_scope_hash.json.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

FIRST, LAST = ("me", "unit"), ("exercise", "page")


@dataclass(frozen=True, slots=True)
class Ref:
    """A document and its version: the position of the newest event about it."""

    kind: str
    id: UUID
    version: int


def scope_hash(refs: Iterable[Ref]) -> str:
    """Hex SHA-256 over "kind:id:version", a line each, sorted; the same on both sides when they hold the same."""
    lines = sorted(f"{ref.kind}:{ref.id}:{ref.version}" for ref in refs)
    return sha256("\n".join(lines).encode()).hexdigest()


def nearest_first(refs: Iterable[Ref], due: Mapping[UUID, datetime]) -> list[Ref]:
    """Oneself and one's units, then patients by when something is next due, then what they do."""

    def rank(ref: Ref) -> tuple[int, float, str]:
        if ref.kind in FIRST:
            return FIRST.index(ref.kind), 0.0, str(ref.id)
        next_due = due.get(ref.id)
        return (3 if ref.kind in LAST else 2), next_due.timestamp() if next_due else float("inf"), str(ref.id)

    return sorted(refs, key=rank)
