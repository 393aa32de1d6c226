"""What a prescription says is to be done when it was not performed."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class NotPerformedRule(StrEnum):
    NOTHING = "nothing"
    CONTACT = "contact"


def contact_by(due_at: datetime, within_days: int, zone: ZoneInfo) -> datetime:
    """The instant by which a licensed professional must have been reached: the same wall time so many days later."""
    return (due_at.astimezone(zone) + timedelta(days=within_days)).astimezone(due_at.tzinfo)
