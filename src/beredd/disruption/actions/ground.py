"""Who says it, and why: asked of every decision in the same way."""

from uuid import UUID

from beredd.i18n.mark import N_
from beredd.people.rules.access import SYSTEM, Access, Refused

LONGEST = 500


class GroundMissing(Refused):
    """Code `ground`."""

    def __init__(self) -> None:
        super().__init__("ground", N_("Say what the decision rests on. It is kept with your name."))


class GroundTooLong(Refused):
    """Code `ground`: nothing that somebody has written is cut off in silence."""

    def __init__(self) -> None:
        super().__init__("ground", N_("The text is too long. Keep it within 500 characters."))


def checked(ground: str, *, needed: bool) -> str:
    """Raises GroundMissing, GroundTooLong."""
    said = ground.strip()
    if needed and not said:
        raise GroundMissing
    if len(said) > LONGEST:
        raise GroundTooLong
    return said


def person(by: Access) -> UUID | None:
    """Whom a row names: nobody when the system itself did it."""
    return None if by is SYSTEM else by.user
