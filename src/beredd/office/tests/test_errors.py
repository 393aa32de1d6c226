"""What goes wrong is said in plain Swedish with a next step."""

import pytest
from django.template.loader import render_to_string
from django.test import Client


def test_a_page_that_is_not_there_says_where_to_go(client: Client) -> None:
    response = client.get("/no/such/page")
    assert response.status_code == 404
    assert "Sidan finns inte" in response.content.decode()
    assert 'href="/"' in response.content.decode()


def test_a_form_that_is_too_old_says_that_nothing_was_saved() -> None:
    response = Client(enforce_csrf_checks=True).post("/sign-in", {"username": "alva"})
    assert response.status_code == 403
    assert "Formuläret var för gammalt" in response.content.decode()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("500.html", "Något gick fel hos oss"),
        ("400.html", "gick inte att läsa"),
        ("403.html", "Du får inte göra detta"),
    ],
)
def test_the_other_pages_can_be_drawn_without_anything_to_go_by(template: str, said: str) -> None:
    assert said in render_to_string(template)
