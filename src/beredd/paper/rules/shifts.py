"""Paper that is made by itself at each shift's end: when the next is due, and what was missed."""

import re
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from beredd.i18n.mark import N_
from beredd.people.rules.access import Refused

MOST_TIMES = 6
STILL_WORTH = timedelta(hours=8)  # after a stop the latest that was missed is made, unless the next is nearer
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


class BadTimes(Refused):
    """Code `times`."""

    def __init__(self) -> None:
        super().__init__(
            "times",
            N_("Write one to %(most)s clock times with a comma between, such as 07:00, 15:30, 21:30."),
            most=MOST_TIMES,
        )


def read_times(text: str) -> list[time]:
    """In the order of the day, each once. Raises BadTimes."""
    words = [word for word in re.split(r"[\s,;]+", text.strip()) if word]
    found = [CLOCK.fullmatch(word) for word in words]
    times = {time(int(one[1]), int(one[2])) for one in found if one}
    if not all(found) or not 1 <= len(times) <= MOST_TIMES:
        raise BadTimes
    return sorted(times)


def latest_due(times: Iterable[time], at: datetime, zone: ZoneInfo) -> datetime | None:
    """The last of the clock times that has come, in UTC; None when it is too long ago to be worth anything."""
    day = at.astimezone(zone).date()
    moments = [
        datetime.combine(one, when, zone).astimezone(at.tzinfo)
        for one in (day - timedelta(days=1), day)
        for when in times
    ]
    due = max((one for one in moments if one <= at), default=None)
    return due if due is not None and at - due < STILL_WORTH else None
