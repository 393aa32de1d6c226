"""Whom a licensed professional must hear of within a day: those, in the units concerned, for those who see them."""

from datetime import timedelta

import pytest
import time_machine

from beredd.care.factories import patient, prescription
from beredd.care.rules.not_performed import NotPerformedRule
from beredd.disruption.factories import incident
from beredd.disruption.rules.incident import Move
from beredd.office.tests.seats import seat
from beredd.people.factories import MONDAY, Town, town, user
from beredd.people.models import AccessLog
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db
ASKS = {"if_not_performed": NotPerformedRule.CONTACT}


@pytest.fixture(autouse=True)
def at_nine() -> object:
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def place() -> Town:
    """Greta's says one day, Karl's three, Rut's nothing; Elsa's says one day and is in the south."""
    place = town()
    greta, karl = patient(place), patient(place, "karl", identity="193010101234")
    rut, elsa = (
        patient(place, "rut", identity="193111111234"),
        patient(place, "elsa", identity="193212121234", unit=place.south),
    )
    prescription(place, greta, "10:00", contact_within_days=1, contact_whom="Alva på Rehab", **ASKS)
    prescription(place, karl, contact_within_days=3, **ASKS)
    prescription(place, rut)
    prescription(place, elsa, contact_within_days=1, **ASKS)
    return place


def test_exactly_those_concerned_whose_prescription_says_so(place: Town) -> None:
    answer = seat(place.alva).get(f"/disruptions/{incident(place, Move.CONFIRM)}/contacts")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('data-testid="contact-row"') == 1
    assert "Greta Holm" in page and "Alva på Rehab" in page and "10:00" in page
    assert not any(name in page for name in ("Karl Holm", "Rut Holm", "Elsa Holm"))


def test_what_concerns_all_lists_all_that_one_sees(place: Town) -> None:
    id = incident(place, Move.CONFIRM, units={place.north, place.south})
    page = seat(place.mas).get(f"/disruptions/{id}/contacts").content.decode()
    assert "Greta Holm" in page and "Elsa Holm" in page
    page = seat(place.bo).get(f"/disruptions/{id}/contacts").content.decode()
    assert "Greta Holm" in page and "Elsa Holm" not in page


def test_each_name_that_is_shown_is_in_the_access_log(place: Town) -> None:
    seat(place.alva).get(f"/disruptions/{incident(place, Move.CONFIRM)}/contacts")
    (row,) = AccessLog.objects.filter(action="listed")
    assert (row.by, row.channel) == (place.alva, "office")


def test_those_who_work_elsewhere_or_see_no_patients_do_not_get_it(place: Town) -> None:
    address = f"/disruptions/{incident(place, Move.CONFIRM)}/contacts"
    ivar = user("ivar", "Ivar Ström", Role.IT_SERVICE, "rehab")
    assert seat(place.cilla).get(address).status_code == 404
    assert seat(ivar).get(address).status_code == 403
    assert "De som legitimerad ska kontaktas" not in seat(ivar).get(address.replace("contacts", "")).content.decode()
    assert not AccessLog.objects.filter(action="listed").exists()


def test_a_prescription_that_is_over_asks_for_nothing(place: Town) -> None:
    id = incident(place, Move.CONFIRM)
    late = patient(place, "olle", identity="193313131234")
    over = (MONDAY - timedelta(days=2)).date()
    prescription(place, late, contact_within_days=0, ends_on=over, **ASKS)
    assert "Olle Holm" not in seat(place.alva).get(f"/disruptions/{id}/contacts").content.decode()
