"""Printing that takes a while: looked at first, followed, cancelled, fetched; one's own only."""

from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client
from django.urls import reverse

from beredd.care.factories import patient, prescription
from beredd.clock import now
from beredd.office.paper import printing
from beredd.office.tests.seats import seat
from beredd.paper.actions.work import pump
from beredd.paper.models import PrintJob
from beredd.paper.rules.job import State
from beredd.people.factories import Town, town

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    place = town()
    prescription(place, patient(place))
    return place


@pytest.fixture
def bo(place: Town) -> Client:
    return seat(place.bo)


def asked(place: Town, **more: str) -> dict[str, str]:
    return {"unit": str(place.north), "first": "2026-11-23", "form": "month", "everybody": "on", **more}


@pytest.fixture
def queued(place: Town, bo: Client, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """What would be too much to wait for."""
    monkeypatch.setattr(printing, "AT_ONCE", 0)
    answer = bo.post("/paper/", asked(place))
    (job,) = PrintJob.objects.all()
    assert (answer.status_code, answer["Location"]) == (302, reverse("office:print-job", args=[job.id]))
    return job.id


def page_of(bo: Client, job: UUID) -> str:
    return str(bo.get(f"/paper/jobs/{job}/").content.decode())


def test_who_gets_paper_and_why_is_seen_first(place: Town, bo: Client) -> None:
    patient(place, "gun", identity="192803099810", name="Gun Holm")
    text = bo.post("/paper/", asked(place, look="")).content.decode()
    assert "1 patient får papper" in text and "ångt avbrott" in text
    assert "1 patient får inget papper" in text and "Gun Holm" in text
    assert "en tid som inte är känd än" in text
    assert not PrintJob.objects.exists()


def test_a_large_pack_is_followed_and_fetched(bo: Client, queued: UUID) -> None:
    assert "Väntar på sin tur" in page_of(bo, queued)
    assert 'hx-trigger="every 1s"' in page_of(bo, queued)
    pump(now)
    text = page_of(bo, queued)
    assert "Kan hämtas" in text and "hx-trigger" not in text
    answer = bo.get(f"/paper/jobs/{queued}/file")
    assert answer.content.startswith(b"%PDF")
    assert answer["Cache-Control"] == "no-store"


def test_it_is_cancelled_and_counts_out_nothing(bo: Client, queued: UUID) -> None:
    bo.post(f"/paper/jobs/{queued}/cancel")
    assert "Avbruten" in page_of(bo, queued)
    assert not pump(now)


def test_too_late_to_cancel_is_said(bo: Client, queued: UUID) -> None:
    pump(now)
    assert "för sent att avbryta" in bo.post(f"/paper/jobs/{queued}/cancel", follow=True).content.decode()


def test_what_failed_says_why_and_can_be_tried_again(bo: Client, queued: UUID) -> None:
    PrintJob.objects.update(state=State.FAILED, why="printer", over_at=now())
    assert "Skrivaren tar inte emot." in page_of(bo, queued)
    bo.post(f"/paper/jobs/{queued}/again")
    assert "Väntar på sin tur" in page_of(bo, queued)


def test_a_file_that_is_gone_is_told_of(bo: Client, queued: UUID) -> None:
    PrintJob.objects.update(state=State.DONE)
    assert "Skriv ut på nytt" in bo.get(f"/paper/jobs/{queued}/file", follow=True).content.decode()


@pytest.mark.parametrize("address", ["", "file"])
def test_anothers_printing_is_not_there(place: Town, queued: UUID, address: str) -> None:
    assert seat(place.alva).get(f"/paper/jobs/{queued}/{address}").status_code == 404
    assert seat(place.alva).post(f"/paper/jobs/{queued}/cancel").status_code == 404


def test_it_goes_to_the_folder_where_there_is_one(
    place: Town, bo: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 'name="to"' not in bo.get("/paper/").content.decode()
    monkeypatch.setenv("BEREDD_PRINT_FOLDER", str(tmp_path))
    assert "Utskriftsmappen" in bo.get("/paper/").content.decode()
    bo.post("/paper/", asked(place, to="folder"))
    while pump(now):
        pass
    (job,) = PrintJob.objects.all()
    assert [path.name for path in tmp_path.iterdir()] == [f"beredd-{job.id}.pdf"]
    assert "Lämnad till utskrift" in page_of(bo, job.id)


@pytest.mark.parametrize("kind", ["workplace", "routine", "safety_box"])
def test_without_a_routine_in_force_it_is_said(bo: Client, kind: str) -> None:
    answer = bo.post("/paper/other", {"kind": kind})
    assert answer.status_code == 422
    assert "Den rutinen gäller inte. Välj en annan." in answer.content.decode()


def test_blank_forms_are_one_press_away(bo: Client) -> None:
    assert bo.post("/paper/other", {"kind": "blank"}).content.startswith(b"%PDF")
    assert bo.post("/paper/other", {"kind": "nonsense"}).status_code == 302


def test_one_patients_paper_for_those_who_see_the_patient(place: Town, bo: Client) -> None:
    greta = patient(place, "gun", identity="192803099810")
    prescription(place, greta)
    address = f"/paper/patient/{greta}/"
    assert address in bo.get(reverse("office:patient", args=[greta])).content.decode()
    answer = bo.post(address, {"first": "2026-11-23", "form": "rolling"})
    assert answer.content.startswith(b"%PDF")
    assert seat(place.cilla).get(address).status_code == 404
    assert seat(place.cilla).post(address, {"first": "2026-11-23", "form": "rolling"}).status_code == 404
