"""A station cut off from everything: what it keeps, and what its page says."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import RequestFactory

from beredd.people.factories import MONDAY
from beredd.routine.files import read_file
from beredd.routine.plain import pocket
from beredd.shipped import content
from beredd.station.exchange import Exchange
from beredd.station.keep import Kept, LastWord, Routines
from beredd.station.page import shown
from beredd.station.watch import Watch
from beredd.sync.wire import RoutinesReply, StatusReply, SystemNow, WorkNow

NOBODY = "http://127.0.0.1:9"
PLAN = """
every_seconds = 20
timeout_seconds = 2
slow_seconds = 2
certificate_days = 14
[titles]
exorlive = "ExorLive"
[instead]
exorlive = {{sv = "Programmen finns i Beredd på mobilen."}}
[[target]]
key = "exorlive"
kind = "http"
parents = ["link"]
addresses = ["{address}"]
"""
MINUTE = timedelta(minutes=1)


@pytest.fixture
def kept(settings: Any, tmp_path: Path) -> Kept:
    settings.DATA = tmp_path / "station"
    found = Kept(settings.DATA)
    found.put_plan(PLAN.format(address=NOBODY))
    return found


def look(kept: Kept, at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        Watch(kept, Exchange(NOBODY, "key")).round()


def page(at: datetime) -> str:
    with time_machine.travel(at, tick=False):
        return shown(RequestFactory().get("/")).content.decode()


def word(at: datetime, *, known: bool = True) -> LastWord:
    return LastWord(StatusReply(at, [SystemNow("exorlive", "ExorLive", {}, [])], []), at, known)


def test_fresh_from_the_server_the_page_says_so(kept: Kept) -> None:
    kept.put_last_word(word(MONDAY))
    told = page(MONDAY + MINUTE)
    assert "Serverns besked, från" in told and "Inget har provats ännu." in told


def test_when_the_server_is_gone_it_says_how_old_its_word_is_and_what_is_seen_from_here(kept: Kept) -> None:
    kept.put_last_word(word(MONDAY))
    for minute in (8, 9):
        look(kept, MONDAY + minute * MINUTE)
    told = page(MONDAY + 10 * MINUTE)
    assert "Servern går inte att nå. Här nedanför står det som var känt" in told
    assert "ExorLive svarar inte (1 av 1 mätpunkter" in told
    assert "Programmen finns i Beredd på mobilen." in told
    assert "Senast provat" in told


def test_what_fails_while_it_is_worked_on_is_put_down_to_that(kept: Kept) -> None:
    work = WorkNow(uuid4(), MONDAY, MONDAY + timedelta(hours=2), "Ny version")
    kept.put_plan(PLAN.format(address=NOBODY).replace('parents = ["link"]', ""))  # beyond the internet, for all
    planned = SystemNow("exorlive", "ExorLive", {}, [], [work])
    kept.put_last_word(LastWord(StatusReply(MONDAY, [planned], []), MONDAY))
    for minute in (8, 9):
        look(kept, MONDAY + minute * MINUTE)
    assert "Arbete med ExorLive är planerat just nu." in page(MONDAY + 10 * MINUTE)


def test_whom_to_ring_is_known_also_without_the_server(kept: Kept) -> None:
    routine = read_file(content() / "routines" / "exorlive.yaml").routine
    assert routine
    kept.put_routines(Routines(RoutinesReply([pocket(routine, now=MONDAY)]), MONDAY))
    told = page(MONDAY + 10 * MINUTE)
    assert "0346-886300" in told and "öppet till" in told
    assert "stängt nu, öppnar" in page(MONDAY + timedelta(hours=6))
    kept.put_routines(Routines(RoutinesReply([{"routine": {"of": "a newer server"}}]), MONDAY))
    assert "Läget i systemen" in page(MONDAY)


def test_what_was_seen_a_while_ago_says_nothing_now(kept: Kept) -> None:
    for minute in (0, 1):
        look(kept, MONDAY + minute * MINUTE)
    assert "svarar inte" not in page(MONDAY + timedelta(hours=1))


def test_a_station_that_the_server_does_not_know_says_so(kept: Kept) -> None:
    kept.put_last_word(word(MONDAY, known=False))
    assert "Servern känner inte igen den här stationen" in page(MONDAY)


def test_before_the_first_word_the_page_says_what_it_does_not_know(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path
    told = page(MONDAY)
    assert "Servern har inte svarat ännu." in told and "Ingen har angett vad som ska provas." in told


def test_what_is_too_old_to_be_of_use_does_not_fill_the_disk(kept: Kept) -> None:
    for hour in range(0, 40, 2):
        look(kept, MONDAY + timedelta(hours=hour))
    assert len(kept.seen().rounds) == len(kept.seen().waiting) == 6


def test_half_a_file_on_the_disk_is_none(kept: Kept) -> None:
    for name in ("seen.json", "last-word.json", "probes.toml"):
        (kept.folder / name).write_text('{"rounds": [', encoding="utf-8")
    assert kept.seen().rounds == [] and kept.last_word() is None and kept.plan() is None


@pytest.mark.parametrize("address", [NOBODY, "http://", "gopher://x", "http://[::1", "http://example.invalid/\x00"])
def test_a_server_that_cannot_be_reached_stops_nothing(kept: Kept, address: str) -> None:
    with time_machine.travel(MONDAY, tick=False):
        assert Watch(kept, Exchange(address, "key")).round() == 20.0
    assert len(kept.seen().waiting) == 1


def test_planned_work_is_told_by_the_clock_of_the_station(kept: Kept) -> None:
    work = WorkNow(UUID(int=1), MONDAY + timedelta(hours=50), MONDAY + timedelta(hours=51), "Servern byts")
    kept.put_last_word(
        LastWord(StatusReply(MONDAY, [SystemNow("exorlive", "ExorLive", {}, [], [work])], []), MONDAY, True)
    )
    assert "Servern byts" not in page(MONDAY)
    assert "I morgon 11:00–12:00" in page(MONDAY + timedelta(days=1))
    assert "Servern byts" not in page(MONDAY + timedelta(hours=52))
