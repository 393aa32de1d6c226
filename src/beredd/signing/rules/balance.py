"""What has become of each occurrence?   Twin: phone/src/rules/balance.ts; cases: contract/cases/balance.json"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from beredd.care.rules.occurrences import Occurrence


class Outcome(StrEnum):
    PERFORMED = "performed"
    PARTLY = "partly"
    NOT_PERFORMED = "not_performed"
    VOID = "void"  # only in a correction: the signature was a mistake


class Reason(StrEnum):
    """Why something was not performed, or only partly."""

    DECLINED = "declined"
    AWAY = "away"
    HOSPITAL = "hospital"
    UNWELL = "unwell"
    NO_TIME = "no_time"
    NO_STAFF = "no_staff"
    EQUIPMENT = "equipment"
    NO_DELEGATION = "no_delegation"
    DONE_ALONE = "done_alone"
    OTHER = "other"


class State(StrEnum):
    COMING = "coming"
    DUE = "due"
    LATE = "late"
    PERFORMED = "performed"
    PARTLY = "partly"
    NOT_PERFORMED = "not_performed"
    UNACCOUNTED = "unaccounted"
    DOUBLE = "double"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature as far as the balance is concerned.

    `counts`: nobody has to decide on it first. `beside`: somebody has decided that it rightly stands beside another.
    """

    id: UUID
    occurrence: UUID | None
    outcome: str
    reason: str | None
    performed_at: datetime
    corrects: UUID | None = None
    counts: bool = True
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One occurrence, what has become of it, and the signatures that stand for it, oldest first."""

    occurrence: Occurrence
    state: State
    reason: str | None
    signatures: tuple[UUID, ...]


def effective(signatures: Iterable[Signed]) -> list[Signed]:
    """Those that stand: counting, not void, not corrected by another that counts. Order and repetition do not matter.

    A correction that arrives before what it corrects waits for it; one that names itself corrects nothing.
    """
    counting = {one.id: one for one in signatures if one.counts}
    corrected = {one.corrects for one in counting.values() if one.corrects is not None and one.corrects != one.id}
    standing = [one for one in counting.values() if one.id not in corrected and one.outcome != Outcome.VOID]
    return sorted(standing, key=lambda one: (one.performed_at, one.id))


def balance(occurrences: Sequence[Occurrence], signatures: Iterable[Signed], now: datetime) -> list[Line]:
    """A line for each occurrence, in the order given."""
    by_occurrence: defaultdict[UUID | None, list[Signed]] = defaultdict(list)
    for one in effective(signatures):
        by_occurrence[one.occurrence].append(one)
    return [_line(occurrence, by_occurrence[occurrence.id], now) for occurrence in occurrences]


def totals(lines: Iterable[Line]) -> dict[State, int]:
    """How many occurrences are in each state; every state is there."""
    counted = Counter(line.state for line in lines)
    return {state: counted[state] for state in State}


def _line(occurrence: Occurrence, standing: Sequence[Signed], now: datetime) -> Line:
    ids = tuple(one.id for one in standing)
    if not standing:
        return Line(occurrence, unsigned_state(occurrence, now), occurrence.paused, ids)
    first, *others = [one for one in standing if not one.beside] or standing[:1]
    if others:
        return Line(occurrence, State.DOUBLE, None, ids)
    return Line(occurrence, _state_of(first.outcome), first.reason, ids)


def _state_of(outcome: str) -> State:
    """An outcome that another version of the program knows and we do not still says that somebody signed."""
    return State(outcome) if outcome in (Outcome.PARTLY, Outcome.NOT_PERFORMED) else State.PERFORMED


def unsigned_state(occurrence: Occurrence, now: datetime) -> State:
    """What an occurrence is while nobody has signed it. The moment it is due by is still on time."""
    if occurrence.paused:
        return State.PAUSED
    if now < occurrence.opens:
        return State.COMING
    if now <= occurrence.due_by:
        return State.DUE
    return State.LATE if now < occurrence.closes else State.UNACCOUNTED
