"""How a version stands, for the actions that ask before they do."""

from datetime import datetime
from uuid import UUID

from beredd.i18n.mark import N_
from beredd.people.rules.access import SYSTEM, Access, Refused
from beredd.routine.models import RoutineVersion
from beredd.routine.queries.standing import StandingRow, standing_versions
from beredd.routine.queries.versions import lives_of
from beredd.routine.rules.states import Life, Move, State, after


class UnknownVersion(Refused):
    """Code `unknown_version`."""

    def __init__(self) -> None:
        super().__init__("unknown_version", N_("There is no such version of the routine. Open the routine again."))


class NothingInForce(Refused):
    """Code `nothing_in_force`."""

    def __init__(self) -> None:
        super().__init__(
            "nothing_in_force", N_("No version of the routine is in force. Ask the medically responsible to decide.")
        )


def version_of(id: UUID) -> RoutineVersion:
    """Raises UnknownVersion."""
    row = RoutineVersion.objects.select_related("routine").filter(id=id).first()
    if row is None:
        raise UnknownVersion
    return row


def state_of(version: RoutineVersion) -> State:
    return after(Move(move) for move in version.moves.values_list("move", flat=True))


def lives(routine: UUID) -> list[Life]:
    """The lives of all versions of a routine that have been put in force."""
    return lives_of(RoutineVersion.objects.filter(routine=routine).prefetch_related("moves"))


def standing(routine: UUID, at: datetime) -> StandingRow:
    """The version in force at that moment. Raises NothingInForce."""
    row = next((row for row in standing_versions(at=at) if row.routine == routine), None)
    if row is None:
        raise NothingInForce
    return row


def person(by: Access) -> UUID | None:
    """Whom a row names: nobody when the system itself did it."""
    return None if by is SYSTEM else by.user
