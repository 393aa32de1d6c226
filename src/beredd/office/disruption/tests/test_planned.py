"""Planned work in the office: all see it, those who answer for all write it in, each step can be undone."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from beredd.care.factories import patient, prescription
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
NOW = MONDAY + timedelta(hours=1)
HERE = "/disruptions/planned"
WORK = {  # in the evening of the day after
    "system": "exorlive",
    "starts_at": "2026-11-24T22:00",
    "ends_at": "2026-11-24T23:00",
    "what": "Ny version av ExorLive",
    "source": "https://exorlive.example/news",
}


@pytest.fixture(autouse=True)
def at_ten() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    return town()


def said(client: Client, address: str = HERE, **fields: str) -> str:
    response = client.post(address, fields, follow=True) if fields else client.get(address)
    return response.content.decode()


def address(page: str, ending: str) -> str:
    """Of the first form that leads there."""
    return next(found for part in page.split('action="') if (found := part.split('"')[0]).endswith(ending))


def test_all_may_look_and_only_those_who_answer_for_all_may_write(place: Town) -> None:
    for who in (place.bo, place.cilla, place.manager):
        page = said(seat(who))
        assert "Inget arbete är planerat" in page and 'data-testid="plan"' not in page
        assert seat(who).post(f"{HERE}/add", WORK).status_code == 403
    assert 'data-testid="plan"' in said(seat(place.mas))
    assert Client().get(HERE).status_code == 302


def test_it_is_written_in_withdrawn_and_planned_again(place: Town) -> None:
    maria = seat(place.mas)
    page = said(maria, f"{HERE}/add", **WORK)
    for word in ("i morgon 22:00–23:00", "Ny version av ExorLive", "Maria Stål", "0 planerade tillfällen"):
        assert word in page
    assert 'data-testid="busy"' not in page
    withdraw = address(page, "/withdraw")
    page = said(maria, withdraw, sure="yes")
    assert "Arbetet är återkallat" in page and "Inget arbete är planerat" in page
    again = address(page, "/again")
    assert "inget sådant arbete kvar" in said(maria, withdraw, sure="yes")
    page = said(maria, again, sure="yes")
    assert page.count('data-testid="work"') == 1
    assert "finns redan i kalendern" in said(maria, again, sure="yes")


def test_what_does_not_hold_is_said_beside_the_field_and_what_was_written_stays(place: Town) -> None:
    answer = seat(place.mas).post(f"{HERE}/add", {**WORK, "ends_at": "2026-11-24T21:00"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "kan inte vara klart innan det börjar" in page and "Ny version av ExorLive</textarea>" in page


def test_a_time_with_much_care_is_warned_of_in_numbers_only(place: Town) -> None:
    greta = patient(place)
    for hour in range(8, 14):
        prescription(place, greta, f"{hour:02}:00")
    page = said(
        seat(place.mas), f"{HERE}/add", **{**WORK, "starts_at": "2026-11-24T08:00", "ends_at": "2026-11-24T14:00"}
    )
    assert "Då är mycket planerat: 6 planerade tillfällen." in page
    assert 'data-testid="busy"' in page and "Greta" not in page


def test_what_goes_on_is_marked_and_what_is_over_stands_apart(place: Town) -> None:
    maria = seat(place.mas)
    said(maria, f"{HERE}/add", **WORK)
    with time_machine.travel(NOW + timedelta(hours=36, minutes=30), tick=False):
        page = said(seat(place.bo))
        assert "Pågår nu" in page and "i dag 22:00–23:00" in page
    with time_machine.travel(NOW + timedelta(days=3), tick=False):
        page = said(seat(place.bo))
        assert 'data-testid="over"' in page and 'data-testid="work"' not in page


ICS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART;TZID=Europe/Stockholm:20261126T220000
DURATION:PT2H
SUMMARY:Servicefönster
RRULE:FREQ=MONTHLY;COUNT=2
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Utan tid
END:VEVENT
END:VCALENDAR
""".encode()
HIDDEN = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


def previewed(client: Client, file: bytes = ICS) -> str:
    upload = SimpleUploadedFile("exorlive.ics", file)
    return client.post(f"{HERE}/file", {"system": "exorlive", "file": upload}).content.decode()


def kept(page: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in HIDDEN.findall(page)}


def test_a_calendar_file_is_shown_before_anything_is_kept(place: Town) -> None:
    maria = seat(place.mas)
    page = previewed(maria)
    for word in ("tors 26 nov 22:00–24:00", "Servicefönster", "1 arbete i filen gick inte att förstå"):
        assert word in page
    assert page.count('data-testid="announced"') == 2
    assert 'data-testid="work"' not in said(maria)
    page = said(maria, f"{HERE}/file/keep", **kept(page), chosen="1")
    assert "1 arbete skrevs in" in page and "lör 26 dec 22:00–24:00" in page and "exorlive.ics" in page
    again = previewed(maria)
    assert again.count("finns redan") == 1
    assert "0 arbeten skrevs in" in said(maria, f"{HERE}/file/keep", **kept(again), chosen="1")


def test_what_is_no_calendar_is_said_and_nothing_chosen_is_nothing_kept(place: Town) -> None:
    maria = seat(place.mas)
    assert "Filen är ingen kalender" in previewed(maria, b"%PDF-1.7")
    assert "Inget kommande arbete står i den" in previewed(maria, b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    page = said(maria, f"{HERE}/file/keep", **kept(previewed(maria)))
    assert "Inget var valt" in page
    assert "Inget var valt" in said(maria, f"{HERE}/file/keep", **kept(previewed(maria)), chosen="700")
    assert seat(place.manager).get(f"{HERE}/file").status_code == 403
    assert seat(place.manager).post(f"{HERE}/file/keep", {**kept(previewed(maria)), "chosen": "0"}).status_code == 403
