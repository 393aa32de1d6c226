"""What stations send: by their own key only, kept once, answered with what to try."""

from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client

from beredd.disruption import actions
from beredd.disruption.models import Observation, Station
from beredd.disruption.rules.observed import Link
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.rules.roles import Role
from beredd.shipped import content

PATTERN = content() / "probes" / "demo.toml"
WORKS, DOWN = {"result": "works"}, {"result": "fails", "fault": "no_answer"}


@pytest.fixture
def place(db: None) -> Town:
    return town()


@pytest.fixture
def key(place: Town) -> str:
    ivar = place.access(user("ivar", "Ivar Nät", Role.IT_SERVICE, "rehab"))
    added = actions.add_station(
        name="Expeditionen", unit=place.north, link=Link.FIXED, always_on=True, by=ivar, at=MONDAY
    )
    return added.key


def send(key: str, *found: dict[str, Any], **more: Any) -> Any:
    rounds = [
        {"at": (MONDAY - timedelta(minutes=back)).isoformat(), "found": one} for back, one in enumerate(reversed(found))
    ]
    body = {"protocol": 1, "sent_at": MONDAY.isoformat(), "rounds": rounds, **more}
    with time_machine.travel(MONDAY, tick=False):
        return Client().post(
            "/api/v1/observed", body, content_type="application/json", headers={"Authorization": f"Station {key}"}
        )


def test_it_is_kept_with_the_place_it_was_seen_from(place: Town, key: str) -> None:
    answer = send(key, {"link": WORKS, "appva": WORKS}, {"link": WORKS, "appva": DOWN})
    assert (answer.status_code, answer.json()["new"]) == (200, 4)
    row = Observation.objects.get(at=MONDAY, target="appva")
    assert (row.place, row.link, row.unit, row.result, row.fault) == (
        "station",
        "fixed",
        place.north,
        "fails",
        "no_answer",
    )
    assert Station.objects.get().heard_at == MONDAY
    assert send(key, {"link": WORKS, "appva": WORKS}, {"link": WORKS, "appva": DOWN}).json()["new"] == 0


def test_goodbye_is_heard(key: str) -> None:
    assert send(key, resting=True).status_code == 200
    assert Station.objects.get().resting
    send(key)
    assert not Station.objects.get().resting


def test_what_to_try_comes_along_when_the_station_has_something_else(key: str, settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    assert send(key, plan="of another town").json()["plan"] == ""
    told = PATTERN.read_text(encoding="utf-8")
    (tmp_path / "probes.toml").write_text(told, encoding="utf-8")
    assert send(key).json()["plan"] == told
    assert send(key, plan=sha256(told.encode()).hexdigest()).json()["plan"] is None


@pytest.mark.parametrize("wrong_by", [timedelta(minutes=-40), timedelta(minutes=40), timedelta(days=900)])
def test_a_station_whose_clock_is_wrong_is_set_right(key: str, wrong_by: timedelta) -> None:
    seen = {"at": (MONDAY + wrong_by - timedelta(minutes=1)).isoformat(), "found": {"link": WORKS}}
    for _ in range(2):
        assert send(key, rounds=[seen], sent_at=(MONDAY + wrong_by).isoformat()).status_code == 200
    assert [one.at for one in Observation.objects.all()] == [MONDAY - timedelta(minutes=1)]


@pytest.mark.parametrize("header", ["", "Station", "Station x.y", "Device a.b"])
def test_whoever_has_no_key_gets_no_further(key: str, header: str) -> None:
    answer = Client().post(
        "/api/v1/observed",
        {"protocol": 1, "sent_at": MONDAY.isoformat(), "rounds": []},
        content_type="application/json",
        headers={"Authorization": header},
    )
    assert (answer.status_code, answer.json()["problem"]["code"]) == (401, "unknown_station")


@pytest.mark.parametrize(
    "found",
    [
        {"link": {"result": "splendid"}},
        {"link": {"result": "fails", "fault": "gremlins"}},
        {"link": {"result": "works", "seconds": -1}},
        {"x" * 61: WORKS},
        {"a\x00b": WORKS},
        {f"t{n}": WORKS for n in range(61)},
    ],
)
def test_what_cannot_be_so_is_refused_and_nothing_is_kept(key: str, found: dict[str, Any]) -> None:
    assert send(key, found).status_code == 422
    assert not Observation.objects.exists()
