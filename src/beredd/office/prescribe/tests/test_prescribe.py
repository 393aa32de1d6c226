"""Prescribing in three steps: what is wrong stands beside its field, nothing is lost, and the week is shown before."""

import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from beredd.care import actions, queries
from beredd.care import factories as care
from beredd.ids import entity_id
from beredd.office.prescribe.forms import clock_times
from beredd.office.tests.seats import seat
from beredd.people import actions as people
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db
WRITTEN: dict[str, Any] = {
    "intervention": "Uppresningsträning",
    "programme": "",
    "instruction": "Stå nära.",
    "form": "clock",
    "weekdays": ["1", "3", "5"],
    "times": "10, 14.30",
    "before_minutes": "30",
    "after_minutes": "",
    "starts_on": "2026-11-23",
    "ends_on": "",
    "basis": "delegation",
    "task": "Träningsprogram",
    "if_not_performed": "contact",
    "contact_within_days": "2",
    "contact_whom": "fysioterapeuten",
}


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    return care.patient(place)


@pytest.fixture
def alva(place: Town) -> Client:
    return seat(place.alva)


def send(client: Client, patient: UUID, step: str, **changed: Any) -> tuple[int, str]:
    response = client.post(f"/patient/{patient}/prescribe", {**WRITTEN, **changed, "step": step})
    return response.status_code, response.content.decode()


@time_machine.travel(MONDAY, tick=False)
def test_the_check_page_says_everything_back_with_the_week_as_it_will_be(alva: Client, greta: UUID) -> None:
    status, page = send(alva, greta, "check")
    assert status == 200
    for said in (
        "mån, ons, fre kl. 10:00 och 14:30",
        "får göras från 30 minuter före till 60 minuter efter",
        "från 23 nov 2026 och tills vidare",
        "Kontakta fysioterapeuten inom 2 dagar",
    ):
        assert said in page
    week = re.findall(r"<li><b>(.*?)</b><span[^>]*>(.*?)</span>", page)
    assert week == [
        ("mån 23 nov", "10:00 och 14:30"),
        ("ons 25 nov", "10:00 och 14:30"),
        ("fre 27 nov", "10:00 och 14:30"),
    ]


@time_machine.travel(MONDAY, tick=False)
def test_what_was_checked_is_what_is_saved(alva: Client, greta: UUID, place: Town) -> None:
    _status, page = send(alva, greta, "check")
    carried: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', page):
        carried.setdefault(name, []).append(value)
    carried.pop("next", None)
    response = alva.post(f"/patient/{greta}/prescribe", {**carried, "step": "save"})
    assert (response.status_code, response["Location"]) == (302, f"/patient/{greta}/")
    (row,) = queries.prescriptions(place.access(place.alva), greta)
    content = row.versions[0].content
    assert (content.intervention, content.task, content.contact_within_days) == (
        "Uppresningsträning",
        "Träningsprogram",
        2,
    )
    assert row.versions[0].prescribed_by == place.alva


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"intervention": ""}, "intervention", "Fyll i: Insats."),
        ({"weekdays": []}, "weekdays", "Välj minst en veckodag."),
        ({"times": ""}, "times", "Ange minst ett klockslag"),
        ({"times": "vid tio"}, "times", "Ett klockslag skrivs med fyra siffror"),
        ({"times": "25:00"}, "times", "Ett klockslag skrivs med fyra siffror"),
        ({"before_minutes": "9999"}, "before_minutes", "mellan 0 och 720"),
        ({"every_other": "on"}, "anchor", "varannan vecka"),
        ({"form": "part_of_day"}, "parts", "Välj minst en"),
        ({"form": "times_per_week", "times_per_week": "9"}, "times_per_week", "mellan 1 och 7"),
        ({"form": ""}, "form", "Välj: Hur ofta."),
        ({"starts_on": "i morgon"}, "starts_on", "Skriv dagen som år-månad-dag"),
        ({"ends_on": "2026-11-01"}, "ends_on", "Sista dagen ligger före första dagen."),
        ({"basis": ""}, "basis", "Välj: Grund."),
        ({"contact_whom": ""}, "contact_whom", "Skriv vem som ska kontaktas"),
    ],
)
@time_machine.travel(MONDAY, tick=False)
def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    alva: Client, greta: UUID, place: Town, changed: dict[str, Any], field: str, said: str
) -> None:
    status, page = send(alva, greta, "check", **changed)
    assert status == 422
    assert re.search(rf'id="id_{field}_error">[^<]*{said}', page), field
    assert re.search(rf'<a class="ds-link" href="#id_{field}(_0)?">', page)
    assert "Stå nära." in page
    assert queries.prescriptions(place.access(place.alva), greta) == []


@time_machine.travel(MONDAY, tick=False)
def test_a_delegation_without_a_task_cannot_be_saved_either(alva: Client, greta: UUID, place: Town) -> None:
    assert send(alva, greta, "save", task="")[0] == 422
    assert queries.prescriptions(place.access(place.alva), greta) == []


@time_machine.travel(MONDAY, tick=False)
def test_a_missing_delegation_warns_and_stops_nobody(alva: Client, greta: UUID, place: Town) -> None:
    assert "Ingen i Hemtjänst Norr har giltig delegering" in send(alva, greta, "check")[1]
    people.give_delegation(
        performer=place.bo,
        task="Träningsprogram",
        unit=place.north,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        by=place.access(place.alva),
        at=MONDAY,
    )
    assert "1 person i Hemtjänst Norr har giltig delegering" in send(alva, greta, "check")[1]


@time_machine.travel(MONDAY, tick=False)
def test_choosing_a_form_without_a_script_shows_its_fields_and_judges_nothing(alva: Client, greta: UUID) -> None:
    status, page = send(alva, greta, "form", form="times_per_week", intervention="")
    assert status == 200
    assert 'name="times_per_week"' in page
    assert "Fyll i" not in page


def test_choosing_a_form_with_a_script_changes_only_its_fields(alva: Client) -> None:
    page = alva.post("/prescribe/schedule-fields", {"form": "clock", "times": "08:00", "weekdays": ["2"]})
    assert 'value="08:00"' in page.content.decode()
    assert "checked" in page.content.decode()
    assert "<html" not in page.content.decode()


@time_machine.travel(MONDAY, tick=False)
def test_going_back_to_change_something_loses_nothing(alva: Client, greta: UUID) -> None:
    status, page = send(alva, greta, "back")
    assert status == 200
    assert 'value="10, 14.30"' in page


@time_machine.travel(MONDAY, tick=False)
def test_a_change_is_a_new_version_and_is_marked_as_one(alva: Client, greta: UUID, place: Town) -> None:
    prescription = care.prescription(place, greta, "10:00")
    address = f"/patient/{greta}/prescription/{prescription}/change"
    assert 'value="Gångträning"' in alva.get(address).content.decode()
    changed = {**WRITTEN, "effective_at": "2026-11-23T12:00", "step": "save"}
    assert alva.post(address, changed).status_code == 302
    page = alva.get(f"/patient/{greta}/prescription/{prescription}/versions").content.decode()
    assert page.count('class="changed"') >= 4
    assert "Version 2" in page


@time_machine.travel(MONDAY, tick=False)
def test_a_change_too_far_back_is_refused_beside_its_time(alva: Client, greta: UUID, place: Town) -> None:
    prescription = care.prescription(place, greta, "10:00")
    changed = {**WRITTEN, "effective_at": "2026-10-01T12:00", "step": "save"}
    response = alva.post(f"/patient/{greta}/prescription/{prescription}/change", changed)
    assert response.status_code == 422
    assert 'id="id_effective_at_error"' in response.content.decode()


@time_machine.travel(MONDAY, tick=False)
def test_ending_says_so_and_a_bad_day_is_explained(alva: Client, greta: UUID, place: Town) -> None:
    prescription = care.prescription(place, greta, "10:00")
    address = f"/patient/{greta}/prescription/{prescription}/end"
    assert alva.post(address, {"ends_on": "snart"}).status_code == 422
    assert alva.post(address, {"ends_on": "2026-11-30"}).status_code == 302
    (row,) = queries.prescriptions(place.access(place.alva), greta)
    assert row.versions[-1].content.ends_on == date(2026, 11, 30)


@time_machine.travel(MONDAY, tick=False)
def test_bo_prescribes_nothing_even_when_he_writes_the_address(place: Town, greta: UUID) -> None:
    assert send(seat(place.bo), greta, "save")[0] == 403
    assert send(seat(place.cilla), greta, "save")[0] == 404
    assert queries.prescriptions(place.access(place.alva), greta) == []


@time_machine.travel(MONDAY, tick=False)
def test_a_prescription_of_another_patient_is_not_there(alva: Client, greta: UUID, place: Town) -> None:
    other = care.patient(place, "sture", identity="192201059803")
    prescription = care.prescription(place, other)
    assert alva.get(f"/patient/{greta}/prescription/{prescription}/change").status_code == 404


def test_a_programme_is_shown_with_its_exercises_and_pictures(alva: Client) -> None:
    exercise, programme = entity_id("exercise", "e"), entity_id("programme", "p")
    content = {"name": {"sv": "Knäböj", "en": "Squat"}, "pictures": [{"svg": "<svg/>", "alt": {"sv": "En person"}}]}
    actions.put_exercise(id=exercise, key="e", name="Knäböj", content=content, by=SYSTEM, at=MONDAY)
    item = actions.Item(exercise, sets=3, repetitions=10, side="left")
    actions.put_programme(id=programme, key="p", name="Ben", items=[item], by=SYSTEM, at=MONDAY)
    page = alva.get(f"/prescribe/programme?programme={programme}").content.decode()
    assert "3 omgångar × 10 gånger, vänster sida" in page
    assert 'alt="En person"' in page
    picture = alva.get(f"/exercise/{exercise}/picture/0")
    assert (picture["Content-Type"], picture.content) == ("image/svg+xml", b"<svg/>")
    assert alva.get(f"/exercise/{exercise}/picture/7").status_code == 404
    assert alva.get("/prescribe/programme?programme=nonsense").content == b""


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("8, 14.30 och 20:00", ["08:00", "14:30", "20:00"]),
        ("kl. 9", ["kl.", "09:00"]),
        ("0830;1200", ["08:30", "12:00"]),
        ("", []),
    ],
)
def test_clock_times_are_read_as_people_write_them(text: str, times: list[str]) -> None:
    assert clock_times(text) == times
