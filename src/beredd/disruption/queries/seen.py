"""What the server, the stations and the phones see just now, a row for each thing that is tried; and the stations."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from beredd.disruption.models import Observation, Station
from beredd.disruption.plan import own_file, plan
from beredd.disruption.queries.observations import facts
from beredd.disruption.rules.observed import Link, Place, Vantage
from beredd.disruption.rules.opinion import Holds, opinions
from beredd.people.queries import names, unit_rows
from beredd.people.rules.access import Access, check
from beredd.people.rules.roles import Permission

SILENT_AFTER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Spot:
    """Somewhere that looks. `name` is empty for the server and for phones."""

    place: Place
    name: str
    unit_name: str


@dataclass(frozen=True, slots=True)
class TargetSeen:
    """`held`: who holds what of it. `certificate_ends`: of the certificate it shows, when that is soon."""

    key: str
    system: str
    held: Mapping[Holds, tuple[Spot, ...]]
    certificate_ends: datetime | None


@dataclass(frozen=True, slots=True)
class StationRow:
    id: UUID
    name: str
    unit_name: str
    link: Link
    always_on: bool
    heard_at: datetime | None
    resting: bool
    silent: bool
    added_by: str


def looks_around() -> bool:
    """Has the municipality said what there is to look at?"""
    return own_file() is not None


def seen_now(access: Access, *, at: datetime) -> list[TargetSeen]:
    """In the order of the municipality's file. Raises NotAllowed."""
    check(access, Permission.HANDLE_DISRUPTIONS)
    here = plan()
    held: defaultdict[str, defaultdict[Holds, list[Vantage]]] = defaultdict(lambda: defaultdict(list))
    for one in opinions(facts(at=at), here.landscape, at):
        held[one.target][one.holds].append(one.vantage)
    spots = _spots({one for by in held.values() for found in by.values() for one in found})
    ends = _certificates(until=at + here.certificate_ahead, at=at)
    return [
        TargetSeen(
            key,
            target.system,
            {holds: tuple(spots[one] for one in found) for holds, found in held[key].items()},
            ends.get(key),
        )
        for key, target in here.landscape.targets.items()
        if key in held
    ]


def stations(access: Access, *, at: datetime) -> list[StationRow]:
    """Those that are listened to. Raises NotAllowed."""
    check(access, Permission.HANDLE_DISRUPTIONS)
    rows = list(Station.objects.filter(withdrawn_at=None))
    units = {one.id: one.name for one in unit_rows({row.unit for row in rows})}
    people = names({row.added_by_id for row in rows})
    return [
        StationRow(
            id=row.id,
            name=row.name,
            unit_name=units.get(row.unit, ""),
            link=Link(row.link),
            always_on=row.always_on,
            heard_at=row.heard_at,
            resting=row.resting,
            silent=row.heard_at is not None and not row.resting and at - row.heard_at > SILENT_AFTER,
            added_by=people.get(row.added_by_id, ""),
        )
        for row in rows
    ]


def _spots(vantages: set[Vantage]) -> Mapping[Vantage, Spot]:
    named = {str(row.id): row.name for row in Station.objects.all()}
    units = {str(one.id): one.name for one in unit_rows({UUID(one.unit) for one in vantages if one.unit})}
    return {one: Spot(one.place, named.get(one.name, ""), units.get(one.unit or "", "")) for one in vantages}


def _certificates(*, until: datetime, at: datetime) -> Mapping[str, datetime]:
    """Those shown within the last hour that end before `until`."""
    rows = Observation.objects.filter(at__gt=at - timedelta(hours=1), at__lte=at, certificate_ends__lt=until)
    return dict(rows.values("target").annotate(ends=Max("certificate_ends")).values_list("target", "ends"))
