"""Agreeing that paper comes by itself at each shift's end."""

import pytest

from beredd.office.tests.seats import seat
from beredd.paper.models import ShiftPrint
from beredd.people.factories import Town, town

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


def test_agreed_on_it_stands_in_the_list_and_can_be_ended(place: Town) -> None:
    manager = seat(place.manager)
    assert "Inget är bestämt än" in manager.get("/paper/shifts/").content.decode()
    form = {"unit": str(place.north), "times": "07:00, 15.30", "to": ""}
    text = manager.post("/paper/shifts/", form, follow=True).content.decode()
    assert "07:00, 15:30" in text and "Hemtjänst Norr" in text
    manager.post(f"/paper/shifts/{place.north}/end")
    assert not ShiftPrint.objects.exists()


def test_times_that_are_none_come_back_with_a_sentence(place: Town) -> None:
    answer = seat(place.manager).post("/paper/shifts/", {"unit": str(place.north), "times": "morgon", "to": ""})
    assert answer.status_code == 422
    assert "Skriv ett till 6 klockslag" in answer.content.decode()


@pytest.mark.parametrize("who", ["bo", "cilla"])
def test_it_is_for_those_who_arrange_paper(place: Town, who: str) -> None:
    client = seat(getattr(place, who))
    assert client.get("/paper/shifts/").status_code == 403
    assert client.post(f"/paper/shifts/{place.north}/end").status_code == 403


def test_not_for_another_unit(place: Town) -> None:
    form = {"unit": str(place.south), "times": "07:00", "to": ""}
    assert seat(place.manager).post("/paper/shifts/", form).status_code == 422
    assert not ShiftPrint.objects.exists()
