"""Anybody may see the exercises that come with Beredd; only drawings that exist are served."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_sheet_shows_every_exercise_without_signing_in() -> None:
    page = Client().get("/exercises/")
    assert page.status_code == 200
    text = page.content.decode()
    assert text.count('data-testid="exercise"') >= 60
    assert "Resa sig från stol" in text
    assert "En äldre man sitter på en stol" in text


def test_in_english_too() -> None:
    assert "Rising from a chair" in Client(headers={"accept-language": "en"}).get("/exercises/").content.decode()


def test_the_drawings_are_served_and_nothing_else() -> None:
    drawing = Client().get("/exercises/chair-rise/1.svg")
    assert drawing["Content-Type"] == "image/svg+xml"
    assert drawing.content.startswith(b"<svg")
    assert b"<animate" in Client().get("/exercises/chair-rise/motion.svg").content
    for address in ("chair-rise/0.svg", "chair-rise/9.svg", "nothing/1.svg", "nothing/motion.svg"):
        assert Client().get(f"/exercises/{address}").status_code == 404
    assert Client().post("/exercises/").status_code == 405
