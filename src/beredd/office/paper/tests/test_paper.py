"""The print page: a file for those who see the unit, a sentence when there is nothing, and no page for others."""

import pytest
from django.test import Client

from beredd.care.factories import patient, prescription
from beredd.people.factories import Town, town
from beredd.people.models import AccessLog, User

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


def signed_in(client: Client, place: Town, who: str) -> Client:
    client.force_login(User.objects.get(id=getattr(place, who)), backend="django.contrib.auth.backends.ModelBackend")
    return client


def asked(place: Town, **more: str) -> dict[str, str]:
    return {"unit": str(place.north), "first": "2026-11-23", "form": "month", "everybody": "on", **more}


def test_one_press_gives_one_file_and_a_line_in_the_access_log(client: Client, place: Town) -> None:
    greta = patient(place)
    prescription(place, greta)
    answer = signed_in(client, place, "bo").post("/paper/", asked(place))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer["Content-Disposition"] == 'attachment; filename="beredd-north-2026-11-23.pdf"'
    assert answer["Cache-Control"] == "no-store"
    assert answer.content.startswith(b"%PDF")
    assert AccessLog.objects.get(action="printed").patient == greta


def test_nothing_to_print_is_said_in_a_sentence(client: Client, place: Town) -> None:
    patient(place)
    answer = signed_in(client, place, "bo").post("/paper/", asked(place))
    assert answer.status_code == 422
    assert "Det finns inget att skriva ut" in answer.content.decode()


def test_the_page_offers_only_ones_own_units(client: Client, place: Town) -> None:
    text = signed_in(client, place, "bo").get("/paper/").content.decode()
    assert "Hemtjänst Norr" in text and "Hemtjänst Söder" not in text
    assert signed_in(client, place, "bo").post("/paper/", asked(place, unit=str(place.south))).status_code == 422
    assert not AccessLog.objects.filter(action="printed").exists()


def test_who_sees_no_patients_sees_no_paper(client: Client, place: Town) -> None:
    User.objects.create(id="00000000-0000-4000-8000-000000000001", key="x", username="x", name="X")
    client.force_login(User.objects.get(key="x"), backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/paper/").status_code == 403
