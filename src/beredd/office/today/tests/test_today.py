"""The unit's day: the balance in words, late first, and a part that renews itself without moving the page."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from beredd.care import factories as care
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.signing import factories as signing

pytestmark = pytest.mark.django_db
NOON = MONDAY + timedelta(hours=3)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return care.patient(place)


def text(html: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.decode()))


@time_machine.travel(NOON, tick=False)
def test_a_signature_shows_when_it_was_performed_and_when_it_was_received(place: Town, greta: UUID) -> None:
    prescription = care.prescription(place, greta, "10:00")
    signing.take(signing.arrival(patient=greta, prescription=prescription, performer=place.bo))
    page = seat(place.alva).get(f"/?unit={place.north}").content.decode()
    assert re.search(r'data-testid="performed-at">10:00<', page)
    assert re.search(r'data-testid="received-at">12:00<', page)
    assert 'title="Bo Lind">BL<' in page
    assert "Dagen stämmer: alla 1 tillfällen är redovisade." in page


@time_machine.travel(NOON, tick=False)
def test_patients_with_something_late_come_first(place: Town, greta: UUID) -> None:
    care.prescription(place, greta, "16:00")
    sture = care.patient(place, "sture", identity="192201059803")
    care.prescription(place, sture, "10:00")
    page = text(seat(place.alva).get(f"/?unit={place.north}").content)
    assert page.index("Sture Holm") < page.index("Greta Holm")
    assert "1 tillfälle behöver någon." in page


@time_machine.travel(NOON, tick=False)
def test_a_total_shows_only_its_own_lines(place: Town, greta: UUID) -> None:
    care.prescription(place, greta, "10:00", "16:00")
    page = text(seat(place.alva).get(f"/?unit={place.north}&show=late").content)
    assert "Visar bara: försenad." in page
    assert "10:00 Gångträning" in page
    assert "16:00 Gångträning" not in page


@time_machine.travel(NOON, tick=False)
def test_an_unknown_state_in_the_address_shows_all(place: Town, greta: UUID) -> None:
    care.prescription(place, greta, "10:00")
    assert "Gångträning" in text(seat(place.alva).get(f"/?unit={place.north}&show=nonsense&day=nonsense").content)


@time_machine.travel(NOON, tick=False)
def test_the_part_that_renews_itself_is_silent_until_something_changes(place: Town, greta: UUID) -> None:
    prescription = care.prescription(place, greta, "10:00")
    client = seat(place.alva)
    page = client.get(f"/?unit={place.north}").content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    address = f"/today/board?unit={place.north}&day=2026-11-23&seen={seen[1]}"
    same = client.get(address, headers={"HX-Request": "true"})
    assert same.status_code == 204
    assert "asof" in same["HX-Trigger"]
    signing.take(signing.arrival(patient=greta, prescription=prescription, performer=place.bo))
    renewed = client.get(address, headers={"HX-Request": "true"})
    assert renewed.status_code == 200
    assert "Utförd" in renewed.content.decode()
    assert "<html" not in renewed.content.decode()


@time_machine.travel(NOON, tick=False)
def test_an_empty_day_says_so(place: Town) -> None:
    assert "Inget är planerat den här dagen" in text(seat(place.alva).get(f"/?unit={place.north}").content)


def test_who_works_nowhere_today_is_told_what_to_do(place: Town) -> None:
    with time_machine.travel("2025-06-01T10:00:00Z", tick=False):
        page = text(seat(place.bo).get("/").content)
    assert "Du har ingen enhet i dag" in page
    assert "Be din chef" in page
