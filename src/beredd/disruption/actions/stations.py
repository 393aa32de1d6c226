"""Stations: computers of the units that look from where they stand whether the systems can be reached."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils.crypto import constant_time_compare

from beredd.disruption.models import Station
from beredd.disruption.queries.observations import vantage_of
from beredd.disruption.reach import check_reach
from beredd.disruption.rules.observed import Link, Vantage
from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.people.events import entry
from beredd.people.queries import unit_rows
from beredd.people.rules.access import Access, Refused
from beredd.people.rules.roles import Permission

LONGEST_NAME = 60


class UnknownStation(Refused):
    """Code `unknown_station`."""

    def __init__(self) -> None:
        super().__init__("unknown_station", N_("There is no such station. Open the list again."))


class StationRefused(Refused):
    """Code names the field."""


@dataclass(frozen=True, slots=True)
class Added:
    """`key`: what the station shows when it calls; it is stored nowhere, so it is shown once."""

    id: UUID
    key: str


def add_station(*, name: str, unit: UUID, link: Link, always_on: bool, by: Access, at: datetime) -> Added:
    """Raises NotAllowed, StationRefused (name, unit)."""
    check_reach(by, Permission.PLACE_STATIONS, {unit})
    said = name.strip()
    if not said or len(said) > LONGEST_NAME:
        raise StationRefused("name", N_("Give the station a name of at most 60 characters, such as where it stands."))
    if not unit_rows([unit]):
        raise StationRefused("unit", N_("Choose the unit where the station stands."))
    id, token = new_id(at), secrets.token_urlsafe(32)
    facts = {"name": said, "unit": unit, "link": link, "always_on": always_on}
    with transaction.atomic():
        head = lock()
        Station.objects.create(id=id, token_hash=_hash(token), added_by_id=by.user, added_at=at, **facts)
        append([entry("station.added", by=by, subject=("station", id), at=at, body=facts)], head=head)
    return Added(id, f"{id}.{token}")


def withdraw_station(*, station: UUID, by: Access, at: datetime) -> None:
    """It is listened to no more. Raises UnknownStation, NotAllowed."""
    row = Station.objects.filter(id=station).first()
    if row is None:
        raise UnknownStation
    check_reach(by, Permission.PLACE_STATIONS, {row.unit})
    with transaction.atomic():
        head = lock()
        gone = Station.objects.filter(id=station, withdrawn_at=None).update(withdrawn_at=at, withdrawn_by_id=by.user)
        if gone:
            append([entry("station.withdrawn", by=by, subject=("station", station), at=at, body={})], head=head)


def station_of(key: str) -> Vantage | None:
    """Whose key it is; None when it is not one of ours, or no more."""
    name, _, token = key.partition(".")
    try:
        row = Station.objects.filter(id=UUID(name), withdrawn_at=None).first()
    except ValueError:
        return None
    if row is None or not constant_time_compare(row.token_hash, _hash(token)):
        return None
    return vantage_of(row)


def hear(station: Vantage, *, resting: bool, at: datetime) -> None:
    """A pulse, not history: no event."""
    Station.objects.filter(id=UUID(station.name)).update(heard_at=at, resting=resting)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
