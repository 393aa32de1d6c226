"""Every page about patients: Alva opens it, Bo where his role allows, Cilla is turned away and it is written down."""

import pytest
import time_machine

from beredd.care import factories as care
from beredd.office.tests.seats import seat
from beredd.people import queries
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def pages(place: Town) -> dict[str, str]:
    patient = care.patient(place)
    prescription = care.prescription(place, patient)
    return {
        "patient": f"/patient/{patient}/",
        "prescribe": f"/patient/{patient}/prescribe",
        "change": f"/patient/{patient}/prescription/{prescription}/change",
        "end": f"/patient/{patient}/prescription/{prescription}/end",
        "versions": f"/patient/{patient}/prescription/{prescription}/versions",
    }


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("alva", {"patient": 200, "prescribe": 200, "change": 200, "end": 200, "versions": 200}),
        ("bo", {"patient": 200, "prescribe": 403, "change": 403, "end": 403, "versions": 200}),
        ("cilla", {"patient": 404, "prescribe": 404, "change": 404, "end": 404, "versions": 404}),
        ("mas", {"patient": 200, "prescribe": 403, "change": 403, "end": 403, "versions": 200}),
    ],
)
@time_machine.travel(MONDAY, tick=False)
def test_who_may_open_what_of_a_patient(place: Town, pages: dict[str, str], who: str, seen: dict[str, int]) -> None:
    client = seat(getattr(place, who))
    assert {name: client.get(address).status_code for name, address in pages.items()} == seen


@time_machine.travel(MONDAY, tick=False)
def test_opening_a_patient_and_being_turned_away_are_both_logged(place: Town, pages: dict[str, str]) -> None:
    seat(place.bo).get(pages["patient"])
    page = seat(place.cilla).get(pages["patient"])
    assert "Greta" not in page.content.decode()
    log = queries.patient_accesses(place.access(place.mas))
    assert [(row.by_name, row.action, row.channel) for row in log] == [
        ("Cilla Sand", "refused", "office"),
        ("Bo Lind", "seen", "office"),
    ]


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("/", {"alva": 200, "bo": 200, "cilla": 200, "manager": 200, "mas": 200}),
        ("/patients", {"alva": 200, "bo": 200, "cilla": 200, "manager": 200, "mas": 200}),
        ("/review/", {"alva": 200, "bo": 403, "cilla": 403, "manager": 200, "mas": 200}),
        ("/coverage/", {"alva": 200, "bo": 403, "cilla": 403, "manager": 200, "mas": 200}),
    ],
)
@time_machine.travel(MONDAY, tick=False)
def test_who_may_open_the_work_of_a_unit(place: Town, address: str, seen: dict[str, int]) -> None:
    assert {who: seat(getattr(place, who)).get(address).status_code for who in seen} == seen


@time_machine.travel(MONDAY, tick=False)
def test_cilla_finds_none_of_the_other_units_patients(place: Town, pages: dict[str, str]) -> None:
    assert "Greta Holm" in seat(place.bo).get("/patients?search=greta").content.decode()
    assert "Greta Holm" not in seat(place.cilla).get("/patients?search=greta").content.decode()
    assert "Greta Holm" not in seat(place.cilla).get(f"/?unit={place.north}").content.decode()


@pytest.mark.parametrize("address", ["/", "/patients", "/review/", "/coverage/", "/today/board"])
def test_nobody_sees_a_page_without_signing_in(client: "object", address: str) -> None:
    from django.test import Client

    assert Client().get(address).status_code == 302


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in() -> None:
    from django.test import Client

    response = Client().get("/today/board", headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Redirect"]) == (204, "/sign-in")


@time_machine.travel(MONDAY, tick=False)
def test_pages_about_patients_are_kept_by_no_shared_computer(place: Town, pages: dict[str, str]) -> None:
    assert seat(place.alva).get(pages["patient"])["Cache-Control"] == "no-store"
