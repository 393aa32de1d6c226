"""What has been told, how it fared and what to do next, for those who arrange notices; the link is for anybody."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from beredd.clock import now
from beredd.notices import queries
from beredd.notices.actions.sending import settle, take
from beredd.notices.factories import BOOK, book, told
from beredd.notices.link import link
from beredd.notices.rules.fate import Fate
from beredd.office.tests.seats import seat
from beredd.people.factories import Town, town
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(settings, "DATA", tmp_path)
    book()
    return town()


def text(client: Client, address: str) -> str:
    return str(client.get(address).content.decode())


def lose() -> None:
    row = take("sms", at=now())
    assert row
    settle(row, Fate.UNSURE, why="ReadTimeout", at=now())


@pytest.mark.parametrize(
    ("who", "status"), [("alva", 403), ("bo", 403), ("cilla", 403), ("mas", 200), ("manager", 200)]
)
def test_the_pages_are_for_those_who_arrange_notices(place: Town, who: str, status: int) -> None:
    telling = told(unit=place.north)
    client = seat(getattr(place, who))
    addresses = ("/notices/", f"/notices/{telling}/", "/notices/groups")
    assert {client.get(address).status_code for address in addresses} == {status}
    assert ("/notices/" in text(client, "/people/")) is (status == 200)
    posts = (f"/notices/{telling}/answer", "/notices/test")
    assert (403 in {client.post(address).status_code for address in posts}) is (status == 403)


def test_what_is_lost_stands_first_with_what_to_do_next(place: Town) -> None:
    telling = told(unit=place.north)
    client = seat(place.manager)
    assert 'data-testid="lost"' not in text(client, "/notices/")
    lose()
    assert 'data-testid="lost"' in text(client, "/notices/")
    shown = text(client, f"/notices/{telling}/")
    assert "Fråga mottagaren" in shown
    assert "ReadTimeout" in shown
    row = queries.telling(SYSTEM, telling)
    assert row
    for _ in range(2):  # pressed twice, sent once
        client.post(f"/notices/{telling}/again/{row.notices[0].id}")
    assert 'data-testid="again"' not in text(client, f"/notices/{telling}/")
    assert "I kö" in text(client, f"/notices/{telling}/")


def test_whoever_says_that_they_have_seen_it_is_named(place: Town) -> None:
    telling = told(unit=place.north)
    client = seat(place.manager)
    assert client.post(f"/notices/{telling}/answer").status_code == 302
    assert "Sett av Disa Alm" in text(client, f"/notices/{telling}/")
    client.post(f"/notices/{telling}/answer")
    assert "Disa Alm har redan svarat" in text(client, f"/notices/{telling}/")


def test_the_link_does_nothing_until_its_button_is_pressed(place: Town) -> None:
    telling = told(unit=place.north)
    row = queries.telling(SYSTEM, telling)
    assert row
    address = link(row.notices[0].id)
    anybody = Client()
    for _ in range(2):
        assert "Har du sett det?" in text(anybody, address)
    assert "Tack" in anybody.post(address).content.decode()
    assert "Disa Alm har redan svarat" in anybody.post(address).content.decode()
    assert anybody.post("/seen/0:x").status_code == 404
    seen = queries.telling(SYSTEM, telling)
    assert seen
    assert seen.answered_by == "Disa Alm"


def test_duty_is_handed_over_and_shown(place: Town) -> None:
    client = seat(place.manager)
    said = {
        "duty-replaced": "disa",
        "duty-taker": "noor",
        "duty-starts_at": now().strftime("%Y-%m-%dT%H:%M"),
        "duty-ends_at": (now() + timedelta(days=90)).strftime("%Y-%m-%dT%H:%M"),
    }
    page = client.post("/notices/groups/duty/hand-over", said)
    assert page.status_code == 422
    assert "högst 60 dagar" in page.content.decode()
    assert client.post("/notices/groups/none/hand-over", said).status_code == 404
    later = (now() + timedelta(hours=20)).strftime("%Y-%m-%dT%H:%M")
    assert client.post("/notices/groups/duty/hand-over", said | {"duty-ends_at": later}).status_code == 302
    assert "<strong>Noor Ali</strong>" in text(client, "/notices/groups")


def test_a_test_goes_by_every_way(place: Town) -> None:
    client = seat(place.manager)
    page = client.post("/notices/test", {"recipient": "disa"}, follow=True).content.decode()
    assert page.count('data-testid="notice"') == 2
    assert "Välj en mottagare" in client.post("/notices/test", {"recipient": "x"}, follow=True).content.decode()


def test_a_file_that_cannot_be_read_is_named(place: Town) -> None:
    book(BOOK.replace('hears = ["incident_long"]', 'hears = ["rain"]'))
    assert "no template is called rain" in text(seat(place.manager), "/notices/groups")
