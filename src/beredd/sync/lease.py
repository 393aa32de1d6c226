"""How long a phone may show what it has without reaching us."""

from datetime import datetime, timedelta
from uuid import UUID

from beredd.people import queries as people


def lease_until(user: UUID, *, at: datetime) -> datetime:
    """As the strictest of the user's organisations has it; without any unit it ends at once."""
    return at + timedelta(hours=people.offline_hours(user, at=at))
