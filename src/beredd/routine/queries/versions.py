"""Routines and their versions: which is in force, which is being written, what has happened to each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from beredd.clock import local_day
from beredd.people.rules.access import Access, may
from beredd.people.rules.roles import Permission
from beredd.routine import models
from beredd.routine.models import RoutineVersion, VersionMove
from beredd.routine.rules.states import OPEN, Life, Move, Phase, State, after, in_force, phase

DECIDED = frozenset({Phase.DECIDED, Phase.COMING, Phase.IN_FORCE, Phase.REPLACED, Phase.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class MoveRow:
    """`by_name` is empty for what the system itself did."""

    move: Move
    ground: str
    from_day: date | None
    by_name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class VersionRow:
    """`seen` names the saving of the text, for those who go on writing from it."""

    id: UUID
    routine: UUID
    number: int
    state: State
    phase: Phase
    from_day: date | None
    made_by_name: str
    made_at: datetime
    saved_by_name: str
    saved_at: datetime
    seen: int
    text: str
    moves: Sequence[MoveRow]


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """`open`: the version that somebody still has something to do with."""

    id: UUID
    slug: str
    title: str
    in_force: VersionRow | None
    coming: VersionRow | None
    open: VersionRow | None
    versions: Sequence[VersionRow]


def routines(access: Access, *, at: datetime) -> list[RoutineRow]:
    """All routines by title. What is not decided yet is only for those who write routines."""
    rows = models.Routine.objects.order_by("title").prefetch_related(
        "versions__moves__by", "versions__texts__saved_by", "versions__made_by"
    )
    return [_routine(row, access, local_day(at)) for row in rows]


def routine(access: Access, slug: str, *, at: datetime) -> RoutineRow | None:
    """One routine by the name in its address."""
    return next((row for row in routines(access, at=at) if row.slug == slug), None)


def _routine(row: models.Routine, access: Access, day: date) -> RoutineRow:
    versions = list(row.versions.all())
    known = lives_of(versions)
    current = in_force(known, day)
    drawn = [_version(version, known, day) for version in versions]
    writes = may(access, Permission.WRITE_ROUTINE)
    shown = [version for version in drawn if writes or version.phase in DECIDED]
    return RoutineRow(
        id=row.id,
        slug=row.slug,
        title=row.title,
        in_force=next((one for one in drawn if one.number == current), None),
        coming=next((one for one in drawn if one.phase is Phase.COMING), None),
        open=next((one for one in shown if one.state in OPEN), None),
        versions=shown[::-1],
    )


def lives_of(versions: Iterable[RoutineVersion]) -> list[Life]:
    """Of those that have been put in force, from their moves."""
    return [life for version in versions if (life := _life(version, version.moves.all()))]


def _life(version: RoutineVersion, moves: Iterable[VersionMove]) -> Life | None:
    from_day, withdrawn_on = None, None
    for row in moves:
        from_day = row.from_day or from_day
        if row.move == Move.WITHDRAW:
            withdrawn_on = local_day(row.at)
    return Life(version.number, from_day, withdrawn_on) if from_day else None


def _version(row: RoutineVersion, lives: Sequence[Life], day: date) -> VersionRow:
    moves = list(row.moves.all())
    state = after(Move(move.move) for move in moves)
    saved = list(row.texts.all())[-1]
    return VersionRow(
        id=row.id,
        routine=row.routine_id,
        number=row.number,
        state=state,
        phase=phase(state, row.number, lives, day),
        from_day=next((move.from_day for move in moves if move.from_day), None),
        made_by_name=row.made_by.name if row.made_by else "",
        made_at=row.made_at,
        saved_by_name=saved.saved_by.name if saved.saved_by else "",
        saved_at=saved.saved_at,
        seen=saved.id,
        text=saved.text,
        moves=[
            MoveRow(Move(move.move), move.ground, move.from_day, move.by.name if move.by else "", move.at)
            for move in moves
        ],
    )
