"""Adding people and giving new passwords: within one's own units, and never more than one holds."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from beredd.ids import entity_id
from beredd.office.tests.seats import seat
from beredd.people import queries
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
PASSWORD = "sju vänliga grävlingar"


@pytest.fixture
def place() -> Town:
    return town()


def written(place: Town, **more: Any) -> dict[str, Any]:
    return {
        "name": "Eva Lund",
        "username": "Eva.Lund",
        "title": "Undersköterska",
        "phone": "",
        "unit": str(place.north),
        "role": "performer",
        "starts_on": "2026-11-23",
        "password": PASSWORD,
        **more,
    }


@time_machine.travel(MONDAY)
def test_a_manager_adds_somebody_who_can_then_sign_in(place: Town) -> None:
    page = seat(place.manager).post("/people/add", written(place), follow=True).content.decode()
    assert "Personen arbetar nu i enheten" in page
    assert '<span class="initials">EL</span>' in page
    assert Client().post("/sign-in", {"username": "eva.lund", "password": PASSWORD}).status_code == 302


@time_machine.travel(MONDAY)
def test_a_known_user_name_gets_another_employment_and_keeps_the_name(place: Town) -> None:
    seat(place.manager).post("/people/add", written(place, username="cilla", name="Någon Annan"))
    card = queries.user_card(place.cilla)
    assert card is not None
    assert card.name == "Cilla Sand"
    assert {grant.unit for grant in place.access(place.cilla).memberships} == {place.north, place.south}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"name": ""}, "Fyll i: Namn."),
        ({"password": "kort"}, "12"),
        ({"role": "administrator"}, "Välj"),
        ({"starts_on": "x"}, "Skriv dagen som år-månad-dag"),
    ],
)
@time_machine.travel(MONDAY)
def test_what_cannot_be_is_explained_and_nobody_is_added(place: Town, more: dict[str, Any], said: str) -> None:
    response = seat(place.manager).post("/people/add", written(place, **more))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert queries.user_card(entity_id("user", "eva.lund")) is None


@time_machine.travel(MONDAY)
def test_another_units_manager_role_and_others_add_nobody(place: Town) -> None:
    assert seat(place.manager).post("/people/add", written(place, unit=str(place.south))).status_code == 422
    for who in (place.alva, place.bo, place.cilla):
        assert seat(who).post("/people/add", written(place)).status_code == 403


@time_machine.travel(MONDAY)
def test_a_new_password_only_for_ones_own_people_and_never_for_those_above(place: Town) -> None:
    client = seat(place.manager)
    assert client.post(f"/people/user/{place.bo}/password", {"password": PASSWORD}).status_code == 302
    assert client.post(f"/people/user/{place.cilla}/password", {"password": PASSWORD}).status_code == 403
    assert client.post(f"/people/user/{place.mas}/password", {"password": PASSWORD}).status_code == 403
    assert seat(place.bo).post(f"/people/user/{place.cilla}/password", {"password": PASSWORD}).status_code == 403
    assert Client().post("/sign-in", {"username": "bo", "password": PASSWORD}).status_code == 302
