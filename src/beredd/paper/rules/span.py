"""From which day to which does a sheet reach?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

DAY = timedelta(days=1)
MOST_DAYS = 92
ON_A_SHEET = 31


class SpanTooLong(Refused):
    """Code `paper_days`."""

    def __init__(self) -> None:
        super().__init__("paper_days", N_("Paper can be printed for at most 92 days at a time. Choose fewer days."))


class Form(StrEnum):
    """How long paper is to last."""

    ROLLING = "rolling"  # made at each shift's end: a day back, two ahead, and past a weekend
    MONTH = "month"
    FOUR_WEEKS = "four_weeks"


@dataclass(frozen=True, slots=True)
class Span:
    """Local days, both included."""

    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + number * DAY for number in range((self.last - self.first).days + 1)]


def span_of(form: Form, day: date, is_working: Callable[[date], bool]) -> Span:
    """The span of a form made on that day; `is_working`: no weekend, no holiday, no eve that is kept as one."""
    match form:
        case Form.ROLLING:
            return Span(day - DAY, max(day + 2 * DAY, next_working_day(day, is_working)))
        case Form.MONTH:
            first = day.replace(day=1)
            return Span(first, (first + 31 * DAY).replace(day=1) - DAY)
        case Form.FOUR_WEEKS:
            return Span(day, day + 27 * DAY)


def next_working_day(day: date, is_working: Callable[[date], bool]) -> date:
    """The first working day after that day."""
    return next(one for number in range(1, 31) if is_working(one := day + number * DAY))


def days_from(first: date, days: int) -> Span:
    """Raises SpanTooLong."""
    if not 1 <= days <= MOST_DAYS:
        raise SpanTooLong
    return Span(first, first + (days - 1) * DAY)


def columns(span: Span) -> list[list[date | None]]:
    """The day columns of each sheet; a whole month has always 31, None for a day that does not exist.

    No sheet has more than 31, nor days of two months when the span is longer than that.
    """
    days = span.days
    if len(days) <= ON_A_SHEET and not _is_a_month(days):
        return [list(days)]
    months: dict[tuple[int, int], list[date]] = {}
    for day in days:
        months.setdefault((day.year, day.month), []).append(day)
    return [_full(month) if _is_a_month(month) else list(month) for month in months.values()]


def _is_a_month(days: Sequence[date]) -> bool:
    return days[0].day == 1 and (days[-1] + DAY).day == 1 and len(days) <= ON_A_SHEET


def _full(month: Sequence[date]) -> list[date | None]:
    return [*month, *[None] * (ON_A_SHEET - len(month))]
