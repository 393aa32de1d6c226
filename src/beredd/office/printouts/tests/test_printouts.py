"""A programme printed elsewhere: taken in for a patient, shown, replaced, prescribed; and what cannot be taken in."""

from datetime import date
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beredd.care import queries
from beredd.care.factories import patient
from beredd.care.tests.files import pdf
from beredd.office.tests.seats import seat
from beredd.paper.tests.looking import text
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_nine() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return patient(place)


def send(client: Client, url: str, file: bytes, **more: str) -> str:
    """The page that comes in the end."""
    upload = SimpleUploadedFile("C:\\fakepath\\../program.exe", file, "text/html")  # neither is believed
    fields = {"name": "Benträning hemma", "source": "ExorLive", "dated": "2026-11-16", **more, "file": upload}
    return client.post(url, fields, follow=True).content.decode()


def taken_in(place: Town, greta: UUID) -> UUID:
    send(seat(place.alva), f"/patient/{greta}/printout", pdf("Knäböj", "Tåhävning"))
    (row,) = queries.patient_programmes(place.access(place.alva), greta)
    return row.id


def test_it_is_taken_in_and_shown_page_by_page(place: Town, greta: UUID) -> None:
    alva = seat(place.alva)
    page = send(alva, f"/patient/{greta}/printout", pdf("Knäböj", "Tåhävning"))
    assert "Benträning hemma" in page and "2 sidor" in page
    assert "Utskrivet från ExorLive, 16 nov 2026" in page
    (row,) = queries.patient_programmes(place.access(place.alva), greta)
    assert row.document and row.document.dated == date(2026, 11, 16)
    picture = alva.get(f"/programmes/page/{row.document.pages[0]}")
    assert (picture["Content-Type"], picture.content[8:12]) == ("image/webp", b"WEBP")
    assert picture["Cache-Control"] == "no-store"


def test_it_is_previewed_as_on_paper(place: Town, greta: UUID) -> None:
    programme = taken_in(place, greta)
    made = seat(place.alva).get(f"/programmes/{programme}/version/1/paper.pdf")
    assert (made.status_code, len(text(made.content))) == (200, 2)
    assert "Kopia av en utskrift från ExorLive den 16 nov 2026" in text(made.content)[0]


def test_a_newer_printout_becomes_a_new_version(place: Town, greta: UUID) -> None:
    programme = taken_in(place, greta)
    alva = seat(place.alva)
    page = alva.get(f"/programmes/{programme}/").content.decode()
    assert f"/patient/{greta}/printout/{programme}" in page and "new-version" not in page
    page = send(alva, f"/patient/{greta}/printout/{programme}", pdf("Balans"), name="")
    assert "Version 2" in page and "1 sida" in page


def test_it_can_be_prescribed(place: Town, greta: UUID) -> None:
    programme = taken_in(place, greta)
    page = seat(place.alva).get(f"/patient/{greta}/prescribe?programme={programme}").content.decode()
    assert f'<option value="{programme}" selected' in page
    assert "2 sidor" in page


@pytest.mark.parametrize(
    ("file", "more", "said"),
    [
        (b"PK a Word document", {}, "Det här är ingen PDF."),
        (b"%PDF-1.7\n" + b"0" * 22 * 1024 * 1024, {}, "PDF-filen är större än 10 MB."),
        (b"", {}, "tom"),
        (pdf("Ben"), {"dated": "2026-11-24"}, "Dagen har inte kommit än."),
        (pdf("Ben"), {"source": ""}, "Printed from"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_kept(
    place: Town, greta: UUID, file: bytes, more: dict[str, str], said: str
) -> None:
    client = seat(place.alva)
    page = send(client, f"/patient/{greta}/printout", file, **more)
    assert "error-summary" in page
    assert said in page or said == "Printed from"
    assert queries.patient_programmes(place.access(place.alva), greta) == []


def test_only_who_prescribes_for_the_patient_may(place: Town, greta: UUID) -> None:
    programme = taken_in(place, greta)
    row = queries.programme(place.access(place.alva), programme)
    assert row and row.document
    url, picture = f"/patient/{greta}/printout", f"/programmes/page/{row.document.pages[0]}"
    bo, cilla = seat(place.bo), seat(place.cilla)
    assert (bo.get(url).status_code, cilla.get(url).status_code, Client().get(url).status_code) == (403, 404, 302)
    assert (bo.get(picture).status_code, cilla.get(picture).status_code) == (200, 404)
    other = f"/patient/{patient(place, 'gun', identity='192803099810')}/printout/{programme}"
    assert seat(place.alva).get(other).status_code == 404
