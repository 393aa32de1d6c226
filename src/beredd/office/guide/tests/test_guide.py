"""The guide: open to everybody, one question at a time, and always somebody to reach; by the clock of the routine."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client

from beredd.ledger import queries as ledger
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM
from beredd.routine import actions
from beredd.routine.factories import Shelf, shelf

pytestmark = pytest.mark.django_db
WHOLE = Path(__file__).parents[5] / "content" / "routines" / "exorlive.yaml"
TEN, TWO = datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 23, 13, tzinfo=UTC)
ALL_SAINTS = datetime(2026, 10, 31, 9, tzinfo=UTC)
PHONES = "/rutin/?routine=exorlive&role=performer&situation=phones-down"


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def kept(place: Town) -> Shelf:
    return shelf()


def page(address: str, at: datetime = TEN) -> str:
    with time_machine.travel(at, tick=False):
        return Client().get(address).content.decode()


def choices(html: str) -> list[str]:
    return [link.replace("&amp;", "&") for link in re.findall(r'<li><a href="([^"]+)" data-testid="choice-', html)]


def test_it_asks_who_then_what_then_the_rest_and_needs_no_script(kept: Shelf) -> None:
    first = page("/rutin/")
    assert "Vem är du?" in first
    second = page("/rutin/" + choices(first)[0])
    assert "Vad har hänt?" in second and "Mobilerna fungerar inte" in second
    third = page("/rutin/" + choices(second)[1])
    assert "Är det bara en enhet som krånglar?" in third
    assert "Signera när mobilen fungerar igen." in third  # holds whatever the answer
    last = page("/rutin/" + choices(third)[1])
    assert "Ring den legitimerade." in last and 'href="tel:0346886300"' in last
    assert choices(last) == []


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (TEN, ["öppet till 12:00", "tel:0346886300"]),
        (TWO, ["stängt nu, öppnar tis 24 nov kl. 08:00", "Vänd dig hit i stället:", "tel:0346886000"]),
    ],
)
def test_whom_to_reach_follows_the_clock(kept: Shelf, at: datetime, said: list[str]) -> None:
    html = page(f"{PHONES}&one-device=no", at)
    assert all(words in html for words in said)


def test_on_a_holiday_the_unit_is_closed_and_the_guide_says_when_it_opens(place: Town) -> None:
    actions.put_shipped(text=WHOLE.read_text("utf-8"), name=WHOLE.name, by=SYSTEM, at=ALL_SAINTS)
    address = "/rutin/?routine=exorlive&role=performer&situation=phones-down-long"
    assert "öppet till 12:00" in page(address, TEN)
    assert "stängt nu, öppnar mån 2 nov kl. 08:00" in page(address, ALL_SAINTS)


def test_every_situation_says_at_once_what_to_do_and_whom_one_reaches(place: Town) -> None:
    actions.put_shipped(text=WHOLE.read_text("utf-8"), name=WHOLE.name, by=SYSTEM, at=ALL_SAINTS)
    for role in ("performer", "licensed", "manager"):
        situations = choices(page(f"/rutin/?routine=exorlive&role={role}"))
        assert situations
        for one in situations:
            html = page("/rutin/" + one)
            assert 'data-testid="step"' in html and "tel:" in html, one


def test_one_device_is_not_what_the_routine_is_for_and_it_says_what_is(kept: Shelf) -> None:
    html = page(f"{PHONES}&one-device=yes")
    assert "Bara en enhet krånglar" in html
    assert "Använd en annan enhet." in html
    assert "Ring den legitimerade." not in html


def test_an_old_or_odd_address_asks_again(kept: Shelf) -> None:
    odd = "/rutin/?routine=exorlive&role=emperor&situation=phones-down&<b>=x&kept=<script>"
    html = page(odd)
    assert "Vem är du?" in html
    assert "<script>" not in html.replace('<script src="', "")
    assert "Vad har hänt?" in page("/rutin/?routine=exorlive&role=performer&situation=gone")


def test_an_answer_can_be_taken_back(kept: Shelf) -> None:
    html = page(f"{PHONES}&one-device=no")
    assert 'href="?routine=exorlive&amp;role=performer&amp;situation=phones-down"' in html
    assert 'href="?routine=exorlive&amp;role=performer"' in html


def test_the_answers_are_kept_when_asked_for_and_say_nothing_of_anybody(kept: Shelf) -> None:
    before = ledger.head().position
    with time_machine.travel(TEN, tick=False):
        client = Client()
        client.get(f"{PHONES}&one-device=no")
        assert ledger.head().position == before
        html = client.post(f"{PHONES}&one-device=no", follow=True).content.decode()
        client.post(f"{PHONES}&one-device=no")
    (event,) = ledger.events_since(before)
    assert event.body.count("phones-down") == 1
    code = event.subject_id.hex[:6].upper()
    assert f"Uppge koden {code}" in html


def test_who_has_signed_in_is_named(place: Town, kept: Shelf) -> None:
    before = ledger.head().position
    with time_machine.travel(TEN, tick=False):
        seat(place.bo).post(f"{PHONES}&one-device=no")
    (event,) = ledger.events_since(before)
    assert event.by == str(place.bo)


def test_nothing_in_force_is_said_and_several_are_chosen_among(place: Town) -> None:
    assert "Ingen rutin gäller." in page("/rutin/")
    first = shelf()
    other = WHOLE.read_text("utf-8").replace("id: exorlive", "id: whole", 1)
    actions.put_shipped(text=other, name="whole.yaml", by=SYSTEM, at=MONDAY)
    assert "Vad gäller det?" in page("/rutin/")
    assert "Vem är du?" in page("/rutin/?routine=whole")
    first.withdraw(by=place.access(place.mas))
    assert "Vem är du?" in page("/rutin/")


def test_it_is_found_from_the_sign_in_page() -> None:
    assert 'href="/rutin/"' in page("/sign-in")
