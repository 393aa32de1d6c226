"""Programmes as those who make them meet them: templates and how much they are used, a patient's own, and drafts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from beredd.care.models import (
    DraftStep,
    Exercise,
    PrescriptionVersion,
    Programme,
    ProgrammeDraft,
    ProgrammeVersion,
)
from beredd.care.queries.library import (
    ExerciseRow,
    ItemRow,
    ProgrammeRow,
    exercise_row,
    newest_of,
    programme_row,
    versions,
)
from beredd.care.queries.patients import visible
from beredd.care.rules.programme import Item, from_json
from beredd.clock import local_day
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class LineRow:
    """`number` names the line while it is being written."""

    number: int
    item: ItemRow


@dataclass(frozen=True, slots=True)
class StepRow:
    """A change of a draft; `exercise` is the name of the one it was about, or empty."""

    kind: str
    exercise: ExerciseRow | None
    at: datetime


@dataclass(frozen=True, slots=True)
class DraftRow:
    """`number`: which version it will be. `undoes`, `redoes`: the change that a step back or forward is about.

    `since`: what the patient, or whoever has the programme, has now: its newest version, else what it was begun from.
    """

    id: UUID
    name: str
    number: int
    programme: UUID | None
    patient: UUID | None
    unit: UUID | None
    unit_name: str
    lines: tuple[LineRow, ...]
    since: ProgrammeRow | None
    undoes: StepRow | None
    redoes: StepRow | None
    saved_at: datetime
    made_by: str

    @property
    def row(self) -> ProgrammeRow:
        """As it would be signed, to be shown as what it becomes."""
        return ProgrammeRow(
            self.programme or self.id,
            str(self.id),
            self.name,
            0,
            self.number,
            self.saved_at,
            tuple(line.item for line in self.lines),
            patient=self.patient,
            unit=self.unit,
            unit_name=self.unit_name,
            made_by=self.made_by,
        )


@dataclass(frozen=True, slots=True)
class DraftSummary:
    id: UUID
    name: str
    number: int
    patient: UUID | None
    patient_name: str
    unit_name: str
    exercises: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class ProgrammeNames:
    """(id, name): the patient's own by name, the templates most used first."""

    own: Sequence[tuple[UUID, str]]
    templates: Sequence[tuple[UUID, str]]


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """`used`: by how many prescriptions in force, of it or of what was begun from it."""

    programme: ProgrammeRow
    used: int


def templates(access: Access, *, at: datetime) -> list[TemplateRow]:
    """Those for everybody and those of one's units, most used first."""
    rows = newest_of(versions().filter(_offered(access, "programme__")).order_by("programme__name", "-number"))
    used = programmes_in_use(at=at)
    found = [TemplateRow(row, used.get(row.id, 0)) for row in rows]
    return sorted(found, key=lambda one: -one.used)


def programmes_to_choose(access: Access, patient: UUID | None, *, at: datetime) -> ProgrammeNames:
    """What a prescription of the patient may name; without patient, the templates alone."""
    own = Programme.objects.filter(patient__in=visible(access)).filter(patient=patient) if patient else ()
    rows = Programme.objects.filter(_offered(access, "")).order_by("name", "id")
    used = programmes_in_use(at=at)
    names = [(row.id, row.name) for row in sorted(rows, key=lambda row: -used.get(row.id, 0))]
    return ProgrammeNames([(row.id, row.name) for row in own], names)


def programmes_in_use(*, at: datetime) -> dict[UUID, int]:
    """By how many prescriptions in force each is used: itself, or a copy that was begun from it."""
    today = local_day(at)
    rows = PrescriptionVersion.objects.filter(effective_at__lte=at).order_by("prescription_id", "number")
    which = ("programme__programme", "programme__programme__came_from__programme")
    in_force = {id: told for id, *told in rows.values_list("prescription_id", "ends_on", *which)}
    return Counter(
        programme
        for ends_on, *found in in_force.values()
        if ends_on is None or ends_on >= today
        for programme in found
        if programme is not None
    )


def programme(access: Access, id: UUID) -> ProgrammeRow | None:
    """Its newest version; None when it is another's patient's."""
    return next(iter(programme_history(access, id)), None)


def programme_history(access: Access, id: UUID) -> list[ProgrammeRow]:
    """All versions, the newest first."""
    return [programme_row(row) for row in _seen(access).filter(programme=id).order_by("-number")]


def patient_programmes(access: Access, patient: UUID) -> list[ProgrammeRow]:
    """The newest version of each of the patient's own, by name."""
    return newest_of(_seen(access).filter(programme__patient=patient).order_by("programme__name", "-number"))


def draft(access: Access, id: UUID) -> DraftRow | None:
    """One's own, while it is open."""
    row = _drafts(access).filter(id=id).first()
    if row is None:
        return None
    near = {step.number: step for step in row.steps.filter(number__range=(row.at_step - 1, row.at_step + 1))}
    step = near[row.at_step]
    written = from_json(step.content)
    known = _exercises([line.item for line in written.lines], [one.exercise for one in near.values()])
    newest = versions().filter(programme=row.programme_id).order_by("-number").first() if row.programme_id else None
    since = newest or (versions().get(pk=row.came_from_id) if row.came_from_id else None)
    return DraftRow(
        id=row.id,
        name=written.name,
        number=newest.number + 1 if newest else 1,
        programme=row.programme_id,
        patient=row.patient_id,
        unit=row.unit_id,
        unit_name=row.unit.name if row.unit else "",
        lines=tuple(LineRow(line.number, _item(line.item, known)) for line in written.lines),
        since=programme_row(since) if since else None,
        undoes=_step(step, known) if row.at_step - 1 in near else None,
        redoes=_step(near[row.at_step + 1], known) if row.at_step + 1 in near else None,
        saved_at=step.at,
        made_by=row.made_by.name,
    )


def drafts(access: Access) -> list[DraftSummary]:
    """One's own that are open, the last written first."""
    return sorted((_summary(row) for row in _drafts(access)), key=lambda one: one.saved_at, reverse=True)


def drafts_of_patient(access: Access, patient: UUID) -> list[DraftSummary]:
    return [one for one in drafts(access) if one.patient == patient]


def _offered(access: Access, prefix: str) -> Q:
    """Templates for everybody and of one's units; `prefix`: the way to the programme."""
    units = units_with(access, Permission.PRESCRIBE)
    template = Q(**{f"{prefix}patient": None})
    if isinstance(units, Everywhere):
        return template
    return template & (Q(**{f"{prefix}unit": None}) | Q(**{f"{prefix}unit__in": units}))


def _drafts(access: Access) -> QuerySet[ProgrammeDraft]:
    rows = ProgrammeDraft.objects.filter(made_by=access.user, became=None)
    seen = Q(patient=None) | Q(patient__in=visible(access, Permission.PRESCRIBE))
    return rows.filter(seen).select_related("patient", "unit", "made_by")


def _seen(access: Access) -> QuerySet[ProgrammeVersion]:
    return versions().filter(Q(programme__patient=None) | Q(programme__patient__in=visible(access)))


def _summary(row: ProgrammeDraft) -> DraftSummary:
    step = row.steps.get(number=row.at_step)
    last = row.programme.versions.order_by("-number").first() if row.programme else None
    return DraftSummary(
        id=row.id,
        name=step.content["name"],
        number=last.number + 1 if last else 1,
        patient=row.patient_id,
        patient_name=row.patient.name if row.patient else "",
        unit_name=row.unit.name if row.unit else "",
        exercises=len(step.content["lines"]),
        saved_at=step.at,
    )


def _exercises(items: list[Item], others: list[UUID | None]) -> dict[UUID, ExerciseRow]:
    wanted = {item.exercise for item in items} | {id for id in others if id}
    return {row.id: exercise_row(row) for row in Exercise.objects.filter(id__in=wanted)}


def _item(item: Item, known: dict[UUID, ExerciseRow]) -> ItemRow:
    exercise = known[item.exercise]
    return ItemRow(exercise, item.sets, item.repetitions, item.seconds, item.load, item.side, item.note)


def _step(step: DraftStep, known: dict[UUID, ExerciseRow]) -> StepRow:
    return StepRow(step.kind, known.get(step.exercise) if step.exercise else None, step.at)
