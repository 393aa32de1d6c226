"""The patient's page: what it shows, what it hides, pauses, and corrections that leave the old readable."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from beredd.care import factories as care
from beredd.care import queries
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.care.rules.prescription import Basis
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.signing import factories as signing
from beredd.signing import queries as signed

pytestmark = pytest.mark.django_db
NOON = MONDAY + timedelta(hours=3)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return care.patient(place)


@pytest.fixture
def alva(place: Town) -> Client:
    return seat(place.alva)


def text(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(address).content.decode()))


@time_machine.travel(NOON, tick=False)
def test_the_page_says_what_is_prescribed_and_what_if_not(alva: Client, place: Town, greta: UUID) -> None:
    care.prescription(
        place,
        greta,
        "10:00",
        basis=Basis.DELEGATION,
        task="Träningsprogram",
        if_not_performed=NotPerformedRule.CONTACT,
        contact_within_days=0,
        contact_whom="Alva",
    )
    page = text(alva, f"/patient/{greta}/")
    for said in (
        "19280309-9802",
        "alla dagar kl. 10:00",
        "delegering för Träningsprogram",
        "Kontakta Alva samma dag",
        "Ingen i enheten har giltig delegering för Träningsprogram.",
        "Storgatan 1",
    ):
        assert said in page


@time_machine.travel(NOON, tick=False)
def test_a_protected_identity_shows_no_address_anywhere(alva: Client, place: Town) -> None:
    hidden = care.patient(place, "elsa", identity="192201059803", protection="protected_registration")
    for address in (f"/patient/{hidden}/", "/patients", f"/patient/{hidden}/prescribe"):
        assert "Storgatan" not in text(alva, address)
    assert "Skyddade personuppgifter" in text(alva, f"/patient/{hidden}/")


@time_machine.travel(NOON, tick=False)
def test_search_finds_by_name_and_by_identity(alva: Client, greta: UUID) -> None:
    assert "Greta Holm" in text(alva, "/patients?search=holm")
    assert "Greta Holm" in text(alva, "/patients?search=19280309-98")
    assert "Ingen patient hittades" in text(alva, "/patients?search=nobody")


@time_machine.travel(NOON, tick=False)
def test_more_than_a_page_of_patients_are_all_reached(alva: Client, place: Town) -> None:
    for number in range(60):
        care.patient(place, f"p{number:02}", identity=f"99{number:010}")
    first, second = (alva.get(f"/patients?page={number}").content.decode() for number in (1, 2))
    assert "1–50 av 60 patienter" in first
    assert "51–60 av 60 patienter" in second
    assert 'data-testid="next-page"' in first and 'data-testid="next-page"' not in second
    assert first.count('<th scope="row">') + second.count('<th scope="row">') == 60


def test_a_pause_begins_and_ends(alva: Client, place: Town, greta: UUID) -> None:
    written = {"reason": "hospital", "starts_at": "2026-11-23T08:00", "ends_at": ""}
    page = alva.post(f"/patient/{greta}/pause", written, follow=True).content.decode()
    assert "Pausen är sparad." in page
    assert 'data-testid="paused"' in page
    (pause,) = queries.pauses(place.access(place.alva), greta)
    page = alva.post(f"/patient/{greta}/pause/{pause.id}/end", follow=True).content.decode()
    assert "Pausen är avslutad." in page
    assert 'data-testid="paused"' not in page


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"reason": ""}, "Välj: Varför."),
        ({"starts_at": "nyss"}, "Skriv dag och tid som"),
        ({"ends_at": "2026-11-22T08:00"}, "Pausen slutar innan den börjar."),
    ],
)
@time_machine.travel(NOON, tick=False)
def test_a_pause_that_cannot_be_is_explained(
    alva: Client, place: Town, greta: UUID, changed: dict[str, str], said: str
) -> None:
    written = {"reason": "away", "starts_at": "2026-11-23T08:00", "ends_at": "", **changed}
    response = alva.post(f"/patient/{greta}/pause", written)
    assert response.status_code == 422
    assert response.content.decode().count(said) == 2
    assert queries.pauses(place.access(place.alva), greta) == []


@time_machine.travel(NOON, tick=False)
def test_bo_and_cilla_pause_nobody(place: Town, greta: UUID) -> None:
    written = {"reason": "away", "starts_at": "2026-11-23T08:00"}
    assert seat(place.bo).post(f"/patient/{greta}/pause", written).status_code == 403
    assert seat(place.cilla).post(f"/patient/{greta}/pause", written).status_code == 404


@time_machine.travel(NOON, tick=False)
def test_history_tells_three_times_who_and_through_what(alva: Client, place: Town, greta: UUID) -> None:
    prescription = care.prescription(place, greta, "10:00")
    signing.take(signing.arrival(patient=greta, prescription=prescription, performer=place.bo, note="Gick bra"))
    page = text(alva, f"/patient/{greta}/")
    assert "Gick bra" in page
    assert re.search(r"BL Bo Lind 10:00 12:00 telefon", page)


@time_machine.travel(NOON, tick=False)
def test_a_correction_leaves_the_old_readable(place: Town, greta: UUID) -> None:
    bo = seat(place.bo)
    prescription = care.prescription(place, greta, "10:00")
    signing.take(signing.arrival(patient=greta, prescription=prescription, performer=place.bo))
    (old,) = signed.patient_history(place.access(place.bo), greta, since=MONDAY)
    address = f"/patient/{greta}/signature/{old.id}/correct"
    assert bo.get(address).status_code == 200
    bad = bo.post(address, {"outcome": "not_performed", "reason": "", "performed_at": "2026-11-23T10:00"})
    assert bad.status_code == 422
    assert "Välj varför den inte utfördes." in bad.content.decode() or 'id="id_reason_error"' in bad.content.decode()
    written = {"outcome": "not_performed", "reason": "declined", "performed_at": "2026-11-23T10:00", "note": ""}
    page = bo.post(address, written, follow=True).content.decode()
    assert "Rättelsen är sparad." in page
    assert "Rättad senare" in page
    assert "patienten avböjde" in page


@time_machine.travel(NOON, tick=False)
def test_cilla_corrects_nothing(place: Town, greta: UUID) -> None:
    prescription = care.prescription(place, greta, "10:00")
    signing.take(signing.arrival(patient=greta, prescription=prescription, performer=place.bo))
    (old,) = signed.patient_history(place.access(place.bo), greta, since=MONDAY)
    assert seat(place.cilla).get(f"/patient/{greta}/signature/{old.id}/correct").status_code == 404
