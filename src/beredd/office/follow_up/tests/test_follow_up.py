"""A patient's follow-up: what is drawn and said, for whom, which days, and noting that it was done."""

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.test import Client

from beredd.care.actions import Item, put_exercise, put_programme
from beredd.care.factories import patient, prescription
from beredd.office.tests.seats import seat
from beredd.people import queries as people
from beredd.people.factories import MONDAY, Town, town
from beredd.signing.events import WorkedItem
from beredd.signing.factories import arrival, take

pytestmark = pytest.mark.django_db
EVENING = MONDAY + timedelta(hours=11)
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def evening() -> object:
    with time_machine.travel(EVENING, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    """Has a programme of one exercise every day: done today, thirteen of sixteen, and nothing since a week before."""
    alva, rise, programme = place.access(place.alva), uuid4(), uuid4()
    content = {"name": {"sv": "Resa sig", "en": "Rising"}}
    put_exercise(id=rise, key="rise", name="Resa sig", content=content, by=alva, at=MONDAY)
    put_programme(id=programme, key="legs", name="Ben", items=[Item(rise, sets=2, repetitions=8)], by=alva, at=MONDAY)
    greta = patient(place)
    plan = prescription(place, greta, "10:00", programme=programme, starts_on=TODAY - timedelta(days=6))
    take(
        arrival(
            patient=greta,
            prescription=plan,
            performer=place.bo,
            outcome="partly",
            reason="unwell",
            note="Trött i dag.",
            worked=(WorkedItem(1, rise, sets=2, repetitions=13, variant="easier"),),
            pain=2,
            effort=7,
        ),
        at=EVENING,
    )
    return greta


def text(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(address).content.decode()))


def test_it_says_what_was_done_of_what_was_expected(place: Town, greta: UUID) -> None:
    page = text(seat(place.alva), f"/patient/{greta}/follow-up/")
    for said in (
        "0 av 7 gånger utförda, 1 delvis",
        "Delvis utförd 1",
        "Saknas 6",
        "1 patienten mådde inte bra",
        "13 av 16 repetitioner",
        "1 gång i den lättare varianten",
        "”Trött i dag.”",
        "Resa sig",
    ):
        assert said in page, said


def test_the_drawing_is_told_in_words_and_tables(place: Town, greta: UUID) -> None:
    page = seat(place.alva).get(f"/patient/{greta}/follow-up/").content.decode()
    assert 'role="img" aria-label="0 av 7 gånger utförda, 1 delvis"' in page
    assert "<title>23 nov 2026: Delvis utförd 1</title>" in page
    assert "<title>23 nov 2026: Ansträngning 7</title>" in page
    times = page[page.index('data-testid="times"') :]
    assert re.search(r"<td>13 av 16</td><td[^>]*>7</td><td[^>]*>2</td>", times)


def test_it_is_there_in_english_with_points_in_the_drawing(place: Town, greta: UUID) -> None:
    client = seat(place.alva)
    client.cookies["django_language"] = "en"
    page = client.get(f"/patient/{greta}/follow-up/").content.decode()
    assert "13 of 16 repetitions" in page
    assert "Rising" in page
    assert not re.search(r' (?:x|y|width|height)="[\d]+,', page)


def test_weeks_or_days_of_ones_own_are_chosen(place: Town, greta: UUID) -> None:
    alva = seat(place.alva)
    assert "1 sep 2026 till 23 nov 2026" in text(alva, f"/patient/{greta}/follow-up/?weeks=12")
    assert "0 av 1 gång utförd" in text(alva, f"/patient/{greta}/follow-up/?since=2026-11-23&until=2026-11-23")
    before = text(alva, f"/patient/{greta}/follow-up/?since=2026-01-01&until=2026-01-31")
    assert "Inget var planerat eller signerat" in before


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2026-11-23", "2026-11-01", "Sista dagen ligger före"),
        ("2020-01-01", "2026-11-01", "Välj högst 400 dagar"),
        ("nonsense", "", "Skriv dagen som år-månad-dag"),
    ],
)
def test_days_that_cannot_be_are_refused_and_the_last_weeks_shown(
    place: Town, greta: UUID, since: str, until: str, said: str
) -> None:
    answer = seat(place.alva).get(f"/patient/{greta}/follow-up/?since={since}&until={until}")
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "13 av 16" in answer.content.decode()


def test_cilla_finds_nothing_and_her_try_is_logged(place: Town, greta: UUID) -> None:
    assert seat(place.cilla).get(f"/patient/{greta}/follow-up/").status_code == 404
    seat(place.bo).get(f"/patient/{greta}/follow-up/")
    log = people.patient_accesses(place.access(place.mas), patient=greta)
    assert {(row.by, row.action) for row in log} == {(place.cilla, "refused"), (place.bo, "seen")}


def test_the_prescriber_notes_that_it_was_followed_up(place: Town, greta: UUID) -> None:
    alva = seat(place.alva)
    given = {"since": "2026-10-27", "until": "2026-11-23", "note": "Orkar mer."}
    answer = alva.post(f"/patient/{greta}/follow-up/note", given, follow=True)
    assert "Uppföljningen är noterad." in answer.content.decode()
    assert "Orkar mer." in text(seat(place.bo), f"/patient/{greta}/follow-up/")


def test_who_does_not_prescribe_reads_and_does_not_note(place: Town, greta: UUID) -> None:
    bo = seat(place.bo)
    assert "note-follow-up" not in bo.get(f"/patient/{greta}/follow-up/").content.decode()
    given = {"since": "2026-10-27", "until": "2026-11-23", "note": ""}
    assert bo.post(f"/patient/{greta}/follow-up/note", given).status_code == 403


def test_a_note_that_cannot_be_is_sent_back(place: Town, greta: UUID) -> None:
    given = {"since": "2026-10-27", "until": "2026-11-23", "note": "x" * 4001}
    assert seat(place.alva).post(f"/patient/{greta}/follow-up/note", given).status_code == 422


def test_the_patients_page_leads_there_and_says_how_it_felt(place: Town, greta: UUID) -> None:
    assert "Ansträngning 7, smärta 2" in text(seat(place.alva), f"/patient/{greta}/")
    assert f'href="/patient/{greta}/follow-up/"' in seat(place.alva).get(f"/patient/{greta}/").content.decode()
