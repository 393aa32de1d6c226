"""The version in force of each routine: asked on every page, so it reads no more than it needs."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from beredd.clock import local_day
from beredd.routine.models import RoutineText, VersionMove
from beredd.routine.rules.reading import read
from beredd.routine.rules.routine import Routine
from beredd.routine.rules.states import Life, Move, Phase, in_force


@dataclass(frozen=True, slots=True)
class StandingRow:
    """The version of a routine that is in force, since `from_day`."""

    id: UUID
    number: int
    from_day: date
    routine: UUID
    slug: str
    title: str
    phase: Phase = Phase.IN_FORCE


def standing_versions(*, at: datetime) -> list[StandingRow]:
    """One for each routine that has one, by title. For everybody: what to do when systems fail is no secret."""
    begun, lives = _begun_and_lives()
    found = [
        row
        for row in begun.values()
        if row.number == in_force((life for routine, life in lives.values() if routine == row.routine), local_day(at))
    ]
    return sorted(found, key=lambda row: row.title)


def text_of(version: UUID) -> str:
    """What a version says: the text that was saved last."""
    return RoutineText.objects.filter(version=version).order_by("-id").values_list("text", flat=True)[0]


def said_by(row: StandingRow) -> Routine:
    """What the version in force says."""
    return told(text_of(row.id), row.slug)


def all_in_force(*, at: datetime) -> list[Routine]:
    """What every routine says now, by title."""
    return [said_by(row) for row in standing_versions(at=at)]


@lru_cache(maxsize=32)
def told(text: str, name: str) -> Routine:
    """What a stored text says: read once, since it can always be read and never changes."""
    return read(text, name)


def _begun_and_lives() -> tuple[dict[UUID, StandingRow], dict[UUID, tuple[UUID, Life]]]:
    """By version: those that were put in force, and the lives that decide which of them is."""
    moves = VersionMove.objects.filter(move__in=[Move.PUT_IN_FORCE, Move.WITHDRAW]).order_by("id")
    columns = ("version__number", "version__routine", "version__routine__slug", "version__routine__title")
    begun: dict[UUID, StandingRow] = {}
    lives: dict[UUID, tuple[UUID, Life]] = {}
    for version, number, routine, slug, title, from_day, at in moves.values_list("version", *columns, "from_day", "at"):
        if from_day is not None:
            begun[version] = StandingRow(version, number, from_day, routine, slug, title)
            lives[version] = (routine, Life(number, from_day))
        elif version in lives:
            lives[version] = (routine, Life(number, lives[version][1].from_day, local_day(at)))
    return begun, lives
