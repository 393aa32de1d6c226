"""Weekdays, clock times and parts of the day as people write them, and the schedule they make together."""

import re
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from beredd.care.rules.schedule import ALL_DAYS, AsNeeded, Clock, Part, PartOfDay, Schedule, TimesPerWeek
from beredd.importing.rules.cells import Cell, listed, shown, written
from beredd.importing.rules.fault import BadCell

DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
DAY_GROUPS = {
    "alla": ALL_DAYS,
    "alla dagar": ALL_DAYS,
    "dagligen": ALL_DAYS,
    "varje dag": ALL_DAYS,
    "vardagar": (1, 2, 3, 4, 5),
    "helg": (6, 7),
    "helger": (6, 7),
}
PARTS: Mapping[str, Part] = {
    "morgon": Part.MORNING,
    "förmiddag": Part.FORENOON,
    "mitt på dagen": Part.NOON,
    "eftermiddag": Part.AFTERNOON,
    "kväll": Part.EVENING,
    "natt": Part.NIGHT,
    "lunch": Part.NOON,
}
BETWEEN = re.compile(r"[,;/\n]+|\soch\s|\s\+\s")
CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::00)?", re.ASCII)
DEFAULT_TOLERANCE = 60  # minutes


def weekdays(cell: Cell) -> tuple[int, ...]:
    """mån,ons,fre · mån–fre · vardagar · alla; Monday is 1."""
    found: set[int] = set()
    for word in _words(cell):
        found.update(DAY_GROUPS.get(word) or _day_range(word))
    if not found:
        raise BadCell("weekday_unknown", value=shown(written(cell)))
    return tuple(sorted(found))


def _day_range(word: str) -> tuple[int, ...]:
    first, _, last = word.replace("–", "-").partition("-")
    start, end = _day(first, word), _day(last or first, word)
    if end < start:
        raise BadCell("weekday_unknown", value=shown(word))
    return tuple(range(start, end + 1))


def _day(word: str, whole: str) -> int:
    """By its name or a beginning of at least three letters."""
    short = word.strip().rstrip(".").removesuffix("ar")
    for number, name in enumerate(DAYS, start=1):
        if len(short) >= 3 and name.startswith(short):
            return number
    raise BadCell("weekday_unknown", value=shown(whole))


def times(cell: Cell) -> tuple[time, ...]:
    """08:00 · 8.00,14.30; an Excel cell with one time."""
    found = tuple(sorted({_clock(word) for word in _words(cell)}))
    if not found:
        raise BadCell("time_form", value=shown(written(cell)))
    return found


def _clock(word: str) -> time:
    match = CLOCK.fullmatch(word)
    try:
        return time(int(match[1]), int(match[2])) if match else time(24)
    except ValueError:
        raise BadCell("time_form", value=shown(word)) from None


def parts(cell: Cell) -> tuple[Part, ...]:
    """morgon,kväll."""
    found = {_part(word) for word in _words(cell)}
    if not found:
        raise BadCell("part_unknown", value=shown(written(cell)), words=listed(PARTS))
    return tuple(part for part in Part if part in found)


def _part(word: str) -> Part:
    if word not in PARTS:
        raise BadCell("part_unknown", value=shown(word), words=listed(PARTS))
    return PARTS[word]


def _words(cell: Cell) -> list[str]:
    return [word for part in BETWEEN.split(written(cell).lower()) if (word := " ".join(part.split()))]


def schedule(cells: Mapping[str, Any]) -> Schedule:
    """Out of the cells of one row. Exactly one form must be filled in; what does not go with it must be empty."""
    forms = [name for name in ("times", "parts", "times_per_week", "as_needed") if cells[name]]
    if len(forms) != 1:
        raise BadCell("schedule_many" if forms else "schedule_none", field=forms[1] if forms else "times")
    allowed = {
        "times": {"weekdays", "anchor", "before_minutes", "after_minutes"},
        "parts": {"weekdays", "anchor"},
    }.get(forms[0], set())
    for name in ("weekdays", "anchor", "before_minutes", "after_minutes"):
        if cells[name] is not None and name not in allowed:
            raise BadCell("schedule_extra", field=name)
    if "weekdays" in allowed and cells["weekdays"] is None:
        raise BadCell("schedule_days", field="weekdays")
    return _made(forms[0], cells)


def _made(form: str, cells: Mapping[str, Any]) -> Schedule:
    anchor: date | None = cells["anchor"]
    weeks = 2 if anchor else 1
    match form:
        case "times":
            before, after = cells["before_minutes"], cells["after_minutes"]
            return Clock(
                cells["weekdays"],
                cells["times"],
                weeks,
                anchor,
                DEFAULT_TOLERANCE if before is None else before,
                DEFAULT_TOLERANCE if after is None else after,
            )
        case "parts":
            return PartOfDay(cells["weekdays"], cells["parts"], weeks, anchor)
        case "times_per_week":
            return TimesPerWeek(cells["times_per_week"])
    return AsNeeded()
