"""Which occurrences does a prescription plan?

Twin: phone/src/rules/occurrences.ts; cases: contract/cases/schedule.json.

An occurrence is named by its prescription and its slot, the local date and time as prescribed; so a phone in a cellar,
the server and a sheet of paper name the same thing without asking anyone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from beredd.care.rules.schedule import PART_HOURS, Clock, PartOfDay, Schedule, TimesPerWeek

LEAST_TIME_TO_SIGN = timedelta(hours=4)  # after it is late and before it is unaccounted for
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Version:
    """A prescription as decided; in force from `effective_at`, its period in local days, both included."""

    number: int
    effective_at: datetime
    starts_on: date
    ends_on: date | None
    schedule: Schedule


@dataclass(frozen=True, slots=True)
class Pause:
    """From an instant, until another (not included) or until further notice."""

    starts_at: datetime
    ends_at: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """In UTC, opens ≤ due_at ≤ due_by < closes: it may be signed from, is due at, is late after, is missing after."""

    id: UUID
    prescription: UUID
    slot: str
    version: int
    opens: datetime
    due_at: datetime
    due_by: datetime
    closes: datetime
    paused: str | None = None


def occurrence_id(prescription: UUID, slot: str) -> UUID:
    """UUIDv5 of the slot in the prescription's own namespace."""
    return uuid5(prescription, slot)


def version_at(versions: Sequence[Version], at: datetime) -> Version | None:
    """The newest version in force at that instant."""
    return max((one for one in versions if one.effective_at <= at), key=lambda one: one.number, default=None)


def covers(version: Version, day: date) -> bool:
    """Does the version's period cover that local day?"""
    return version.starts_on <= day and (version.ends_on is None or day <= version.ends_on)


def occurrences(
    prescription: UUID,
    versions: Sequence[Version],
    pauses: Sequence[Pause],
    *,
    since: datetime,
    until: datetime,
    zone: ZoneInfo,
) -> list[Occurrence]:
    """Every occurrence whose window [opens, due_by) meets [since, until), by due time.

    It belongs to the version in force when it is due; a week's belong all to the version that owns the week.
    """
    first, last = since.astimezone(zone).date() - 2 * DAY, until.astimezone(zone).date() + DAY  # windows pass midnight
    found = [
        _occurrence(prescription, version, window, pauses, zone)
        for version in versions
        for window in _planned(version, versions, first, last, zone)
        if window.opens < until and (window.due_by > since or window.opens >= since)
    ]
    return sorted(found, key=lambda one: (one.due_at, one.slot))


def find(prescription: UUID, versions: Sequence[Version], slot: str, *, zone: ZoneInfo) -> Occurrence | None:
    """The occurrence that the prescription plans at a slot; None when it plans none there or the slot is nonsense."""
    try:
        day = _day_of(slot)
        for version in versions:
            for window in _planned(version, versions, day, day, zone):
                if window.slot == slot:
                    return _occurrence(prescription, version, window, (), zone)
    except (ValueError, OverflowError):  # no date, or one at the end of the calendar
        return None
    return None


class _Window(NamedTuple):
    """An occurrence before it has a name."""

    slot: str
    opens: datetime
    due_at: datetime
    due_by: datetime


def _day_of(slot: str) -> date:
    """The day a slot begins; a week's is its Monday. Raises ValueError."""
    if "W" not in slot:
        return date.fromisoformat(slot[:10])
    year, week = slot.partition("/")[0].split("-W")
    return date.fromisocalendar(int(year), int(week), 1)


def _planned(
    version: Version, versions: Sequence[Version], first: date, last: date, zone: ZoneInfo
) -> Iterator[_Window]:
    """What this version owns on these local days and in the weeks they lie in."""
    schedule = version.schedule
    if isinstance(schedule, Clock | PartOfDay):
        for day in _days(version, first, last):
            if _is_a_day_for(schedule, day):
                of_day = _of_day(schedule, day, zone)
                yield from (one for one in of_day if version_at(versions, one.due_at) == version)
    elif isinstance(schedule, TimesPerWeek):
        for monday in _mondays(first, last):
            if _owner_of_week(versions, monday, zone) == version:
                yield from _of_week(version, schedule.times, monday, zone)


def _owner_of_week(versions: Sequence[Version], monday: date, zone: ZoneInfo) -> Version | None:
    """The version in force at the week's close, though it began in mid-week: a week is not done in halves.

    One whose period begins after the week leaves it to the one before, if that was in force on a day of its own.
    """
    superseded = _instant(monday + 7 * DAY, time(0), zone)
    for version in sorted(versions, key=lambda one: one.number, reverse=True):
        if version.effective_at < superseded:
            days = _days(version, monday, monday + 6 * DAY)
            if days and _instant(days[0], time(0), zone) < superseded:
                return version
            if version.starts_on < monday:
                return None
            superseded = version.effective_at
    return None


def _mondays(first: date, last: date) -> list[date]:
    return [_monday(first) + week * 7 * DAY for week in range((last - _monday(first)).days // 7 + 1)]


def _days(version: Version, first: date, last: date) -> list[date]:
    first, last = max(first, version.starts_on), min(last, version.ends_on or last)
    return [first + number * DAY for number in range((last - first).days + 1)]


def _is_a_day_for(schedule: Clock | PartOfDay, day: date) -> bool:
    if day.isoweekday() not in schedule.weekdays:
        return False
    if schedule.anchor is None:
        return True
    weeks_between = (_monday(day) - _monday(schedule.anchor)).days // 7
    return weeks_between % schedule.every_weeks == 0


@lru_cache(maxsize=4096)  # many patients have the same times, and a day is asked for again and again
def _of_day(schedule: Clock | PartOfDay, day: date, zone: ZoneInfo) -> tuple[_Window, ...]:
    return tuple(_windows(schedule, day, zone))


def _windows(schedule: Clock | PartOfDay, day: date, zone: ZoneInfo) -> Iterator[_Window]:
    if isinstance(schedule, Clock):
        before, after = timedelta(minutes=schedule.before_minutes), timedelta(minutes=schedule.after_minutes)
        for at in schedule.times:
            due = _instant(day, at, zone)
            yield _Window(f"{day}T{at:%H:%M}", due - before, due, due + after)
    else:
        for part in schedule.parts:
            start, end = PART_HOURS[part]
            opens = _instant(day, time(start), zone)
            due_by = _instant(day + DAY if end <= start else day, time(end), zone)
            yield _Window(f"{day}/{part.value}", opens, opens, due_by)


def _of_week(version: Version, times: int, monday: date, zone: ZoneInfo) -> Iterator[_Window]:
    days = _days(version, monday, monday + 6 * DAY)
    opens, due_by = _instant(monday, time(0), zone), _instant(days[-1] + DAY, time(0), zone)
    year, week, _ = monday.isocalendar()
    for number in range(1, min(times, len(days)) + 1):
        yield _Window(f"{year}-W{week:02}/{number}", opens, due_by, due_by)


def _occurrence(
    prescription: UUID, version: Version, window: _Window, pauses: Sequence[Pause], zone: ZoneInfo
) -> Occurrence:
    return Occurrence(
        id=occurrence_id(prescription, window.slot),
        prescription=prescription,
        slot=window.slot,
        version=version.number,
        opens=window.opens,
        due_at=window.due_at,
        due_by=window.due_by,
        closes=_closes(window.due_by, zone),
        paused=next((pause.reason for pause in pauses if _pauses(pause, window)), None),
    )


def _closes(due_by: datetime, zone: ZoneInfo) -> datetime:
    """The end of the local day, but never less than four hours after it became late."""
    last_moment = due_by - timedelta(microseconds=1)
    midnight = _instant(last_moment.astimezone(zone).date() + DAY, time(0), zone)
    return max(midnight, due_by + LEAST_TIME_TO_SIGN)


def _pauses(pause: Pause, window: _Window) -> bool:
    if "W" in window.slot:  # a week is paused only when no day of it is left
        return pause.starts_at <= window.opens and (pause.ends_at is None or pause.ends_at >= window.due_by)
    return pause.starts_at <= window.due_at and (pause.ends_at is None or window.due_at < pause.ends_at)


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)


def _instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The first instant with that wall time; a time the clocks skip is moved on by as much as they are (fold 0)."""
    return datetime.combine(day, at, zone).astimezone(UTC)
