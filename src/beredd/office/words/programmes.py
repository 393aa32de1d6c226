"""A programme in words and pictures, in the language of the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beredd.care.queries import DocumentRow, ExerciseRow, ItemRow, ProgrammeRow
from beredd.care.rules.programme import Item
from beredd.i18n.mark import N_
from beredd.office.words.times import language, plain_day

SIDES = {"left": N_("left side"), "right": N_("right side"), "both": N_("both sides")}


@dataclass(frozen=True, slots=True)
class Picture:
    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Exercise:
    name: str
    dose: str
    note: str
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Printout:
    """A programme printed elsewhere. `origin`: from where and of which day, in words."""

    origin: str
    pages: tuple[Picture, ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """Of exercises, or as a printout from elsewhere."""

    id: UUID
    name: str
    number: int
    exercises: tuple[Exercise, ...]
    printout: Printout | None = None


def programme(row: ProgrammeRow) -> Programme:
    printout = _printout(row.document) if row.document else None
    return Programme(row.id, row.name, row.number, tuple(_exercise(item) for item in row.items), printout)


def _printout(row: DocumentRow) -> Printout:
    many = len(row.pages)
    pages = tuple(
        Picture(reverse("office:printout-page", args=[id]), _("Page %(n)s of %(of)s") % {"n": number, "of": many})
        for number, id in enumerate(row.pages, start=1)
    )
    told = {"source": row.source, "day": plain_day(row.dated)}
    return Printout(_("Printed from %(source)s, %(day)s") % told, pages)


def exercise_name(row: ExerciseRow) -> str:
    return in_language(row.content.get("name")) or row.name


def pictures(row: ExerciseRow) -> tuple[Picture, ...]:
    return tuple(
        Picture(reverse("office:picture", args=[row.id, number]), in_language(picture.get("alt")))
        for number, picture in enumerate(row.content.get("pictures") or [])
    )


def dose(item: ItemRow | Item) -> str:
    """3 set × 10 gånger, 2 kg, vänster sida; only what is prescribed."""
    said = [_times(item), _seconds(item), item.load, _(SIDES[item.side]) if item.side in SIDES else ""]
    return ", ".join(part for part in said if part)


def in_language(text: object) -> str:
    """A text of the exercise library; Swedish where it has none in the page's language."""
    if isinstance(text, Mapping):
        return str(text.get(language()) or text.get("sv") or "")
    return str(text or "")


def _times(item: ItemRow | Item) -> str:
    sets = ngettext("%(n)s set", "%(n)s sets", item.sets or 0) % {"n": item.sets} if item.sets else ""
    if not item.repetitions:
        return sets
    repetitions = ngettext("%(n)s time", "%(n)s times", item.repetitions) % {"n": item.repetitions}
    return f"{sets} × {repetitions}" if sets else repetitions


def _seconds(item: ItemRow | Item) -> str:
    return _("%(n)s seconds") % {"n": item.seconds} if item.seconds else ""


def _exercise(item: ItemRow) -> Exercise:
    return Exercise(exercise_name(item.exercise), dose(item), item.note, pictures(item.exercise))
