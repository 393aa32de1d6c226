"""Groups, those in them, and who stands in now. Everybody who arranges notices sees all."""

from dataclasses import dataclass
from datetime import datetime

from beredd.notices.models import Handover
from beredd.notices.rules.book import Group, Recipient
from beredd.notices.setup import setup
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class StandInRow:
    name: str
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in a group, and who stands in for them now."""

    recipient: Recipient
    after_minutes: int
    stand_in: StandInRow | None


@dataclass(frozen=True, slots=True)
class GroupRow:
    group: Group
    places: tuple[Place, ...]


def groups(access: Access, *, at: datetime) -> list[GroupRow]:
    """As the file has them. Raises NotAllowed, BookFault."""
    check(access, Permission.ARRANGE_NOTICES)
    book = setup().book
    return [GroupRow(group, tuple(_places(group, at))) for group in book.groups.values()]


def recipients(access: Access) -> list[Recipient]:
    """Raises NotAllowed, BookFault."""
    check(access, Permission.ARRANGE_NOTICES)
    return list(setup().book.recipients.values())


def _places(group: Group, at: datetime) -> list[Place]:
    known = setup().book.recipients
    rows = Handover.objects.filter(group=group.key, starts_at__lte=at, ends_at__gt=at, taker__in=known)
    standing_in = {one.replaced: StandInRow(known[one.taker].name, one.ends_at) for one in rows}
    return [
        Place(known[key], int(step.after.total_seconds() // 60), standing_in.get(key))
        for step in group.steps
        for key in step.recipients
    ]
