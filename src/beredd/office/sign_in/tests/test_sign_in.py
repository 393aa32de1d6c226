"""Signing in says plainly what went wrong, and opens only for the right password."""

import pytest
from axes.utils import reset
from django.contrib.auth.hashers import make_password
from django.test import Client

from beredd.people import actions
from beredd.people.factories import MONDAY, Town, town
from beredd.people.rules.access import SYSTEM

pytestmark = pytest.mark.django_db
PASSWORD = "korrekt häst batteri"


@pytest.fixture
def people() -> Town:
    reset()
    people = town()
    actions.set_password(user=people.alva, encoded=make_password(PASSWORD), by=SYSTEM, at=MONDAY)
    return people


def test_the_right_password_leads_to_where_one_was_going(client: Client, people: Town) -> None:
    response = client.post("/sign-in", {"username": "ALVA", "password": PASSWORD, "next": "/people/"})
    assert (response.status_code, response["Location"]) == (302, "/people/")
    assert client.cookies["django_language"].value == "sv"


def test_another_site_is_never_where_one_was_going(client: Client, people: Town) -> None:
    response = client.post("/sign-in", {"username": "alva", "password": PASSWORD, "next": "//evil.example/"})
    assert response["Location"] == "/"


def test_a_wrong_password_says_what_to_do_and_keeps_the_name(client: Client, people: Town) -> None:
    response = client.post("/sign-in", {"username": "alva", "password": "fel"})
    assert response.status_code == 401
    assert "Användarnamnet eller lösenordet är fel." in response.content.decode()
    assert 'value="alva"' in response.content.decode()


def test_five_wrong_tries_lock_the_door_for_a_while(client: Client, people: Town) -> None:
    for _ in range(5):
        response = client.post("/sign-in", {"username": "alva", "password": "fel"})
    response = client.post("/sign-in", {"username": "alva", "password": PASSWORD})
    assert response.status_code == 429
    assert "Vänta 15 minuter" in response.content.decode()
    reset()


def test_an_empty_form_names_each_field(client: Client) -> None:
    response = client.post("/sign-in", {"username": "", "password": ""})
    assert response.status_code == 422
    for field in ("Användarnamn", "Lösenord"):
        assert response.content.decode().count(f"Fyll i: {field}.") == 2  # beside the field and in the summary


def test_who_is_not_signed_in_is_sent_to_sign_in(client: Client) -> None:
    assert client.get("/people/")["Location"] == "/sign-in?next=/people/"


def test_the_language_is_kept_for_next_time(client: Client, people: Town) -> None:
    client.post("/sign-in", {"username": "alva", "password": PASSWORD})
    client.post("/language", {"language": "en", "next": "/people/"})
    assert "Sign out" in client.get("/people/").content.decode()


def test_an_unknown_language_becomes_swedish(client: Client) -> None:
    client.post("/language", {"language": "xx"})
    assert client.cookies["django_language"].value == "sv"


def test_signing_out_closes_the_pages(client: Client, people: Town) -> None:
    client.post("/sign-in", {"username": "alva", "password": PASSWORD})
    client.post("/sign-out")
    assert client.get("/people/").status_code == 302
