"""The only place that reads the time. Everything else is told what time it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def now() -> datetime:
    """The present instant, in UTC, to the millisecond: phones know nothing finer."""
    present = datetime.now(UTC)
    return present.replace(microsecond=present.microsecond // 1000 * 1000)


def today() -> date:
    """The present day as the wall calendar in Sweden has it."""
    return local_day(now())


def local_day(at: datetime) -> date:
    """The Swedish calendar day of an instant."""
    return at.astimezone(SWEDEN).date()


def midnight(day: date) -> datetime:
    """The instant at which a Swedish calendar day begins."""
    return datetime(day.year, day.month, day.day, tzinfo=SWEDEN).astimezone(UTC)
