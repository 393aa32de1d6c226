"""Programmes and drafts as the pages show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import (
    DraftRow,
    DraftSummary,
    ExerciseRow,
    ItemRow,
    LineRow,
    ProgrammeRow,
    StepRow,
    TemplateRow,
)
from beredd.care.rules.exercise import FUNCTIONS, POSITIONS, REGIONS
from beredd.i18n.mark import N_
from beredd.office.words import times
from beredd.office.words.programmes import SIDES, Picture, exercise_name, pictures

THUMBS = 3
STEPS = {
    "begun": N_("Begun"),
    "add": N_("Added %(exercise)s"),
    "remove": N_("Removed %(exercise)s"),
    "move": N_("Moved %(exercise)s"),
    "dose": N_("Changed %(exercise)s"),
    "rename": N_("Changed the name"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """An exercise as it is found."""

    id: UUID
    name: str
    sorted_under: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    word: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Line:
    """An exercise of the draft with the fields of its dose."""

    number: int
    place: int
    last: bool
    name: str
    picture: Picture | None
    sets: int | None
    repetitions: int | None
    seconds: int | None
    load: str
    note: str
    sides: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Template:
    url: str
    id: UUID
    name: str
    whose: str
    exercises: int
    version: str
    used: int
    pictures: Sequence[Picture]


@dataclass(frozen=True, slots=True)
class Draft:
    url: str
    name: str
    whose: str
    exercises: int
    saved_at: datetime


def cards(rows: Sequence[ExerciseRow]) -> list[Card]:
    return [Card(row.id, exercise_name(row), sorted_under(row), _telling(row)) for row in rows]


def sorted_under(row: ExerciseRow) -> str:
    """Position, function and equipment in words."""
    words = [_(POSITIONS[row.position])] if row.position else []
    words += [_(FUNCTIONS[row.function])] if row.function else []
    words += [_(REGIONS[row.region])] if row.region else []
    return " · ".join(words)


def lines(rows: Sequence[LineRow]) -> list[Line]:
    return [_line(row, place, len(rows)) for place, row in enumerate(rows, start=1)]


def step(row: StepRow | None) -> str:
    """What undoing or redoing is about."""
    if row is None or row.kind not in STEPS:
        return ""
    return _(STEPS[row.kind]) % {"exercise": exercise_name(row.exercise) if row.exercise else ""}


def templates(rows: Sequence[TemplateRow]) -> list[Template]:
    return [_template(row) for row in rows]


def drafts(rows: Sequence[DraftSummary]) -> list[Draft]:
    return [
        Draft(reverse("office:builder", args=[row.id]), row.name, draft_for(row), row.exercises, row.saved_at)
        for row in rows
    ]


def whose(row: ProgrammeRow | DraftRow) -> str:
    """A template's unit, or that it is everybody's; a patient's is said with the patient's name, elsewhere."""
    return row.unit_name or _("Everybody in the municipality")


def draft_for(row: DraftSummary) -> str:
    for_whom = row.patient_name or row.unit_name or _("Everybody in the municipality")
    return _("%(whom)s, version %(number)s") % {"whom": for_whom, "number": row.number} if row.number > 1 else for_whom


def signed(row: ProgrammeRow) -> str:
    """Who stands behind a version, and since when."""
    told = {"number": row.number, "name": row.made_by, "moment": times.full_moment(row.made_at)}
    if row.document:
        return _("Version %(number)s, taken in by %(name)s %(moment)s") % told
    if row.made_by:
        return _("Version %(number)s, signed by %(name)s %(moment)s") % told
    return _("Version %(number)s, read from a file %(moment)s") % told


def ask_first(items: Sequence[ItemRow]) -> list[str]:
    """What to ask the patient before any of it is done; what several exercises ask, once."""
    found: dict[str, None] = {}
    for item in items:
        questions = item.exercise.content.get("ask_first") or {}
        for question in questions.get(times.language()) or questions.get("sv") or []:
            found[question] = None
    return list(found)


def warnings(items: Sequence[ItemRow]) -> list[str]:
    """What may be as it should, and is worth another look."""
    without = [exercise_name(one.exercise) for one in items if not (one.sets or one.repetitions or one.seconds)]
    retired = [exercise_name(one.exercise) for one in items if one.exercise.retired]
    told = []
    if without:
        text = ngettext(
            "One exercise has no dose: %(names)s.", "%(n)s exercises have no dose: %(names)s.", len(without)
        )
        told.append(text % {"n": len(without), "names": ", ".join(without)})
    if retired:
        text = ngettext(
            "One exercise is no longer offered by its unit: %(names)s.",
            "%(n)s exercises are no longer offered by their unit: %(names)s.",
            len(retired),
        )
        told.append(text % {"n": len(retired), "names": ", ".join(retired)})
    return told


def _line(row: LineRow, place: int, of: int) -> Line:
    item = row.item
    return Line(
        number=row.number,
        place=place,
        last=place == of,
        name=exercise_name(item.exercise),
        picture=_telling(item.exercise),
        sets=item.sets,
        repetitions=item.repetitions,
        seconds=item.seconds,
        load=item.load,
        note=item.note,
        sides=[Choice(side, _(word), item.side == side) for side, word in [("", N_("No side")), *SIDES.items()]],
    )


def _template(row: TemplateRow) -> Template:
    programme = row.programme
    thumbs = [picture for item in programme.items[:THUMBS] if (picture := _telling(item.exercise))]
    return Template(
        reverse("office:programme", args=[programme.id]),
        programme.id,
        programme.name,
        whose(programme),
        len(programme.items),
        signed(programme),
        row.used,
        thumbs,
    )


def _telling(row: ExerciseRow) -> Picture | None:
    """The last: in the first nothing has moved yet."""
    return next(reversed(pictures(row)), None)
