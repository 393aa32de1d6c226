"""The pages of the safety boxes: set up, printed, filled, looked through, and by whom."""

from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from beredd import clock
from beredd.paper import queries
from beredd.paper.actions import work
from beredd.paper.models import BoxInspection, SafetyBox
from beredd.paper.rules.accounting import SheetState
from beredd.paper.rules.box import USUAL
from beredd.people.factories import Town, town
from beredd.people.models import User
from beredd.routine.factories import shelf

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    place = town()
    shelf()
    return place


def signed_in(client: Client, place: Town, who: str) -> Client:
    client.force_login(User.objects.get(id=getattr(place, who)), backend="django.contrib.auth.backends.ModelBackend")
    return client


def added(client: Client, place: Town) -> UUID:
    said = {"unit": str(place.north), "name": "Lådan", "place": "Kanslistvägen 2, förrådet"}
    assert signed_in(client, place, "manager").post("/paper/boxes/", said).status_code == 302
    return SafetyBox.objects.get().id


def test_a_box_is_added_printed_and_filled(client: Client, place: Town) -> None:
    box = added(client, place)
    text = client.get("/paper/boxes/").content.decode()
    assert "Kanslistvägen 2, förrådet" in text and "Något fattas" in text and "Behöver gås igenom" in text
    answer = client.post(f"/paper/boxes/{box}/print", {"what": "all"})
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    page = client.get(f"/paper/boxes/{box}/")
    put = [one.id for one in page.context["box"].waiting]
    assert client.post(f"/paper/boxes/{box}/filled", {"put": put}).status_code == 302
    page = client.get(f"/paper/boxes/{box}/")
    assert page.context["box"].whole and not page.context["box"].waiting
    row = queries.sheet(place.access(place.bo), put[0])
    assert row is not None and (row.state, row.box) == (SheetState.PLACED, box)
    again = client.post(f"/paper/boxes/{box}/print", {"what": "lacking"}, follow=True)
    assert "Lådan innehåller allt den ska" in again.content.decode()


def test_a_box_is_printed_through_the_queue(
    client: Client, place: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = added(client, place)
    assert "Utskriftsmappen" not in client.get(f"/paper/boxes/{box}/").content.decode()
    monkeypatch.setenv("BEREDD_PRINT_FOLDER", str(tmp_path))
    assert "Utskriftsmappen" in client.get(f"/paper/boxes/{box}/").content.decode()
    answer = client.post(f"/paper/boxes/{box}/print", {"what": "all", "to": "folder"}, follow=True)
    assert "Säkerhetslåda: Lådan" in answer.content.decode()
    assert work.pump(clock.now) and work.pump(clock.now)
    assert [path.suffix for path in tmp_path.iterdir()] == [".pdf"]
    page = client.get(f"/paper/boxes/{box}/")
    assert page.context["box"].waiting
    assert client.post(f"/paper/boxes/{box}/print", {"what": "all", "to": "printer:nobody"})["Content-Type"] == (
        "application/pdf"
    )


def test_an_inspection_counts_what_lies_there(client: Client, place: Town) -> None:
    box = added(client, place)
    client.post(f"/paper/boxes/{box}/print", {"what": "all"})
    put = [one.id for one in client.get(f"/paper/boxes/{box}/").context["box"].waiting]
    client.post(f"/paper/boxes/{box}/filled", {"put": put})
    seen = {**USUAL, "programme": 0, "blank_list": 8, "note": "Två listor var blöta."}
    assert signed_in(client, place, "bo").post(f"/paper/boxes/{box}/inspected", seen).status_code == 302
    text = client.get(f"/paper/boxes/{box}/").content.decode()
    assert "Två listor var blöta." in text and "Bo Lind" in text and "Bara de 2 blad" in text
    bad = client.post(f"/paper/boxes/{box}/inspected", {**seen, "blank_list": "många"})
    assert bad.status_code == 422 and BoxInspection.objects.count() == 1


def test_what_it_should_hold_is_changed_and_the_box_taken_away(client: Client, place: Town) -> None:
    box = added(client, place)
    client.post(f"/paper/boxes/{box}/contents", {**USUAL, "report": 5})
    (row,) = queries.boxes(place.access(place.bo))
    assert row.holds == {**USUAL, "report": 5}
    client.post(f"/paper/boxes/{box}/gone")
    assert queries.boxes(place.access(place.bo)) == []
    assert client.get(f"/paper/boxes/{box}/").status_code == 404


def test_bo_sees_the_box_and_arranges_nothing(client: Client, place: Town) -> None:
    box = added(client, place)
    text = signed_in(client, place, "bo").get(f"/paper/boxes/{box}/").content.decode()
    assert "inspect-form" in text and "Lådan står inte kvar" not in text
    client.post(f"/paper/boxes/{box}/gone")
    client.post(f"/paper/boxes/{box}/contents", {**USUAL, "report": 5})
    (row,) = queries.boxes(place.access(place.bo))
    assert row.holds == USUAL


def test_a_box_without_a_name_is_sent_back(client: Client, place: Town) -> None:
    answer = signed_in(client, place, "manager").post(
        "/paper/boxes/", {"unit": str(place.north), "name": "", "place": "x"}
    )
    assert answer.status_code == 422 and not SafetyBox.objects.exists()


def test_cilla_sees_no_box_of_the_north(client: Client, place: Town) -> None:
    box = added(client, place)
    assert "Kanslistvägen" not in signed_in(client, place, "cilla").get("/paper/boxes/").content.decode()
    assert client.get(f"/paper/boxes/{box}/").status_code == 404
    assert client.post(f"/paper/boxes/{box}/print", {"what": "all"}).status_code == 404
