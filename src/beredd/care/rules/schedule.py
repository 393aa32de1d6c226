"""When is something to be done? The forms of a schedule, and their JSON.   Twin: phone/src/rules/schedule.ts"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

MOST_TIMES_A_DAY = 24
MOST_TIMES_A_WEEK = 7
LONGEST_TOLERANCE = 12 * 60  # minutes
ALL_DAYS = (1, 2, 3, 4, 5, 6, 7)
CLOCK_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


class BadSchedule(Refused):
    """The schedule cannot be understood; `code` says which part: schedule_form, schedule_weekdays, schedule_times …"""


class Part(StrEnum):
    """Part of day, with the hours it spans on the Swedish wall clock."""

    MORNING = "morning"
    FORENOON = "forenoon"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


PART_HOURS: dict[Part, tuple[int, int]] = {  # an end at or before the start lies on the next day
    Part.MORNING: (7, 10),
    Part.FORENOON: (10, 12),
    Part.NOON: (11, 13),
    Part.AFTERNOON: (13, 17),
    Part.EVENING: (17, 22),
    Part.NIGHT: (22, 7),
}


@dataclass(frozen=True, slots=True)
class Clock:
    """Fixed clock times on chosen weekdays (1 Monday … 7 Sunday), every week or every other from `anchor`'s week."""

    weekdays: tuple[int, ...]
    times: tuple[time, ...]
    every_weeks: int = 1
    anchor: date | None = None
    before_minutes: int = 60
    after_minutes: int = 60


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """Some time within a part of the day, on chosen weekdays."""

    weekdays: tuple[int, ...]
    parts: tuple[Part, ...]
    every_weeks: int = 1
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class TimesPerWeek:
    """So many times in an ISO week, on any days."""

    times: int


@dataclass(frozen=True, slots=True)
class AsNeeded:
    """Nothing is planned; it is signed when it is done."""


Schedule = Clock | PartOfDay | TimesPerWeek | AsNeeded


def schedule_from_json(data: Mapping[str, object]) -> Schedule:
    """Raises BadSchedule, saying which part is wrong."""
    match data.get("form"):
        case "clock":
            return Clock(
                _weekdays(data),
                _times(data.get("times")),
                *_weeks(data),
                before_minutes=_minutes(data.get("before_minutes", 60)),
                after_minutes=_minutes(data.get("after_minutes", 60)),
            )
        case "part_of_day":
            return PartOfDay(_weekdays(data), _parts(data.get("parts")), *_weeks(data))
        case "times_per_week":
            return TimesPerWeek(_times_per_week(data.get("times")))
        case "as_needed":
            return AsNeeded()
    raise BadSchedule("schedule_form", N_("Choose how often it is to be done."))


def schedule_to_json(schedule: Schedule) -> dict[str, object]:
    """The form that schedule_from_json reads; the same schedule always gives the same JSON."""
    match schedule:
        case Clock():
            return {
                "form": "clock",
                "weekdays": list(schedule.weekdays),
                "times": [f"{at:%H:%M}" for at in schedule.times],
                "before_minutes": schedule.before_minutes,
                "after_minutes": schedule.after_minutes,
                **_weeks_to_json(schedule),
            }
        case PartOfDay():
            return {
                "form": "part_of_day",
                "weekdays": list(schedule.weekdays),
                "parts": [part.value for part in schedule.parts],
                **_weeks_to_json(schedule),
            }
        case TimesPerWeek():
            return {"form": "times_per_week", "times": schedule.times}
    return {"form": "as_needed"}


def _weekdays(data: Mapping[str, object]) -> tuple[int, ...]:
    found = [day for day in _list(data.get("weekdays")) if isinstance(day, int) and not isinstance(day, bool)]
    if not found or len(found) != len(_list(data["weekdays"])) or not set(found) <= set(ALL_DAYS):
        raise BadSchedule("schedule_weekdays", N_("Choose at least one weekday."))
    return tuple(sorted(set(found)))


def _times(found: object) -> tuple[time, ...]:
    written = _list(found)
    if not 1 <= len(written) <= MOST_TIMES_A_DAY:
        raise BadSchedule("schedule_times", N_("Give at least one clock time, such as 08:00."))
    return tuple(sorted({_clock_time(one) for one in written}))


def _clock_time(found: object) -> time:
    match = CLOCK_TIME.fullmatch(found) if isinstance(found, str) else None
    if match is None:
        raise BadSchedule("schedule_times", N_("A clock time is written with four digits, such as 08:00."))
    return time(int(match[1]), int(match[2]))


def _parts(found: object) -> tuple[Part, ...]:
    written, known = _list(found), [part.value for part in Part]
    if not written or not all(one in known for one in written):
        raise BadSchedule("schedule_parts", N_("Choose at least one part of the day."))
    return tuple(part for part in Part if part.value in written)


def _list(found: object) -> list[object]:
    """What was given as a list; anything else is an empty one."""
    return list(found) if isinstance(found, list | tuple) else []


def _minutes(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 0 <= found <= LONGEST_TOLERANCE:
        raise BadSchedule("schedule_tolerance", N_("The time before and after must be between 0 and 720 minutes."))
    return found


def _times_per_week(found: object) -> int:
    if not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= MOST_TIMES_A_WEEK:
        raise BadSchedule("schedule_times_per_week", N_("Choose between 1 and 7 times a week."))
    return found


def _weeks(data: Mapping[str, object]) -> tuple[int, date | None]:
    every = data.get("every_weeks", 1)
    if every == 1:
        return 1, None
    try:
        anchor = date.fromisoformat(str(data.get("anchor")))
    except ValueError:
        anchor = None
    if every != 2 or anchor is None:
        raise BadSchedule("schedule_weeks", N_("For every other week: give a day in the first week."))
    return 2, anchor


def _weeks_to_json(schedule: Clock | PartOfDay) -> dict[str, object]:
    anchor = schedule.anchor.isoformat() if schedule.anchor else None
    return {"every_weeks": schedule.every_weeks, "anchor": anchor}
