"""Stations are added, show their key, and are withdrawn; each once in the ledger, by those who may."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.disruption import actions
from beredd.disruption.actions import Added, StationRefused, UnknownStation
from beredd.disruption.models import Station
from beredd.disruption.rules.observed import Link, Place
from beredd.ledger import queries as ledger
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import Access, NotAllowed
from beredd.people.rules.roles import Role


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def ivar(place: Town) -> Access:
    return place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))


def add(unit: UUID, by: Access, **more: Any) -> Added:
    asked: dict[str, Any] = {"name": " Expeditionen ", "link": Link.WIRELESS, "always_on": False, **more}
    return actions.add_station(unit=unit, by=by, at=MONDAY, **asked)


def test_a_station_is_known_by_its_key_and_by_nothing_else(place: Town, ivar: Access) -> None:
    added = add(place.south, ivar)
    known = actions.station_of(added.key)
    assert known
    assert (known.name, known.place, known.link) == (str(added.id), Place.STATION, Link.WIRELESS)
    assert (known.unit, known.employer) == (str(place.south), "private")
    for key in ("", ".", "x", f"{added.id}", f"{added.id}.", f"{added.id}.guess", f"{uuid4()}.{added.key}", "é.\x00"):
        assert actions.station_of(key) is None
    assert added.key.partition(".")[2] not in str(Station.objects.values())


def test_withdrawn_it_is_known_no_more(place: Town, ivar: Access) -> None:
    added, held = add(place.north, ivar), ledger.head().position
    for _ in range(2):
        actions.withdraw_station(station=added.id, by=ivar, at=MONDAY)
    assert actions.station_of(added.key) is None
    (event,) = ledger.events_since(held)
    assert (event.kind, event.subject_id, event.by) == ("station.withdrawn", added.id, str(ivar.user))


def test_it_is_added_with_one_event_that_does_not_hold_its_key(place: Town, ivar: Access) -> None:
    held = ledger.head().position
    added = add(place.north, ivar)
    (event,) = ledger.events_since(held)
    assert (event.kind, event.subject_id) == ("station.added", added.id)
    assert added.key.partition(".")[2] not in str(event)
    assert Station.objects.get().name == "Expeditionen"


def test_nothing_is_kept_when_it_cannot_be_recorded(place: Town, ivar: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    added = add(place.north, ivar)

    def full(*_entries: object, **_more: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("beredd.disruption.actions.stations.append", full)
    with pytest.raises(OSError, match="full"):
        add(place.north, ivar)
    with pytest.raises(OSError, match="full"):
        actions.withdraw_station(station=added.id, by=ivar, at=MONDAY)
    assert Station.objects.count() == 1 and actions.station_of(added.key)


def test_who_may_not_and_what_cannot_be(place: Town, ivar: Access) -> None:
    added = add(place.north, ivar)
    for who in (place.manager, place.bo, place.alva, place.mas):
        with pytest.raises(NotAllowed):
            add(place.north, place.access(who))
        with pytest.raises(NotAllowed):
            actions.withdraw_station(station=added.id, by=place.access(who), at=MONDAY)
    cases: list[tuple[UUID, dict[str, Any], str]] = [
        (place.north, {"name": "  "}, "name"),
        (place.north, {"name": "x" * 61}, "name"),
        (uuid4(), {}, "unit"),
    ]
    for unit, more, code in cases:
        with pytest.raises(StationRefused) as refused:
            add(unit, ivar, **more)
        assert refused.value.code == code
    with pytest.raises(UnknownStation):
        actions.withdraw_station(station=uuid4(), by=ivar, at=MONDAY)
    assert Station.objects.count() == 1
