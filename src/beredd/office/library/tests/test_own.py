"""A unit's own exercise from the office: written, pictured, changed, taken out of use; and who may."""

from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beredd.care import queries
from beredd.care.factories import own_exercise, put_photo
from beredd.care.queries import Wanted, search_exercises
from beredd.care.tests.files import CAMERA, photo, picture
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
FIELDS: dict[str, Any] = {
    "name": "Häll vatten",
    "start": "Sitt vid bordet.",
    "how": "Fatta kannan.\nHäll sakta.\n",
    "watch": "Håll armbågen på bordet.",
    "position": "sitting",
    "function": "daily_life",
    "region": "hands",
    "needs": ["table", "cup"],
    "sets": "1",
    "repetitions": "5",
}
PHOTO: dict[str, Any] = {"alt": "Kannan lutas.", "person": "no"}


@pytest.fixture(autouse=True)
def at_nine() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


def write(place: Town, **more: Any) -> str:
    fields = {**FIELDS, "unit": str(place.rehab), **more}
    return seat(place.alva).post("/library/new", fields, follow=True).content.decode()


def send(client: Client, own: UUID, file: bytes, **more: str) -> str:
    upload = SimpleUploadedFile("../../hemma-hos-greta.svg", file, "image/svg+xml")  # neither is believed
    return client.post(f"/library/{own}/photo", {**PHOTO, **more, "file": upload}, follow=True).content.decode()


def test_it_is_written_with_the_fields_of_the_library(place: Town) -> None:
    page = write(place, name_en="Pour water", seconds="")
    assert "Häll vatten" in page and "Gjord av Rehab" in page
    (row,) = search_exercises(place.access(place.alva), "hälla vatten", Wanted(), limit=5)
    assert row.content["how"] == {"sv": ["Fatta kannan.", "Häll sakta."]}
    assert row.content["name"] == {"sv": "Häll vatten", "en": "Pour water"}
    assert row.content["default_dose"] == {"sets": 1, "repetitions": 5, "seconds": None}
    assert row.needs == ("table", "cup")


def test_what_is_missing_is_said_beside_the_field_and_what_was_written_stays(place: Town) -> None:
    page = write(place, how=" \n ", repetitions="")
    assert "error-summary" in page and "Håll armbågen på bordet." in page
    page = write(place, repetitions="")
    assert "Skriv hur många gånger" in page
    assert search_exercises(place.access(place.alva), "", Wanted(), limit=5) == []


def test_a_change_fills_the_form_and_becomes_a_new_state(place: Town) -> None:
    own, alva = own_exercise(place), seat(place.alva)
    form = alva.get(f"/library/{own}/change").content.decode()
    assert "Fatta kannan.\nHäll sakta." in form
    page = alva.post(f"/library/{own}/change", {**FIELDS, "name": "Vattna"}, follow=True).content.decode()
    assert "Lydelse 2" in page and "Vattna" in page


def test_a_picture_is_added_without_place_or_camera(place: Town) -> None:
    own, alva = own_exercise(place), seat(place.alva)
    page = send(alva, own, photo(picture()))
    assert f"/exercise/{own}/picture/0" in page and "Kannan lutas." in page and "Ingen går att känna igen." in page
    image = alva.get(f"/exercise/{own}/picture/0")
    assert (image["Content-Type"], image["Cache-Control"]) == ("image/jpeg", "no-store")
    assert b"Exif" not in image.content and CAMERA.encode() not in image.content
    assert seat(place.cilla).get(f"/exercise/{own}/picture/0").status_code == 404


@pytest.mark.parametrize(
    ("file", "more", "said"),
    [
        (b"<svg onload='alert(1)'/>", {}, "Teckningar i SVG tas inte emot"),
        (b"\0\0\0\x18ftypheic", {}, "HEIC"),
        (b"\xff\xd8" + b"0" * 22 * 1024 * 1024, {}, "Bilden är större än 20 MB."),
        (photo(picture(300, 300)), {"alt": ""}, "Vad bilden visar"),
        (photo(picture(300, 300)), {"person": "yes"}, "Skriv vilken dag personen samtyckte."),
        (photo(picture(300, 300)), {"person": "yes", "consent_on": "2026-11-20"}, "Skriv vem som har samtyckt"),
        (photo(picture(300, 300)), {"person": ""}, "Går någon att känna igen?"),
    ],
)
def test_a_picture_that_cannot_be_taken_is_refused_beside_the_field(
    place: Town, file: bytes, more: dict[str, str], said: str
) -> None:
    own = own_exercise(place)
    page = send(seat(place.alva), own, file, **more)
    assert "error-summary" in page and said in page
    assert queries.photos(place.access(place.alva), own) == []


def test_consent_is_noted_and_a_picture_taken_back_is_gone(place: Town) -> None:
    own, alva = own_exercise(place), seat(place.alva)
    more = {"person": "yes", "consent_by": "Greta Holm", "consent_on": "2026-11-20", "consent_back": "Rehab, 0303-1"}
    page = send(alva, own, photo(picture(300, 300)), **more)
    assert "Greta Holm samtyckte 20 nov 2026. Samtycket tas tillbaka hos Rehab, 0303-1." in page
    (held,) = queries.photos(place.access(place.alva), own)
    page = alva.post(f"/library/{own}/photo/{held.id}/withdraw", follow=True).content.decode()
    assert "En bild som är borttagen" in page and f"/exercise/{own}/picture/0" not in page
    assert alva.get(f"/exercise/{own}/picture/0").status_code == 404


def test_out_of_use_it_is_not_found_until_it_is_taken_back(place: Town) -> None:
    own, alva = own_exercise(place), seat(place.alva)
    assert "Tagen ur bruk" in alva.post(f"/library/{own}/retire", follow=True).content.decode()
    assert str(own) not in alva.get("/library/").content.decode()
    assert "Tagen ur bruk" not in alva.post(f"/library/{own}/bring-back", follow=True).content.decode()
    assert str(own) in alva.get("/library/").content.decode()


@pytest.mark.parametrize("what", ["change", "photo"])
def test_only_who_prescribes_in_the_unit_writes_its_exercises(place: Town, what: str) -> None:
    own = own_exercise(place, unit=place.north)
    held = put_photo(place, own, b"x")
    alva, bo, cilla = seat(place.alva), seat(place.bo), seat(place.cilla)
    found = [one.get(f"/library/{own}/{what}").status_code for one in (alva, bo, cilla)]
    assert found == [200, 403, 404]
    assert bo.get("/library/new").status_code == 403
    assert "/library/new" not in bo.get("/library/").content.decode()
    page = bo.get(f"/library/{own}/").content.decode()
    assert f"/library/{own}/change" not in page and "withdraw" not in page
    gone = [one.post(f"/library/{own}/photo/{held}/withdraw").status_code for one in (bo, cilla)]
    assert gone == [403, 404]
    assert queries.photo(place.access(place.alva), held) == b"x"
