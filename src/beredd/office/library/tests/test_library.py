"""The exercises in the office: searched with and without a script, read whole, and open pages for what is shipped."""

from uuid import UUID

import pytest
from django.test import Client

from beredd.care import actions
from beredd.care.factories import own_exercise, patient, prescription
from beredd.care.tests.test_own_exercises import template
from beredd.importing.library import read_library
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM
from beredd.shipped import content

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def rise() -> UUID:
    """As it is shipped."""
    (found,) = (one for one in read_library(content())[0] if one.key == "chair-rise")
    id = UUID(int=1)
    actions.put_exercise(id=id, key=found.key, name=found.name, content=found.content, by=SYSTEM, at=MONDAY)
    return id


def test_it_is_searched_by_words_and_chips(place: Town, rise: UUID) -> None:
    own = own_exercise(place)
    alva = seat(place.alva)
    whole = alva.get("/library/").content.decode()
    assert str(rise) in whole and str(own) in whole and "Rehab" in whole
    by_word = alva.get("/library/", {"words": "vattna blomkruk"}).content.decode()
    assert str(own) in by_word and str(rise) not in by_word
    by_chip = alva.get("/library/", {"function": "daily_life"}).content.decode()
    assert str(own) in by_chip and str(rise) not in by_chip
    assert 'value="daily_life" checked' in by_chip


def test_as_one_writes_only_the_results_come_and_the_address_follows(place: Town, rise: UUID) -> None:
    reply = seat(place.alva).get("/library/found", {"words": "stol"}, headers={"HX-Request": "true"})
    assert str(rise) in reply.content.decode() and "<html" not in reply.content.decode()
    assert reply["HX-Replace-Url"] == "/library/?words=stol"


def test_one_exercise_says_all_that_the_library_says(place: Town, rise: UUID) -> None:
    page = seat(place.bo).get(f"/library/{rise}/").content.decode()
    (found,) = (one.content for one in read_library(content())[0] if one.key == "chair-rise")
    for field in ("name", "start", "watch", "easier", "harder"):
        assert found[field]["sv"] in page, field
    for field in ("how", "ask_first"):
        assert all(line in page for line in found[field]["sv"]), field
    assert f"/exercise/{rise}/picture/0" in page and f"/library/{rise}/motion.svg" in page
    film = seat(place.bo).get(f"/library/{rise}/motion.svg")
    assert (film.status_code, film["Content-Type"]) == (200, "image/svg+xml")


def test_what_a_unit_made_is_seen_in_the_unit_and_where_it_is_carried_out(place: Town) -> None:
    own = own_exercise(place)
    bo, cilla = seat(place.bo), seat(place.cilla)
    assert str(own) not in bo.get("/library/").content.decode()
    assert bo.get(f"/library/{own}/").status_code == 404
    prescription(place, patient(place), programme=template(place, own))
    assert bo.get(f"/library/{own}/").status_code == 200
    assert [cilla.get(f"/library/{own}/").status_code, cilla.get(f"/library/{own}/motion.svg").status_code] == [404] * 2


def test_the_library_is_for_who_is_signed_in_and_the_shipped_exercises_for_everybody(place: Town) -> None:
    anybody = Client()
    assert anybody.get("/library/")["Location"].startswith("/sign-in")
    sheet = anybody.get("/exercises/").content.decode()
    assert "/exercises/chair-rise/" in sheet
    page = anybody.get("/exercises/chair-rise/")
    assert page.status_code == 200 and "/exercises/chair-rise/motion.svg" in page.content.decode()
    assert "/library/" not in page.content.decode()
    assert anybody.get("/exercises/no-such/").status_code == 404
