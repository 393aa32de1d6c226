"""Where an incident stands, and what can be done with it next. Drawn in docs/reference/incident-states.md."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from beredd.people.rules.roles import Permission


class State(StrEnum):
    SUSPECTED = "suspected"
    CONFIRMED = "confirmed"
    DEGRADED = "degraded"  # slow or unsteady: where people register twice
    LONG = "long"  # to paper
    RECOVERING = "recovering"  # it works again, and the books are not yet balanced
    CLOSED = "closed"
    DISMISSED = "dismissed"


class Move(StrEnum):
    CONFIRM = "confirm"
    DEGRADE = "degrade"
    DECLARE_LONG = "declare_long"
    RECOVER = "recover"
    RELAPSE = "relapse"
    CLOSE = "close"
    DISMISS = "dismiss"


@dataclass(frozen=True, slots=True)
class Path:
    """`needs_ground`: it says why in words, and the words are kept."""

    sources: frozenset[State]
    target: State
    permission: Permission
    needs_ground: bool = False


ONGOING = frozenset({State.CONFIRMED, State.DEGRADED, State.LONG})
OPEN = ONGOING | {State.SUSPECTED, State.RECOVERING}

PATHS: dict[Move, Path] = {
    Move.CONFIRM: Path(frozenset({State.SUSPECTED, State.DEGRADED}), State.CONFIRMED, Permission.HANDLE_DISRUPTIONS),
    Move.DEGRADE: Path(frozenset({State.SUSPECTED, State.CONFIRMED}), State.DEGRADED, Permission.HANDLE_DISRUPTIONS),
    Move.DECLARE_LONG: Path(
        frozenset({State.CONFIRMED, State.DEGRADED}), State.LONG, Permission.DECLARE_LONG, needs_ground=True
    ),
    Move.RECOVER: Path(ONGOING, State.RECOVERING, Permission.HANDLE_DISRUPTIONS),
    Move.RELAPSE: Path(
        frozenset({State.RECOVERING}), State.CONFIRMED, Permission.HANDLE_DISRUPTIONS, needs_ground=True
    ),
    Move.CLOSE: Path(frozenset({State.RECOVERING}), State.CLOSED, Permission.HANDLE_DISRUPTIONS),
    Move.DISMISS: Path(frozenset({State.SUSPECTED}), State.DISMISSED, Permission.HANDLE_DISRUPTIONS, needs_ground=True),
}


def after(moves: Iterable[Move]) -> State:
    """The state that an incident's moves have brought it to; each was possible when it was made."""
    state = State.SUSPECTED
    for move in moves:
        state = PATHS[move].target
    return state


def possible(state: State) -> list[Move]:
    """What can be done next, in the order of the table."""
    return [move for move, path in PATHS.items() if state in path.sources]
