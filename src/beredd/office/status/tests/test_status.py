"""The status page: open to everybody, the same for all, without names of people."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from beredd.disruption import actions
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.people.factories import MONDAY, town

pytestmark = pytest.mark.django_db


def page(hours: int = 1) -> str:
    with time_machine.travel(MONDAY + timedelta(hours=hours), tick=False):
        answer = Client().get("/lage/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_disruptions_it_says_that_none_is_known() -> None:
    html = page()
    assert "Ingen störning är känd." in html
    assert html.count("Inget känt fel") == html.count('data-testid="system"')
    assert "ExorLive" in html


def test_it_says_since_when_for_whom_what_to_do_and_when_the_next_word_comes() -> None:
    place = town()
    id = incident(place, Move.CONFIRM, Move.DEGRADE)
    manager = place.access(place.manager)
    word = {"text": "Signera på papper.", "next_at": MONDAY + timedelta(hours=2)}
    actions.tell(incident=id, by=manager, at=MONDAY, **word)  # type: ignore[arg-type]
    html = page()
    for said in ("Långsamt eller ostadigt", "Hemtjänst Norr", "Signera på papper.", "Nästa besked 11:00", "09:00"):
        assert said in html
    assert "Disa" not in html and "Maria" not in html


def test_what_is_over_is_not_shown_and_what_concerns_all_says_so() -> None:
    place = town()
    incident(place, Move.DISMISS)
    assert "Ingen störning är känd." in page()
    maria = place.access(place.mas)
    said = {"system": "appva", "layer": "system", "units": None, "ground": "Nere"}
    actions.raise_incident(by=maria, at=MONDAY, **said)  # type: ignore[arg-type]
    assert "Undersöks" in page() and "Alla" in page()


def test_planned_work_is_told_of_from_the_day_before_and_is_no_known_fault_while_it_goes_on() -> None:
    place = town()
    work = {"system": "exorlive", "what": "Ny version", "source": "Brev"}
    when = {"starts_at": MONDAY + timedelta(hours=3), "ends_at": MONDAY + timedelta(hours=4)}
    actions.plan_maintenance(**work, **when, by=place.access(place.mas), at=MONDAY - timedelta(days=3))  # type: ignore[arg-type]
    html = page()
    for word in ("Planerat arbete", "I dag 12:00–13:00", "Ny version", "Gör så här under tiden:", "hemdoket"):
        assert word in html
    assert "Maria" not in html and "Brev" not in html and "Planerat arbete pågår" not in html
    assert "Planerat arbete pågår" in page(hours=3) and "Planerat arbete" not in page(hours=5)
    assert "Planerat arbete" not in page(hours=-48)
