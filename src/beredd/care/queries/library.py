"""The exercise library and the programmes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from beredd.care.models import Exercise, PrescriptionVersion, Programme, ProgrammeVersion


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """`content` as in the exercise's file; the codes after it are those of `care.rules.exercise`."""

    id: UUID
    key: str
    name: str
    content: dict[str, Any]
    position: str = ""
    region: str = ""
    function: str = ""
    needs: tuple[str, ...] = ()
    kva: str = ""


@dataclass(frozen=True, slots=True)
class ItemRow:
    exercise: ExerciseRow
    sets: int | None
    repetitions: int | None
    seconds: int | None
    load: str
    side: str
    note: str


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One version of a programme; `version_id` names it within this database."""

    id: UUID
    key: str
    name: str
    version_id: int
    number: int
    made_at: datetime
    items: tuple[ItemRow, ...]


def exercises(ids: Iterable[UUID] | None = None) -> list[ExerciseRow]:
    """All, or these, by name."""
    rows = Exercise.objects.order_by("name")
    return [exercise_row(row) for row in (rows if ids is None else rows.filter(id__in=list(ids)))]


def programmes() -> list[ProgrammeRow]:
    """The newest version of each, by name."""
    rows = _versions().order_by("programme__name", "-number")
    newest: dict[UUID, ProgrammeVersion] = {}
    for row in rows:
        newest.setdefault(row.programme_id, row)
    return [programme_row(row) for row in newest.values()]


def programme(id: UUID) -> ProgrammeRow | None:
    """Its newest version."""
    row = _versions().filter(programme=id).order_by("-number").first()
    return programme_row(row) if row else None


def programmes_in_use() -> dict[UUID, int]:
    """By how many prescriptions each is used."""
    rows = PrescriptionVersion.objects.filter(programme__isnull=False).order_by()
    counted = rows.values_list("programme__programme").annotate(used=Count("prescription", distinct=True))
    return dict(counted)


def known_programmes() -> dict[str, UUID]:
    """key → id."""
    return dict(Programme.objects.values_list("key", "id"))


def programme_versions(ids: Iterable[int]) -> dict[int, ProgrammeRow]:
    """By their id within this database."""
    return {row.pk: programme_row(row) for row in _versions().filter(pk__in=set(ids))}


def programme_row(row: ProgrammeVersion) -> ProgrammeRow:
    items = tuple(
        ItemRow(exercise_row(item.exercise), item.sets, item.repetitions, item.seconds, item.load, item.side, item.note)
        for item in row.items.all()
    )
    made = row.programme
    return ProgrammeRow(made.id, made.key, made.name, row.pk, row.number, row.made_at, items)


def exercise_row(row: Exercise) -> ExerciseRow:
    sorted_under = (row.position, row.region, row.function, tuple(row.needs), row.kva)
    return ExerciseRow(row.id, row.key, row.name, row.content, *sorted_under)


def _versions() -> Any:
    return ProgrammeVersion.objects.select_related("programme").prefetch_related("items__exercise")
