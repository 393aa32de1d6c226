"""The coverage board: an empty cell is a miss, and every decision is shown with who took it."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from beredd.care import factories as care
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(hours=1)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    patient = care.patient(place)
    care.prescription(place, patient, "10:00", "14:30")
    return patient


def asked(place: Town, **more: object) -> dict[str, object]:
    return {"unit": str(place.north), "day": "2026-11-23", **more}


@time_machine.travel(NOW, tick=False)
def test_an_empty_cell_is_a_miss(place: Town, greta: UUID) -> None:
    page = seat(place.manager).get("/coverage/").content.decode()
    assert "1 patient saknar utförare." in page
    assert '<tr class="miss"' in page
    assert "10:00, 14:30" in page


@time_machine.travel(NOW, tick=False)
def test_a_choice_in_the_row_comes_back_as_the_row_and_the_verdict(place: Town, greta: UUID) -> None:
    response = seat(place.manager).post(f"/coverage/{greta}", asked(place, **{f"performer-{greta}": str(place.bo)}))
    page = response.content.decode()
    assert "<html" not in page
    assert "Alla patienter är bemannade." in page
    assert 'hx-swap-oob="true"' in page
    assert "Disa Alm, 10:00" in page


@time_machine.travel(NOW)
def test_many_at_once_and_then_undone_by_a_new_decision(place: Town, greta: UUID) -> None:
    client = seat(place.manager)
    sent = asked(place, patients=[str(greta)], decision="assign", performer=str(place.bo))
    page = client.post("/coverage/many", sent, follow=True).content.decode()
    assert "Beslut sparat för 1 patient." in page
    sent = asked(place, patients=[str(greta)], decision="skip", reason="Dottern tränar med henne")
    page = client.post("/coverage/many", sent, follow=True).content.decode()
    assert "Dottern tränar med henne" in page
    assert "Alla patienter är bemannade." in page


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"patients": [], "decision": "assign"}, "Välj minst en patient först."),
        ({"decision": "assign", "performer": ""}, "Välj vem som tar dem."),
        ({"decision": "skip", "reason": "  "}, "Skriv varför besöken hoppas över."),
        ({"decision": "assign", "performer": "nobody"}, "Välj vem som tar dem."),
    ],
)
@time_machine.travel(NOW, tick=False)
def test_what_is_missing_is_said_and_nothing_is_changed(
    place: Town, greta: UUID, more: dict[str, object], said: str
) -> None:
    sent = asked(place, **{"patients": [str(greta)], **more})
    page = seat(place.manager).post("/coverage/many", sent, follow=True).content.decode()
    assert said in page
    assert "1 patient saknar utförare." in page


@time_machine.travel(NOW, tick=False)
def test_tomorrow_is_a_board_of_its_own(place: Town, greta: UUID) -> None:
    client = seat(place.manager)
    client.post(f"/coverage/{greta}", asked(place, **{f"performer-{greta}": str(place.bo)}))
    assert "1 patient saknar utförare." in client.get("/coverage/?day=2026-11-24").content.decode()


@time_machine.travel(NOW, tick=False)
def test_bo_and_cilla_decide_nothing(place: Town, greta: UUID) -> None:
    for who in (place.bo, place.cilla):
        sent = asked(place, **{f"performer-{greta}": str(place.bo)})
        assert seat(who).post(f"/coverage/{greta}", sent).status_code == 403
    assert "1 patient saknar utförare." in seat(place.manager).get("/coverage/").content.decode()
