"""What is seen is kept, and leads to a suspicion by itself; one that somebody has put aside stays aside for a while."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from beredd.disruption import actions, queries
from beredd.disruption.actions import SERVER, Added, Said
from beredd.disruption.models import Incident, Observation
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.landscape import INTERNET, LINK, Layer, Owner
from beredd.disruption.rules.observed import Fault, Link, Result, Vantage
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import Role

MINUTE = timedelta(minutes=1)
WORKS, DOWN = Tried(Result.WORKS), Tried.failed(Fault.NO_ANSWER)


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def ivar(place: Town) -> Access:
    return place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))


def see(vantage: Vantage, minute: int, *, down: tuple[str, ...] = ()) -> int:
    at = MONDAY + minute * MINUTE
    found = {key: DOWN if key in down else WORKS for key in (LINK, INTERNET, "exorlive.app", "appva")}
    return actions.observe(vantage, [Seen(at, found)], at=at)


def station(ivar: Access, unit: Any, name: str = "Expeditionen", **more: Any) -> Vantage:
    added: Added = actions.add_station(
        name=name, unit=unit, **{"link": Link.FIXED, "always_on": True, **more}, by=ivar, at=MONDAY
    )
    known = actions.station_of(added.key)
    assert known
    return known


def open_ones(at: datetime) -> list[tuple[str, str]]:
    return [(row.system, row.layer) for row in queries.incidents(SYSTEM, open_only=True)]


def test_seen_twice_it_is_suspected_with_its_evidence(place: Town) -> None:
    see(SERVER, 0)
    see(SERVER, 1, down=("exorlive.app",))
    assert not Incident.objects.exists()
    see(SERVER, 2, down=("exorlive.app",))
    (row,) = Incident.objects.all()
    assert (row.system, row.layer, row.everywhere, row.opened_by) == ("exorlive", "system", True, None)
    assert "ExorLive" in row.ground and "1 av 1" in row.ground
    see(SERVER, 3, down=("exorlive.app",))
    assert Incident.objects.count() == 1


def test_seen_once_at_the_very_beginning_it_is_nothing(place: Town) -> None:
    see(SERVER, 0, down=("exorlive.app",))
    assert not Incident.objects.exists()


def test_what_comes_twice_is_kept_once_and_what_is_not_ours_not_at_all(place: Town) -> None:
    at, found = MONDAY, {LINK: WORKS, "elsewhere": WORKS}
    assert actions.observe(SERVER, [Seen(at, found), Seen(at, found)], at=at) == 1
    assert actions.observe(SERVER, [Seen(at, found)], at=at) == 0
    old = Seen(MONDAY - timedelta(hours=13), {LINK: DOWN})
    assert actions.observe(SERVER, [old], at=at) == 0
    fast = Seen(MONDAY + timedelta(days=400), {LINK: DOWN})
    assert actions.observe(SERVER, [fast], at=MONDAY + MINUTE) == 1
    assert max(Observation.objects.values_list("at", flat=True)) == MONDAY + MINUTE


def test_after_two_days_it_is_forgotten(place: Town) -> None:
    see(SERVER, 0)
    see(SERVER, 1)
    actions.forget(at=MONDAY + timedelta(hours=48))
    assert set(Observation.objects.values_list("at", flat=True)) == {MONDAY + MINUTE}


def test_what_is_part_of_something_wider_is_not_raised_again(place: Town, ivar: Access) -> None:
    both = [station(ivar, place.north, name) for name in ("Expeditionen", "Förrådet")]
    everybody = [SERVER, *both]
    for minute in range(3):
        for one in everybody:
            see(one, minute, down=("appva",))
    assert open_ones(MONDAY) == [("appva", "system")]
    for minute in range(3, 6):
        see(SERVER, minute)
        for one in both:
            see(one, minute, down=("appva",))
    assert open_ones(MONDAY) == [("appva", "system")]


@pytest.mark.parametrize("last", [Move.DISMISS, Move.CLOSE])
def test_put_aside_it_rests_for_an_hour(place: Town, last: Move) -> None:
    for minute in range(3):
        see(SERVER, minute, down=("appva",))
    (row,) = Incident.objects.all()
    maria = place.access(place.mas)
    moves = [last] if last is Move.DISMISS else [Move.CONFIRM, Move.RECOVER, last]
    for move in moves:
        actions.move_incident(incident=row.id, move=move, ground="Prov", by=maria, at=MONDAY + 3 * MINUTE)
    for minute in (4, 5, 6, 60, 62):
        see(SERVER, minute, down=("appva",))
    assert Incident.objects.count() == 1
    see(SERVER, 63, down=("appva",))
    assert Incident.objects.count() == 2


def test_put_aside_and_said_anew_it_is_suspected_anew(place: Town) -> None:
    for minute in range(3):
        see(SERVER, minute, down=("appva",))
    (row,) = Incident.objects.all()
    maria = place.access(place.mas)
    actions.move_incident(incident=row.id, move=Move.DISMISS, ground="Prov", by=maria, at=MONDAY + 3 * MINUTE)
    at = MONDAY + 4 * MINUTE
    said = Said(id=uuid4(), kind="system", system="appva", unit=place.north, device="phone-bo", made_at=at)
    actions.report(said, signed_in=True, by=place.access(place.bo), at=at)
    assert Incident.objects.count() == 2


def test_two_stations_of_a_unit_that_fall_silent_have_lost_their_line(place: Town, ivar: Access) -> None:
    both = [station(ivar, place.north, name) for name in ("Expeditionen", "Förrådet")]
    elsewhere = station(ivar, place.south)
    for minute in range(12):
        for one in (SERVER, elsewhere, *(both if minute < 8 else ())):
            see(one, minute)
            if one is not SERVER:
                actions.hear(one, resting=False, at=MONDAY + minute * MINUTE)
    (row,) = Incident.objects.prefetch_related("units")
    assert (row.system, row.layer, {one.unit for one in row.units.all()}) == ("link", "fixed_line", {place.north})


def test_what_fails_at_a_private_employer_is_for_its_own_it_department(place: Town, ivar: Access) -> None:
    south = station(ivar, place.south)
    for minute in range(3):
        see(SERVER, minute)
        see(south, minute, down=(LINK,))
    (verdict,) = queries.diagnosis(SYSTEM, at=MONDAY + 3 * MINUTE)
    assert (verdict.layer, verdict.owner) == (Layer.FIXED_LINE, Owner.OWN_IT)


@pytest.mark.parametrize("how", ["laptop", "resting"])
def test_a_laptop_that_sleeps_and_a_station_that_says_goodbye_are_not_missed(
    place: Town, ivar: Access, how: str
) -> None:
    on = how == "resting"
    both = [station(ivar, place.north, name, always_on=on) for name in ("Expeditionen", "Förrådet")]
    for minute in range(12):
        see(SERVER, minute)
        for one in both if minute < 8 else ():
            see(one, minute)
            actions.hear(one, resting=on and minute == 7, at=MONDAY + minute * MINUTE)
    assert not Incident.objects.exists()


def test_without_a_file_of_its_own_the_municipality_looks_at_nothing(db: None, settings: Any, tmp_path: Path) -> None:
    from beredd.cli.looking import LOOK_AGAIN, look

    settings.DATA = tmp_path
    assert look() == LOOK_AGAIN
    assert not Observation.objects.exists()
