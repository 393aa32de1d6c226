"""The exercise library and the programmes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from beredd.care.models import DocumentPage, Exercise, PrescriptionVersion, Programme, ProgrammeVersion
from beredd.care.queries.patients import visible
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """`content` as in the exercise's file; the codes after it are those of `care.rules.exercise`.

    `unit`: whose own it is; None for the library.
    """

    id: UUID
    key: str
    name: str
    content: dict[str, Any]
    position: str = ""
    region: str = ""
    function: str = ""
    needs: tuple[str, ...] = ()
    kva: str = ""
    unit: UUID | None = None
    retired: bool = False


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
class DocumentRow:
    """A programme from elsewhere, as pages. `source`: which system it was printed from; `dated`: the day on it."""

    id: UUID
    source: str
    dated: date
    pages: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """One version of a programme; `version_id` names it within this database. With a document it has no items.

    `patient`: whose it is, if one patient's; `unit`: whose template, if one unit's. `made_by`: empty when from a file.
    """

    id: UUID
    key: str
    name: str
    version_id: int
    number: int
    made_at: datetime
    items: tuple[ItemRow, ...]
    patient: UUID | None = None
    unit: UUID | None = None
    unit_name: str = ""
    made_by: str = ""
    document: DocumentRow | None = None


def exercises(ids: Iterable[UUID] | None = None) -> list[ExerciseRow]:
    """All, or these, by name."""
    rows = Exercise.objects.order_by("name")
    return [exercise_row(row) for row in (rows if ids is None else rows.filter(id__in=list(ids)))]


def exercise(access: Access, id: UUID) -> ExerciseRow | None:
    """The library's, one's own units', and what stands in a programme that one meets, retired or not."""
    row = Exercise.objects.filter(id=id).first()
    if row is None or not (row.unit_id is None or _is_seen(access, row)):
        return None
    return exercise_row(row)


def to_choose_from(access: Access) -> Q:
    """What one may put into a programme: the library and the own exercises of one's units, save the retired."""
    units = units_with(access, Permission.SEE_PATIENTS)
    own = Q() if isinstance(units, Everywhere) else Q(unit=None) | Q(unit__in=units)
    return own & Q(retired_at=None)


def _is_seen(access: Access, row: Exercise) -> bool:
    """Of one's own unit; or in a template or a patient's programme that one meets."""
    units = units_with(access, Permission.SEE_PATIENTS)
    if isinstance(units, Everywhere) or row.unit_id in units:
        return True
    mine = Q(programme__patient__in=visible(access)) | Q(programme__patient=None, programme__unit__in=units)
    shared = Q(programme__patient=None, programme__unit=None) if units else Q(pk=None)
    if ProgrammeVersion.objects.filter(mine | shared, items__exercise=row).exists():
        return True
    prescribed = PrescriptionVersion.objects.filter(programme__items__exercise=row)
    return prescribed.filter(prescription__patient__in=visible(access)).exists()


def programmes() -> list[ProgrammeRow]:
    """The newest version of each that is for everybody, by name."""
    rows = versions().filter(programme__patient=None, programme__unit=None).order_by("programme__name", "-number")
    return newest_of(rows)


def newest_of(rows: Iterable[ProgrammeVersion]) -> list[ProgrammeRow]:
    """The first of each programme, in their order: newest first is the caller's to ask for."""
    newest: dict[UUID, ProgrammeVersion] = {}
    for row in rows:
        newest.setdefault(row.programme_id, row)
    return [programme_row(row) for row in newest.values()]


def known_programmes() -> dict[str, UUID]:
    """key → id."""
    return dict(Programme.objects.values_list("key", "id"))


def programme_versions(ids: Iterable[int]) -> dict[int, ProgrammeRow]:
    """By their id within this database."""
    return {row.pk: programme_row(row) for row in versions().filter(pk__in=set(ids))}


def programme_row(row: ProgrammeVersion) -> ProgrammeRow:
    items = tuple(
        ItemRow(exercise_row(item.exercise), item.sets, item.repetitions, item.seconds, item.load, item.side, item.note)
        for item in row.items.all()
    )
    made = row.programme
    return ProgrammeRow(
        made.id,
        made.key,
        made.name,
        row.pk,
        row.number,
        row.made_at,
        items,
        patient=made.patient_id,
        unit=made.unit_id,
        unit_name=made.unit.name if made.unit else "",
        made_by=row.made_by.name if row.made_by else "",
        document=_document(row),
    )


def _document(row: ProgrammeVersion) -> DocumentRow | None:
    told = row.document
    return DocumentRow(told.id, told.source, told.dated, tuple(page.id for page in told.pages.all())) if told else None


def exercise_row(row: Exercise) -> ExerciseRow:
    sorted_under = (row.position, row.region, row.function, tuple(row.needs), row.kva)
    return ExerciseRow(
        row.id, row.key, row.name, row.content, *sorted_under, unit=row.unit_id, retired=row.retired_at is not None
    )


def versions() -> QuerySet[ProgrammeVersion]:
    """With all that a row needs."""
    pages = Prefetch("document__pages", DocumentPage.objects.only("id", "document", "number"))
    rows = ProgrammeVersion.objects.select_related("programme__unit", "made_by", "document")
    return rows.defer("document__original").prefetch_related("items__exercise", pages)
