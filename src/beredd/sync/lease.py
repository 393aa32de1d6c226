"""How long a phone may show what it has without reaching us."""

from datetime import datetime, timedelta

from beredd.people import queries as people
from beredd.people.rules.access import Access


def lease_until(access: Access, *, at: datetime) -> datetime:
    """The shortest of the user's organisations; without any unit it ends at once."""
    units = people.unit_rows({grant.unit for grant in access.memberships})
    return at + timedelta(hours=min((unit.offline_hours for unit in units), default=0))
