"""Which days are worked in Sweden: neither weekend nor holiday, nor an eve that is kept as one."""

from datetime import date
from functools import lru_cache

import holidays


def is_working_day(day: date) -> bool:
    """Monday to Friday, and no red day or eve."""
    return day.isoweekday() < 6 and day not in _free()


def is_free_day(day: date) -> bool:
    return not is_working_day(day)


@lru_cache(maxsize=1)
def _free() -> holidays.HolidayBase:
    return holidays.country_holidays("SE", categories=("public", "de_facto"))
