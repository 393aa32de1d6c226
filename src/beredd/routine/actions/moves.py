"""A version on its way: reviewed, sent back, decided, put in force from a day, withdrawn, discarded."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from beredd.clock import local_day
from beredd.i18n.mark import N_
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.rules.access import Access, Refused, check
from beredd.routine.actions.stand import lives, person, state_of, version_of
from beredd.routine.models import Routine, RoutineText, RoutineVersion, VersionMove
from beredd.routine.queries.standing import text_of
from beredd.routine.rules.reading import read
from beredd.routine.rules.states import PATHS, Move
from beredd.routine.rules.writing import stamped

LONGEST_GROUND = 500


class NotPossibleNow(Refused):
    """Code `not_possible_now`: the version is in another state, perhaps since somebody was faster."""

    def __init__(self) -> None:
        super().__init__(
            "not_possible_now", N_("The version has another status now, so nothing was done. Open the version again.")
        )


class GroundMissing(Refused):
    """Code `ground`."""

    def __init__(self) -> None:
        super().__init__("ground", N_("Say why. The reason is kept with your name."))


class GroundTooLong(Refused):
    """Code `ground`."""

    def __init__(self) -> None:
        super().__init__("ground", N_("The reason is too long. Keep it within 500 characters."))


class DayMissing(Refused):
    """Code `from_day`."""

    def __init__(self) -> None:
        super().__init__("from_day", N_("Choose the day from which the version is in force."))


class DayHasPassed(Refused):
    """Code `from_day`: nobody can have followed yesterday what is decided today."""

    def __init__(self) -> None:
        super().__init__("from_day", N_("The day has passed. Choose today or a later day."))


class LaterAlreadyChosen(Refused):
    """Code `from_day`: it would be replaced before it began."""

    def __init__(self, number: int) -> None:
        super().__init__(
            "from_day",
            N_("Version %(number)s is in force from that day or later. Choose a later day, or withdraw that one."),
            number=number,
        )


def move_version(
    *, version: UUID, move: Move, ground: str = "", from_day: date | None = None, by: Access, at: datetime
) -> None:
    """On the decision the text is given the version's number and the day; from then on it stays as it is.

    Raises UnknownVersion, NotPossibleNow, GroundMissing, GroundTooLong, DayMissing, DayHasPassed,
    LaterAlreadyChosen.
    """
    path = PATHS[move]
    check(by, path.permission)
    row = version_of(version)
    said = _checked(ground, needed=path.needs_ground)
    with transaction.atomic():
        head = lock()
        if state_of(row) not in path.sources:
            raise NotPossibleNow
        day = _day(row, from_day, at) if path.needs_day else None
        if move is Move.DECIDE:
            _stamp(row, by=by, at=at)
        VersionMove.objects.create(version=row, move=move, ground=said, from_day=day, by_id=person(by), at=at)
        body = {"number": row.number, "ground": said, "from_day": day, "text": text_of(row.id)}
        subject = ("routine", row.routine_id)
        append([entry(f"routine.{move}", by=by, subject=subject, at=at, body=body)], head=head)


def _checked(ground: str, *, needed: bool) -> str:
    said = ground.strip()
    if needed and not said:
        raise GroundMissing
    if len(said) > LONGEST_GROUND:
        raise GroundTooLong
    return said


def _day(row: RoutineVersion, day: date | None, at: datetime) -> date:
    if day is None:
        raise DayMissing
    if day < local_day(at):
        raise DayHasPassed
    later = [one for one in lives(row.routine_id) if one.began(day) and one.from_day and one.number > row.number]
    coming = [one for one in lives(row.routine_id) if one.withdrawn_on is None and one.from_day and one.from_day > day]
    if later or coming:
        raise LaterAlreadyChosen([*later, *coming][0].number)
    return day


def _stamp(row: RoutineVersion, *, by: Access, at: datetime) -> None:
    text = text_of(row.id)
    final = stamped(text, version=row.number, decided_on=local_day(at))
    Routine.objects.filter(id=row.routine_id).update(title=read(final, row.routine.slug).title.sv)
    if final != text:
        RoutineText.objects.create(version=row, text=final, saved_by_id=person(by), saved_at=at)
