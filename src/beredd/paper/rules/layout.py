"""The geometry of a signing list: where on the paper each occurrence stands, and which occurrence stands where.

One sheet of A4 across, measured in millimetres from its upper left corner. What is drawn and what is stored with the
sheet are the same numbers, so a scan finds again what was printed, however the templates change later.

A line of the grid is a prescription at one time of day, its cells the days. What is to be done so many times a week on
any day has no column of its own: it gets a line of boxes, one for each time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from beredd.care.rules.occurrences import Occurrence, occurrence_id
from beredd.care.rules.schedule import PART_HOURS, Part

WIDTH, HEIGHT = 297.0, 210.0
LEFT, RIGHT = 10.0, 287.0
GRID_TOP, GRID_BOTTOM = 46.0, 122.0  # the lines' share of the page
LEAST_WIDTH, MOST_WIDTH = 7.0, 24.0  # of a cell
LEAST_HEIGHT, MOST_HEIGHT = 9.5, 15.0
CAPTION = 3.0  # above the writing space of a box
DAYS_WIDTH = 31 * LEAST_WIDTH
MOST_LINES = int((GRID_BOTTOM - GRID_TOP) // (LEAST_HEIGHT + CAPTION))
BOXES_ON_A_LINE = 12


class Box(NamedTuple):
    """A place on the page."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True, slots=True)
class Line:
    """`suffix` is the time of day ("T10:00", "/morning") of a line of the grid, empty for a line of boxes.

    `slots`: by column (or by box, from the left) what is planned there; `paused`: those of them that need not be done.
    """

    prescription: UUID
    version: int
    suffix: str
    slots: Mapping[int, str]
    paused: frozenset[int] = frozenset()

    @property
    def is_boxes(self) -> bool:
        return not self.suffix


@dataclass(frozen=True, slots=True)
class Page:
    """The front of one signing list."""

    days: tuple[date | None, ...]
    lines: tuple[Line, ...]

    @property
    def cell_width(self) -> float:
        return round(min(MOST_WIDTH, max(LEAST_WIDTH, DAYS_WIDTH / len(self.days))), 3)

    @property
    def cells_left(self) -> float:
        """Where the first day begins; the label has what is to the left of it."""
        return round(RIGHT - len(self.days) * self.cell_width, 3)

    @property
    def line_height(self) -> float:
        return round(min(MOST_HEIGHT, (GRID_BOTTOM - GRID_TOP) / max(len(self.lines), 1)), 3)

    def box(self, line: int, column: int) -> Box:
        """The whole cell, or the box with its caption."""
        top = GRID_TOP + line * self.line_height
        if not self.lines[line].is_boxes:
            return Box(self.cells_left + column * self.cell_width, top, self.cell_width, self.line_height)
        width = (RIGHT - self.boxes_left) / BOXES_ON_A_LINE
        return Box(self.boxes_left + column * width, top, width, self.line_height)

    @property
    def boxes_left(self) -> float:
        """Boxes have the width of a full month, whatever the days."""
        return RIGHT - DAYS_WIDTH


class Cell(NamedTuple):
    """One planned occurrence on the page."""

    line: int
    column: int
    occurrence: UUID
    slot: str
    box: Box


def pages(occurrences: Iterable[Occurrence], columns: Sequence[Sequence[date | None]]) -> list[Page]:
    """The sheets for one patient: every planned occurrence of these days is on one of them, in one cell."""
    found = sorted(occurrences, key=lambda one: (str(one.prescription), one.slot))
    return [
        Page(tuple(days), tuple(lines))
        for days in columns
        for lines in _chunks(_lines(found, days, _weeks_before(columns, days)))
    ]


def cells(page: Page) -> Iterator[Cell]:
    """Every cell that somebody is expected to write in, line by line."""
    for number, line in enumerate(page.lines):
        for column, slot in sorted(line.slots.items()):
            yield Cell(number, column, occurrence_id(line.prescription, slot), slot, page.box(number, column))


def cell_at(page: Page, x: float, y: float) -> Cell | None:
    """The cell that a point in millimetres lies in; None where nothing is planned."""
    return next((cell for cell in cells(page) if cell.box.holds(x, y)), None)


def to_json(page: Page) -> dict[str, Any]:
    """What is stored with the sheet."""
    return {
        "form": 1,
        "days": [day.isoformat() if day else None for day in page.days],
        "lines": [
            {
                "prescription": str(line.prescription),
                "version": line.version,
                "suffix": line.suffix,
                "at": sorted(line.slots) if line.suffix else [[at, slot] for at, slot in sorted(line.slots.items())],
                "paused": sorted(line.paused),
            }
            for line in page.lines
        ],
    }


def from_json(data: Mapping[str, Any]) -> Page:
    """The page that to_json told of."""
    days = tuple(date.fromisoformat(day) if day else None for day in data["days"])
    return Page(days, tuple(_line_from(line, days) for line in data["lines"]))


def _line_from(data: Mapping[str, Any], days: Sequence[date | None]) -> Line:
    suffix = data["suffix"]
    slots = {at: f"{days[at]}{suffix}" for at in data["at"]} if suffix else {at: slot for at, slot in data["at"]}
    return Line(UUID(data["prescription"]), data["version"], suffix, slots, frozenset(data["paused"]))


def _lines(found: Sequence[Occurrence], days: Sequence[date | None], weeks_before: set[str]) -> list[Line]:
    """Prescription by prescription, the one that begins the day first."""
    column_of = {day.isoformat(): column for column, day in enumerate(days) if day}
    weeks = {_week(day) for day in days if day} - weeks_before
    groups = [
        [*_of_days(prescription, planned, column_of), *_of_weeks(prescription, planned, weeks)]
        for prescription, of_one in groupby(found, key=lambda one: one.prescription)
        if (planned := list(of_one))
    ]
    return [line for lines in sorted(filter(None, groups), key=lambda lines: _order(lines[0].suffix)) for line in lines]


def _of_days(prescription: UUID, planned: Sequence[Occurrence], column_of: Mapping[str, int]) -> Iterator[Line]:
    by_time: dict[str, dict[int, Occurrence]] = {}
    for one in planned:
        if not is_of_week(one.slot) and one.slot[:10] in column_of:
            by_time.setdefault(one.slot[10:], {})[column_of[one.slot[:10]]] = one
    for suffix in sorted(by_time, key=_order):
        yield _line(prescription, suffix, by_time[suffix])


def _of_weeks(prescription: UUID, planned: Sequence[Occurrence], weeks: set[str]) -> Iterator[Line]:
    boxes = [one for one in planned if is_of_week(one.slot) and one.slot.partition("/")[0] in weeks]
    for start in range(0, len(boxes), BOXES_ON_A_LINE):
        yield _line(prescription, "", dict(enumerate(boxes[start : start + BOXES_ON_A_LINE])))


def _line(prescription: UUID, suffix: str, planned: Mapping[int, Occurrence]) -> Line:
    return Line(
        prescription,
        max(one.version for one in planned.values()),
        suffix,
        {at: one.slot for at, one in planned.items()},
        frozenset(at for at, one in planned.items() if one.paused),
    )


def _order(suffix: str) -> str:
    """The clock time at which it begins; what has none comes last."""
    if not suffix:
        return "24:00"
    return suffix[1:] if suffix[0] == "T" else f"{PART_HOURS[Part(suffix[1:])][0]:02}:00"


def is_of_week(slot: str) -> bool:
    return "-W" in slot


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _weeks_before(columns: Sequence[Sequence[date | None]], days: Sequence[date | None]) -> set[str]:
    """The weeks that an earlier sheet has: what may be done on any day of a week is asked for once."""
    earlier = columns[: next(at for at, one in enumerate(columns) if one is days)]
    return {_week(day) for some in earlier for day in some if day}


def _chunks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """At least one page, and no more lines on any than can be written on."""
    for start in range(0, max(len(lines), 1), MOST_LINES):
        yield lines[start : start + MOST_LINES]
