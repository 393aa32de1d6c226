"""Have we been restored from a backup? A mark of ours that our history does not hold says so."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Mark:
    """The point of a history that an answer stood on. `hash`: the first sixteen hex digits of the event there."""

    epoch: UUID
    position: int
    hash: str

    def __str__(self) -> str:
        return f"{self.epoch}.{self.position}.{self.hash}"


def mark_from(text: str) -> Mark:
    """Raises ValueError."""
    epoch, position, digits = text.split(".")
    return Mark(UUID(epoch), int(position), digits)


def mark_at(epoch: UUID, position: int, hash: str) -> Mark:
    return Mark(epoch, position, hash[:16])


def is_forgotten(mark: Mark, *, epoch: UUID, hash_there: str | None) -> bool:
    """Ours, of this very epoch, and yet not in our history; `hash_there`: what we have at its position, if anything."""
    return mark.epoch == epoch and (hash_there is None or hash_there[:16] != mark.hash)
