"""Who takes whom today? A patient with something planned and neither a performer nor a decision is a miss."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Cover(StrEnum):
    COVERED = "covered"
    SKIPPED = "skipped"
    MISS = "miss"


@dataclass(frozen=True, slots=True)
class Decision:
    """That a performer takes the patient, or why nobody does."""

    patient: UUID
    performer: UUID | None
    skip_reason: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class CoverLine:
    patient: UUID
    cover: Cover
    decision: Decision | None


def coverage(
    planned: Iterable[UUID], decisions: Iterable[Decision], *, working: Mapping[UUID, Collection[UUID]]
) -> list[CoverLine]:
    """A line each; the newest decision counts. `working`: by patient, who works for them that day."""
    newest: dict[UUID, Decision] = {}
    for decision in sorted(decisions, key=lambda one: one.decided_at):
        newest[decision.patient] = decision
    return [
        CoverLine(patient, _cover(newest.get(patient), working.get(patient, ())), newest.get(patient))
        for patient in planned
    ]


def _cover(decision: Decision | None, working: Collection[UUID]) -> Cover:
    if decision is None:
        return Cover.MISS
    if decision.performer is None:
        return Cover.SKIPPED
    return Cover.COVERED if decision.performer in working else Cover.MISS
