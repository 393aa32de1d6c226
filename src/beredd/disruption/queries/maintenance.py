"""The calendar of planned work: for the diagnosis, for those who plan, and for all who are told of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from beredd.care.queries import amounts
from beredd.clock import SWEDEN
from beredd.disruption.models import Maintenance
from beredd.disruption.rules import landscape
from beredd.disruption.rules.maintenance import Amount, Stage, days_of, is_busy, stage_of
from beredd.disruption.rules.reports import RECENT
from beredd.people.rules.access import Access

KEPT_IN_SIGHT = timedelta(days=30)
CARRIED = timedelta(days=4)
COUNTED = 30  # works: further ahead nobody asks yet how much care there is


@dataclass(frozen=True, slots=True)
class MaintenanceRow:
    """`withdrawn`: by whom, empty when it holds. `amount`: the care meanwhile, of work that is still to be done."""

    id: UUID
    system: str
    starts_at: datetime
    ends_at: datetime
    what: str
    source: str
    by_name: str
    at: datetime
    stage: Stage
    withdrawn: str
    withdrawn_at: datetime | None
    amount: Amount | None = None

    @property
    def is_busy(self) -> bool:
        return self.amount is not None and is_busy(self.amount, self.starts_at, self.ends_at, SWEDEN)


@dataclass(frozen=True, slots=True)
class PlannedSoon:
    """What everybody may know of it: nobody's name is in it."""

    id: UUID
    system: str
    starts_at: datetime
    ends_at: datetime
    what: str


def maintenance(_access: Access, *, at: datetime) -> list[MaintenanceRow]:
    """For all who have signed in: what comes, goes on, or was over or withdrawn within 30 days, by start."""
    rows = Maintenance.objects.filter(ends_at__gt=at - KEPT_IN_SIGHT).select_related("by", "withdrawn__by")
    found = list(rows)
    ahead = [one for one in found if one.ends_at > at and not hasattr(one, "withdrawn")][:COUNTED]
    counted = amounts_of([(one.starts_at, one.ends_at) for one in ahead])
    care = {one.id: amount for one, amount in zip(ahead, counted, strict=True)}
    return [_row(one, care.get(one.id), at) for one in found]


def amounts_of(spans: list[tuple[datetime, datetime]]) -> list[Amount]:
    """How much care there is in each span, and on its days."""
    days = [days_of(starts, ends, SWEDEN) for starts, ends in spans]
    numbers = amounts([*spans, *days])
    return [Amount(*pair) for pair in zip(numbers[: len(spans)], numbers[len(spans) :], strict=True)]


def planned_soon(*, at: datetime) -> list[PlannedSoon]:
    """What everybody is told of from the day before; a phone may be away till then, so a few days ahead."""
    rows = Maintenance.objects.filter(ends_at__gt=at, starts_at__lt=at + CARRIED, withdrawn=None)
    return [
        PlannedSoon(
            id=one.id,
            system=one.system,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
            what=one.what,
        )
        for one in rows
    ]


def planned_work(*, at: datetime) -> tuple[landscape.Maintenance, ...]:
    """What the diagnosis must know of: what goes on, and what was over so lately that reports are still from then."""
    rows = Maintenance.objects.filter(starts_at__lte=at, ends_at__gt=at - RECENT, withdrawn=None)
    return tuple(landscape.Maintenance(one.system, one.starts_at, one.ends_at) for one in rows)


def _row(one: Maintenance, amount: Amount | None, at: datetime) -> MaintenanceRow:
    withdrawn = getattr(one, "withdrawn", None)
    return MaintenanceRow(
        id=one.id,
        system=one.system,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        what=one.what,
        source=one.source,
        by_name=one.by.name,
        at=one.at,
        stage=stage_of(one.starts_at, one.ends_at, now=at),
        withdrawn=withdrawn.by.name if withdrawn else "",
        withdrawn_at=withdrawn.at if withdrawn else None,
        amount=amount,
    )
