"""Where the routine hangs, and where an old version still does."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission
from beredd.routine.models import Posting
from beredd.routine.queries.standing import StandingRow, standing_versions


@dataclass(frozen=True, slots=True)
class PostingRow:
    """`hangs`: the number of the version last seen there, None when nobody has looked yet. `current`: what should."""

    id: UUID
    routine: UUID
    routine_slug: str
    routine_title: str
    unit: UUID
    unit_name: str
    place: str
    hangs: int | None
    checked_by_name: str
    checked_at: datetime | None
    current: int | None
    current_id: UUID | None

    @property
    def is_stale(self) -> bool:
        return self.current is not None and self.hangs != self.current


def postings(
    access: Access, *, unit: UUID | None = None, routine: UUID | None = None, at: datetime
) -> list[PostingRow]:
    """In the units whose postings one may exchange; those with an old version first, then by unit and place."""
    rows = (
        Posting.objects.filter(removed_at=None)
        .select_related("routine", "unit")
        .prefetch_related("checks__by", "checks__version")
    )
    scope = units_with(access, Permission.CHECK_POSTINGS)
    if not isinstance(scope, Everywhere):
        rows = rows.filter(unit__in=scope)
    if unit is not None:
        rows = rows.filter(unit_id=unit)
    if routine is not None:
        rows = rows.filter(routine_id=routine)
    found = list(rows)
    current = {row.routine: row for row in standing_versions(at=at)} if found else {}
    drawn = [_posting(row, current.get(row.routine_id)) for row in found]
    return sorted(drawn, key=lambda row: (not row.is_stale, row.unit_name, row.place))


def posting_tasks(access: Access, *, unit: UUID, at: datetime) -> list[PostingRow]:
    """What the unit has to do: the places where another version than the one in force hangs, or nobody knows."""
    return [row for row in postings(access, unit=unit, at=at) if row.is_stale]


def _posting(row: Posting, current: StandingRow | None) -> PostingRow:
    last = next(iter(list(row.checks.all())[::-1]), None)
    return PostingRow(
        id=row.id,
        routine=row.routine_id,
        routine_slug=row.routine.slug,
        routine_title=row.routine.title,
        unit=row.unit_id,
        unit_name=row.unit.name,
        place=row.place,
        hangs=last.version.number if last else None,
        checked_by_name=last.by.name if last else "",
        checked_at=last.at if last else None,
        current=current.number if current else None,
        current_id=current.id if current else None,
    )
