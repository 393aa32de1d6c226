"""The open report: anybody, three of them a suspicion, one alone sent to another device; bounded, and without names."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from beredd.disruption import queries
from beredd.disruption.actions.open_report import MOST_FROM_ONE
from beredd.disruption.factories import incident
from beredd.disruption.models import Report
from beredd.disruption.rules.incident import Move, State
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.routine.factories import shelf

pytestmark = pytest.mark.django_db
ADDRESS = "/lage/anmal/"


@pytest.fixture(autouse=True)
def at_nine() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    place = town()
    shelf()
    return place


def sent(place_of: UUID, client: Client | None = None, *, address: str = "10.0.0.1", **more: Any) -> HttpResponse:
    form = {"id": uuid4(), "what": "system:exorlive", "unit": place_of, "other": "no", **more}
    answer: HttpResponse = (client or Client()).post(ADDRESS, form, REMOTE_ADDR=address)  # type: ignore[assignment]
    return answer


def test_without_signing_in_it_is_kept_and_says_nothing_of_who_or_whence(place: Town) -> None:
    page = sent(place.north).content.decode()
    row = Report.objects.get()
    assert (row.user, row.unit, row.kind, row.system, row.other_device_works) == (
        None,
        place.north,
        "system",
        "exorlive",
        False,
    )
    assert "10.0.0.1" not in row.device
    for words in ("Det är anmält", "ExorLive, Hemtjänst Norr", "Ingen annan har anmält", "Använd en annan enhet."):
        assert words in page


def test_signed_in_it_is_ones_own_and_ones_unit_comes_first(place: Town) -> None:
    cilla = seat(place.cilla)
    form = cilla.get(ADDRESS).content.decode()
    assert form.index("Hemtjänst Söder") < form.index("Hemtjänst Norr")
    sent(place.south, cilla)
    assert Report.objects.get().user == place.cilla


def test_three_computers_that_say_the_same_are_a_suspicion(place: Town) -> None:
    for number in range(3):
        page = sent(place.north, address=f"10.0.0.{number}").content.decode()
    assert "Undersöks" in page and 'data-testid="known"' in page
    (row,) = queries.incidents(place.access(place.mas), open_only=True)
    assert (row.system, row.state) == ("exorlive", State.SUSPECTED)
    assert "Använd en annan enhet." not in page


def test_one_computer_however_often_is_no_disruption(place: Town) -> None:
    client = Client()
    for _ in range(4):
        page = sent(place.north, client).content.decode()
    assert "Ingen annan har anmält" in page
    assert queries.incidents(place.access(place.mas), open_only=False) == []


def test_what_is_sent_twice_is_had_once(place: Town) -> None:
    again = uuid4()
    sent(place.north, id=again)
    sent(place.north, id=again)
    assert Report.objects.count() == 1


def test_from_one_address_no_more_than_people_make(place: Town) -> None:
    for _ in range(MOST_FROM_ONE):
        assert sent(place.north).status_code == 200
    refused = sent(place.north)
    assert refused.status_code == 422
    assert "Många anmälningar har kommit härifrån" in refused.content.decode()
    assert sent(place.north, address="10.0.0.2").status_code == 200
    with time_machine.travel(MONDAY + timedelta(minutes=11), tick=False):
        assert sent(place.north).status_code == 200


def test_without_the_token_of_the_form_nothing_is_taken(place: Town) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert sent(place.north, strict).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize("wrong", [{"what": "solitaire"}, {"unit": str(uuid4())}, {"unit": ""}, {"id": "x"}])
def test_what_cannot_be_is_asked_for_again(place: Town, wrong: dict[str, Any]) -> None:
    assert sent(place.north, **wrong).status_code == 422
    assert not Report.objects.exists()


def test_neither_staff_nor_patients_are_on_the_open_pages(place: Town) -> None:
    incident(place, Move.CONFIRM)
    pages = Client().get(ADDRESS).content.decode() + sent(place.north).content.decode()
    pages += Client().get("/lage/").content.decode()
    assert not any(name in pages for name in ("Alva", "Bo Lind", "Cilla", "Disa", "Maria"))


def test_it_can_be_read_in_english(place: Town) -> None:
    client = Client()
    client.post("/language", {"language": "en", "next": "/"})
    assert "It does not work" in client.get(ADDRESS).content.decode()
