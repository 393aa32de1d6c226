"""What an exercise programme says: exercises in order, each with its dose; how one is written, a change at a time."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

SIDES = ("", "left", "right", "both")
MOST_SETS, MOST_REPETITIONS, MOST_SECONDS = 20, 200, 3600
LONGEST_NAME, LONGEST_LOAD, LONGEST_NOTE, MOST_EXERCISES = 120, 40, 300, 30


class BadProgramme(Refused):
    """`code` names the field: name, sets, repetitions, seconds, load, side, note, exercises, line."""


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise with its dose; what is not prescribed is None or empty."""

    exercise: UUID
    sets: int | None = None
    repetitions: int | None = None
    seconds: int | None = None
    load: str = ""
    side: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """`number` names it while the programme is being written, wherever it is moved to; never used again."""

    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Written:
    """A programme as far as it is written. `next`: what the next line will be called."""

    name: str
    lines: tuple[Line, ...] = ()
    next: int = 1

    @property
    def items(self) -> list[Item]:
        return [line.item for line in self.lines]


@dataclass(frozen=True, slots=True)
class Add:
    """Last of all."""

    item: Item


@dataclass(frozen=True, slots=True)
class Remove:
    line: int


@dataclass(frozen=True, slots=True)
class Move:
    """`to`: its place from then on, the first being 1; beyond the end is last."""

    line: int
    to: int


@dataclass(frozen=True, slots=True)
class Dose:
    """All of what is prescribed of one line; the exercise stays."""

    line: int
    sets: int | None = None
    repetitions: int | None = None
    seconds: int | None = None
    load: str = ""
    side: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Rename:
    name: str


Change = Add | Remove | Move | Dose | Rename


def write(written: Written, change: Change) -> Written:
    """As it is after the change. Raises BadProgramme."""
    match change:
        case Add(item):
            if len(written.lines) >= MOST_EXERCISES:
                raise BadProgramme(
                    "exercises",
                    N_("A programme holds at most %(most)s exercises. Remove one first."),
                    most=MOST_EXERCISES,
                )
            line = Line(written.next, check_item(item))
            return replace(written, lines=(*written.lines, line), next=written.next + 1)
        case Remove(line=number):
            gone = line_of(written, number)
            return replace(written, lines=tuple(line for line in written.lines if line is not gone))
        case Move(line=number, to=to):
            moved = line_of(written, number)
            others = [line for line in written.lines if line is not moved]
            others.insert(max(to, 1) - 1, moved)
            return replace(written, lines=tuple(others))
        case Dose(line=number):
            old = line_of(written, number)
            given = {name: value for name, value in asdict(change).items() if name != "line"}
            new = Line(number, check_item(replace(old.item, **given)))
            return replace(written, lines=tuple(new if line is old else line for line in written.lines))
        case Rename(name):
            return replace(written, name=check_name(name))


def begun(name: str, items: list[Item]) -> Written:
    """From what is already there, or from nothing. Raises BadProgramme."""
    lines = tuple(Line(number, item) for number, item in enumerate(items, start=1))
    return Written(check_name(name), lines, len(lines) + 1)


def line_of(written: Written, number: int) -> Line:
    """Raises BadProgramme: it may have been removed in another window."""
    for line in written.lines:
        if line.number == number:
            return line
    raise BadProgramme("line", N_("That exercise is no longer in the programme. Open the page again."))


def check_name(name: str) -> str:
    """Raises BadProgramme."""
    told = " ".join(name.split())
    if not told or len(told) > LONGEST_NAME:
        raise BadProgramme("name", N_("Give the programme a name of at most %(most)s characters."), most=LONGEST_NAME)
    return told


def check_item(item: Item) -> Item:
    """Raises BadProgramme."""
    for field, most in (("sets", MOST_SETS), ("repetitions", MOST_REPETITIONS), ("seconds", MOST_SECONDS)):
        value = getattr(item, field)
        if value is not None and not 1 <= value <= most:
            raise BadProgramme(field, N_("Write a number between 1 and %(most)s, or leave it empty."), most=most)
    for field, longest in (("load", LONGEST_LOAD), ("note", LONGEST_NOTE)):
        if len(getattr(item, field)) > longest:
            raise BadProgramme(field, N_("Write at most %(most)s characters here."), most=longest)
    if item.side not in SIDES:
        raise BadProgramme("side", N_("Choose left, right or both sides, or leave it empty."))
    return item


def default_item(exercise: UUID, content: Mapping[str, Any]) -> Item:
    """With the dose that the exercise itself suggests as a beginning."""
    dose = content.get("default_dose") or {}
    return Item(exercise, dose.get("sets"), dose.get("repetitions"), dose.get("seconds"), side=dose.get("side") or "")


def to_json(written: Written) -> dict[str, Any]:
    """As it is stored; `from_json` reads it again."""
    return {"name": written.name, "next": written.next, "lines": [_told(line) for line in written.lines]}


def from_json(told: Mapping[str, Any]) -> Written:
    lines = tuple(_line(line) for line in told["lines"])
    return Written(told["name"], lines, told["next"])


def _told(line: Line) -> dict[str, Any]:
    return {"number": line.number, **asdict(line.item), "exercise": str(line.item.exercise)}


def _line(told: Mapping[str, Any]) -> Line:
    dose = {name: value for name, value in told.items() if name not in ("number", "exercise")}
    return Line(told["number"], Item(UUID(told["exercise"]), **dose))
