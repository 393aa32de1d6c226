"""The review queue: why, what it means, and a decision that is explained when it cannot be taken."""

from datetime import timedelta
from uuid import UUID

import pytest
import time_machine

from beredd.care import factories as care
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town
from beredd.signing import factories as signing
from beredd.signing import queries

pytestmark = pytest.mark.django_db
NOON = MONDAY + timedelta(hours=3)


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def held(place: Town) -> int:
    """Bo has signed for something that nobody planned."""
    greta = care.patient(place)
    prescription = care.prescription(place, greta, "10:00")
    signing.take(
        signing.arrival(
            patient=greta, prescription=prescription, performer=place.bo, slot="2026-11-23T11:00", note="Extra"
        )
    )
    (row,) = queries.review_queue(place.access(place.alva))
    return row.item


@time_machine.travel(NOON, tick=False)
def test_an_item_says_why_in_plain_words_and_the_menu_counts_it(place: Town, held: int) -> None:
    page = seat(place.alva).get("/review/").content.decode()
    assert "Inget var planerat" in page
    assert "Den räknas så länge." in page
    assert "Extra" in page
    assert '<span class="count" aria-hidden="true">1</span>' in page


@time_machine.travel(NOON, tick=False)
def test_accepting_empties_the_queue(place: Town, held: int) -> None:
    page = seat(place.alva).post(f"/review/{held}/decide", {"verdict": "accepted", "note": ""}, follow=True)
    assert "Signaturen gäller." in page.content.decode()
    assert "Inget att granska" in page.content.decode()


@time_machine.travel(NOON, tick=False)
def test_a_rejection_says_why(place: Town, held: int) -> None:
    client = seat(place.alva)
    bad = client.post(f"/review/{held}/decide", {"verdict": "rejected", "note": " "})
    assert bad.status_code == 422
    assert f'id="note-{held}-error"' in bad.content.decode()
    assert client.post(f"/review/{held}/decide", {"verdict": "rejected", "note": "Fel patient"}).status_code == 302


@time_machine.travel(NOON, tick=False)
def test_a_note_that_is_too_long_is_not_cut_off_in_silence(place: Town, held: int) -> None:
    bad = seat(place.alva).post(f"/review/{held}/decide", {"verdict": "rejected", "note": "Ringde. " * 60})
    assert bad.status_code == 422
    assert "högst 300 tecken" in bad.content.decode()
    assert len(queries.review_queue(place.access(place.alva))) == 1


@time_machine.travel(NOON, tick=False)
def test_a_second_decision_says_that_somebody_was_faster(place: Town, held: int) -> None:
    client = seat(place.alva)
    client.post(f"/review/{held}/decide", {"verdict": "accepted", "note": ""})
    page = client.post(f"/review/{held}/decide", {"verdict": "accepted", "note": ""}, follow=True).content.decode()
    assert "Någon har redan" in page


@time_machine.travel(NOON, tick=False)
def test_a_verdict_that_is_none_changes_nothing(place: Town, held: int) -> None:
    page = seat(place.alva).post(f"/review/{held}/decide", {"verdict": "perhaps", "note": "x"})
    assert page.status_code == 422
    assert "Välj om signaturen ska gälla." in page.content.decode()


@time_machine.travel(NOON, tick=False)
def test_bo_and_cilla_decide_nothing(place: Town, held: int) -> None:
    for who in (place.bo, place.cilla):
        assert seat(who).post(f"/review/{held}/decide", {"verdict": "accepted"}).status_code == 403
    assert len(queries.review_queue(place.access(place.alva))) == 1


@time_machine.travel(NOON, tick=False)
def test_one_unit_at_a_time(place: Town, held: int) -> None:
    client = seat(place.alva)
    assert "Greta Holm" in client.get(f"/review/?unit={place.north}").content.decode()
    assert "Greta Holm" in client.get(f"/review/?unit={UUID(int=1)}").content.decode()  # no unit of ours: all
