"""Where a version of a routine stands, and what can happen to it next. Drawn in docs/reference/routine-states.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from beredd.people.rules.roles import Permission


class State(StrEnum):
    DRAFT = "draft"  # can still be written in
    REVIEWED = "reviewed"
    DECIDED = "decided"  # its text stands for ever from here on
    IN_FORCE = "in_force"  # from a day, until a later version's
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"


class Move(StrEnum):
    REVIEW = "review"
    SEND_BACK = "send_back"
    DECIDE = "decide"
    PUT_IN_FORCE = "put_in_force"
    WITHDRAW = "withdraw"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Path:
    """`needs_ground`: it says why in words, and the words are kept."""

    sources: frozenset[State]
    target: State
    permission: Permission
    needs_ground: bool = False
    needs_day: bool = False


_UNDECIDED = frozenset({State.DRAFT, State.REVIEWED})

PATHS: dict[Move, Path] = {
    Move.REVIEW: Path(frozenset({State.DRAFT}), State.REVIEWED, Permission.WRITE_ROUTINE),
    Move.SEND_BACK: Path(frozenset({State.REVIEWED}), State.DRAFT, Permission.WRITE_ROUTINE, needs_ground=True),
    Move.DECIDE: Path(frozenset({State.REVIEWED}), State.DECIDED, Permission.DECIDE_ROUTINE),
    Move.PUT_IN_FORCE: Path(frozenset({State.DECIDED}), State.IN_FORCE, Permission.DECIDE_ROUTINE, needs_day=True),
    Move.WITHDRAW: Path(
        frozenset({State.DECIDED, State.IN_FORCE}), State.WITHDRAWN, Permission.DECIDE_ROUTINE, needs_ground=True
    ),
    Move.DISCARD: Path(_UNDECIDED, State.DISCARDED, Permission.WRITE_ROUTINE, needs_ground=True),
}
OPEN = _UNDECIDED | {State.DECIDED}  # somebody still has something to do


def after(moves: Iterable[Move]) -> State:
    """The state that a version's moves have brought it to; each was possible when it was made."""
    state = State.DRAFT
    for move in moves:
        state = PATHS[move].target
    return state


def possible(state: State) -> list[Move]:
    """What can happen next, in the order of the table."""
    return [move for move, path in PATHS.items() if state in path.sources]


@dataclass(frozen=True, slots=True)
class Life:
    """What decides whether a version is the one in force: from which day, and since when it is withdrawn, if at all."""

    number: int
    from_day: date | None
    withdrawn_on: date | None = None

    def began(self, day: date) -> bool:
        """Withdrawn before its day, it never began."""
        if self.from_day is None or day < self.from_day:
            return False
        return self.withdrawn_on is None or self.withdrawn_on >= self.from_day


def in_force(lives: Iterable[Life], day: date) -> int | None:
    """The number of the one version in force on a day: the latest to begin, unless it has been withdrawn since.

    A withdrawn version does not bring an older one back: what was replaced stays replaced until somebody decides.
    """
    begun = [life for life in lives if life.began(day)]
    latest = max(begun, key=lambda life: (life.from_day, life.number), default=None)
    if latest is None or (latest.withdrawn_on is not None and latest.withdrawn_on <= day):
        return None
    return latest.number


class Phase(StrEnum):
    """Where a version stands on a day, in the words of those who follow it."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DECIDED = "decided"
    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"
    DISCARDED = "discarded"


def phase(state: State, number: int, lives: Iterable[Life], day: date) -> Phase:
    """What was put in force is coming, in force or replaced; all else is as its state says."""
    if state is not State.IN_FORCE:
        return Phase(state.value)
    known = list(lives)
    if in_force(known, day) == number:
        return Phase.IN_FORCE
    began = any(life.number == number and life.began(day) for life in known)
    return Phase.REPLACED if began else Phase.COMING
