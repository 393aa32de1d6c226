"""What is seen, on its own page and on the disruption it is about; and the stations that look."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from beredd.disruption import actions
from beredd.disruption.actions import SERVER
from beredd.disruption.models import Incident, Station
from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.landscape import LINK
from beredd.disruption.rules.observed import Fault, Link, Result, Vantage
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.models import User
from beredd.people.rules.access import Access
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
SEEN = "/disruptions/seen"
WORKS, DOWN = Tried(Result.WORKS), Tried.failed(Fault.NO_ANSWER)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def ivar(place: Town) -> Access:
    return place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))


@pytest.fixture
def now() -> Any:
    with time_machine.travel(MONDAY + 3 * MINUTE, tick=False) as clock:
        yield clock


def signed_in(client: Client, who: Any) -> Client:
    client.force_login(User.objects.get(id=who), backend="django.contrib.auth.backends.ModelBackend")
    return client


def see(vantage: Vantage, *, exorlive: Tried) -> None:
    for minute in range(3):
        at = MONDAY + minute * MINUTE
        actions.observe(vantage, [Seen(at, {LINK: WORKS, "exorlive.app": exorlive})], at=at)


def station(place: Town, ivar: Access) -> Vantage:
    asked = {"name": "Expeditionen", "unit": place.north, "link": Link.FIXED, "always_on": False}
    known = actions.station_of(actions.add_station(**asked, by=ivar, at=MONDAY).key)  # type: ignore[arg-type]
    assert known
    return known


def text(client: Client, path: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(path).content.decode()))


def test_who_sees_what_and_who_does_not(client: Client, place: Town, ivar: Access, now: Any) -> None:
    north = station(place, ivar)
    see(SERVER, exorlive=WORKS)
    see(north, exorlive=DOWN)
    told = text(signed_in(client, ivar.user), SEEN)
    assert "ExorLive app Fungerar inte 1 Expeditionen (Hemtjänst Norr) Fungerar 1" in told
    assert "Lägg till en station" in told
    assert "Lägg till en station" not in text(signed_in(client, place.manager), SEEN)
    assert signed_in(client, place.bo).get(SEEN).status_code == 403


def test_without_anything_to_show_it_says_what_to_do(client: Client, place: Town, ivar: Access, now: Any) -> None:
    told = text(signed_in(client, ivar.user), SEEN)
    assert "Lägg kommunens egen fil probes.toml i datamappen" in told
    assert "Inget har mätts den senaste kvarten" in told and "Inga stationer ännu" in told


def test_a_certificate_that_ends_soon_is_said(client: Client, place: Town, ivar: Access, now: Any) -> None:
    soon, later = (Tried(Result.WORKS, None, 0.1, MONDAY + timedelta(days=days)) for days in (5, 60))
    actions.observe(SERVER, [Seen(MONDAY, {"exorlive.app": soon, "appva": later})], at=MONDAY)
    told = text(signed_in(client, ivar.user), SEEN)
    assert told.count("Certifikatet går ut") == 1


def test_a_stations_key_is_shown_once(client: Client, place: Town, ivar: Access, now: Any) -> None:
    asked = {"name": "Expeditionen", "unit": str(place.north), "link": "wireless"}
    page = signed_in(client, ivar.user).post(f"{SEEN}/stations", asked).content.decode()
    key = page.split('data-testid="station-key">')[1].split("<")[0]
    assert actions.station_of(key)
    told = client.get(SEEN).content.decode()
    assert "Har inte hörts av ännu" in told and key not in told and key.partition(".")[2] not in told
    client.post(f"{SEEN}/stations/{Station.objects.get().id}/withdraw")
    assert actions.station_of(key) is None
    assert "Inga stationer ännu" in client.get(SEEN).content.decode()


def test_what_is_wrong_in_the_form_is_said_beside_it(client: Client, place: Town, ivar: Access, now: Any) -> None:
    answer = signed_in(client, ivar.user).post(f"{SEEN}/stations", {"name": "", "unit": str(place.north)})
    assert answer.status_code == 422 and not Station.objects.exists()
    refused = signed_in(client, place.manager).post(f"{SEEN}/stations", {"name": "x", "unit": str(place.north)})
    assert refused.status_code in (403, 422) and not Station.objects.exists()
    assert client.post(f"{SEEN}/stations/{place.north}/withdraw").status_code in (403, 404)


@pytest.mark.parametrize(
    ("minutes", "always_on", "resting", "word"),
    [(1, True, False, "Mäter"), (9, True, False, "Tyst"), (9, False, False, "Tyst"), (9, True, True, "Avstängd")],
)
def test_how_a_station_is(
    client: Client, place: Town, ivar: Access, minutes: int, always_on: bool, resting: bool, word: str
) -> None:
    asked = {"name": "Expeditionen", "unit": place.north, "link": Link.FIXED, "always_on": always_on}
    known = actions.station_of(actions.add_station(**asked, by=ivar, at=MONDAY).key)  # type: ignore[arg-type]
    assert known
    actions.hear(known, resting=resting, at=MONDAY)
    with time_machine.travel(MONDAY + minutes * MINUTE, tick=False):
        assert f"{word} 09:00" in text(signed_in(client, ivar.user), SEEN)


def test_the_disruption_says_what_is_seen_just_now(
    client: Client, place: Town, ivar: Access, now: Any, tmp_path: Path
) -> None:
    see(SERVER, exorlive=DOWN)
    path = f"/disruptions/{Incident.objects.get().id}/"
    assert "Mätt just nu Fungerar inte 1 · app servern" in text(signed_in(client, ivar.user), path)
    assert "Mätt just nu" not in text(signed_in(client, place.bo), path)
