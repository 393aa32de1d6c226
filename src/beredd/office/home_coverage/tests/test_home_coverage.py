"""The coverage at a home: drawn and told, proposed to those who prescribe, decided with one press."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
import time_machine
from django.test import Client

from beredd.care.factories import patient, prescription
from beredd.disruption.factories import stay
from beredd.disruption.models import CoverageDeclined
from beredd.office.tests.seats import seat
from beredd.paper import actions as paper
from beredd.paper.models import PaperDecision
from beredd.paper.packs import unit_plan
from beredd.paper.rules.need import Reason
from beredd.paper.rules.span import Form, span_of
from beredd.people import queries as people
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NOW = MONDAY + 10 * DAY
LIST = "/paper/home-coverage/"


@pytest.fixture(autouse=True)
def morning() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def greta(place: Town) -> UUID:
    """Cared for in the north, prescribed for by Alva's rehab unit."""
    id = patient(place)
    prescription(place, id)
    return id


def without_contact(place: Town, greta: UUID, *, since: int = 0, days: int = 4) -> None:
    for n in range(since, since + days):
        stay(greta, (2, 9), (12, None), by=place.bo, at=MONDAY + n * DAY)


def text(client: Client, address: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", client.get(address).content.decode()))


def waiting(place: Town) -> str:
    """What the page of the unit's day asks for; hers begins with the care unit."""
    return f"{LIST}unit/{place.north}"


def page_of(greta: UUID) -> str:
    return f"/patient/{greta}/home-coverage/"


def test_when_nothing_waits_it_says_so(place: Town, greta: UUID) -> None:
    stay(greta, by=place.bo, at=MONDAY)
    alva = seat(place.alva)
    assert "Inget att ta ställning till" in text(alva, LIST)
    assert alva.get(waiting(place)).content.decode().strip() == ""
    assert "Ingen har beslutat att det ska ligga papper här." in text(alva, page_of(greta))


def test_it_waits_on_the_start_page_and_in_the_list_of_who_prescribes_with_its_ground(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    alva = seat(place.alva)
    assert waiting(place) in alva.get("/").content.decode()
    for address in (waiting(place), LIST, f"/patient/{greta}/", page_of(greta)):
        assert "Vid 4 av 4 besök bröts kontakten en stund." in text(alva, address), address
    for who in (place.bo, place.manager):
        assert waiting(place) not in seat(who).get("/").content.decode()
        assert seat(who).get(waiting(place)).status_code == 403
        assert seat(who).get(LIST).status_code == 403
        assert 'data-testid="accept-proposal"' not in seat(who).get(page_of(greta)).content.decode()


def test_on_the_page_of_another_units_day_it_does_not_wait(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    assert "Greta" in text(seat(place.alva), f"{LIST}unit/{place.rehab}")
    assert "Greta" not in text(seat(place.alva), f"{LIST}unit/{place.south}")


def test_yes_with_one_press_and_the_unit_pack_has_the_patient_with_that_reason(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    alva, address = seat(place.alva), f"{page_of(greta)}paper"
    form = re.search(r'<form[^>]*action="([^"]+home-coverage/paper)".*?</form>', alva.get(LIST).content.decode(), re.S)
    assert form and form[1] == address
    fields = dict(re.findall(r'name="(reason|holds)" value="([^"]*)"', form[0]))
    assert fields == {"reason": "poor_coverage", "holds": "yes"}
    assert alva.post(address, fields).status_code == 302
    assert "Papper hemma, eftersom täckningen ofta är dålig Alva Ek" in text(alva, page_of(greta))
    assert "Inget att ta ställning till" in text(alva, LIST)
    span = span_of(Form.MONTH, NOW.date(), lambda _day: True)
    plan = unit_plan(unit=place.north, span=span, long_outage=False, by=place.access(place.manager), at=NOW)
    (mine,) = plan.papers
    assert mine.facts.patient.id == greta and mine.reasons == (Reason.POOR_COVERAGE,)


def test_no_needs_a_ground_which_is_kept_and_shown(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    alva, address = seat(place.alva), f"{page_of(greta)}decline"
    answer = alva.post(address, {"ground": " "})
    assert answer.status_code == 422 and "Fyll i: Varför papper inte behövs." in answer.content.decode()
    assert alva.post(address, {"ground": "Förstärkare inkopplad"}).status_code == 302
    assert CoverageDeclined.objects.get().ground == "Förstärkare inkopplad"
    said = text(alva, page_of(greta))
    assert "Avböjt: Förstärkare inkopplad Alva Ek" in said and "Förslag:" not in said


def test_a_decision_without_a_proposal_and_taking_it_back(
    place: Town, greta: UUID, morning: time_machine.Traveller
) -> None:
    alva, address = seat(place.alva), f"{page_of(greta)}paper"
    alva.post(address, {"reason": "decided", "holds": "yes"})
    assert "Papper hemma, av annan anledning" in text(alva, page_of(greta))
    morning.shift(timedelta(minutes=1))
    alva.post(address, {"reason": "decided", "holds": "no"})
    assert [one.holds for one in PaperDecision.objects.order_by("said_at")] == [True, False]
    assert "Ingen har beslutat" in text(alva, page_of(greta))


def test_after_four_good_weeks_taking_the_decision_back_is_one_press(
    place: Town, greta: UUID, morning: time_machine.Traveller
) -> None:
    by = place.access(place.alva)
    paper.decide_paper(patient=greta, reason=Reason.NO_COVERAGE, holds=True, by=by, at=MONDAY - DAY)
    for n in range(28):
        stay(greta, by=place.bo, at=MONDAY + n * DAY)
    morning.move_to(MONDAY + 28 * DAY)
    alva, address = seat(place.alva), f"{page_of(greta)}paper"
    form = re.search(rf'action="{address}".*?</form>', alva.get(LIST).content.decode(), re.S)
    assert form and "Ja, återta beslutet" in form[0]
    alva.post(address, dict(re.findall(r'name="(reason|holds)" value="([^"]*)"', form[0])))
    assert "Ingen har beslutat" in text(alva, page_of(greta)) and "Inget att ta ställning till" in text(alva, LIST)


@pytest.mark.parametrize("reason", ["", "weather", "long_outage"])
def test_a_reason_that_nobody_can_decide_on_is_answered_in_words(place: Town, greta: UUID, reason: str) -> None:
    answer = seat(place.alva).post(f"{page_of(greta)}paper", {"reason": reason}, follow=True)
    assert answer.status_code == 200 and "Välj " in answer.content.decode()
    assert not PaperDecision.objects.exists()


def test_the_wrong_person_decides_nothing(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    for way, fields in (("paper", {"reason": "poor_coverage"}), ("decline", {"ground": "Nej"})):
        assert seat(place.bo).post(f"{page_of(greta)}{way}", fields).status_code == 403
        assert seat(place.cilla).post(f"{page_of(greta)}{way}", fields).status_code == 404
    assert seat(place.cilla).get(page_of(greta)).status_code == 404
    assert not PaperDecision.objects.exists() and not CoverageDeclined.objects.exists()


def test_looking_is_in_the_access_log(place: Town, greta: UUID) -> None:
    seat(place.bo).get(page_of(greta))
    logged = people.patient_accesses(place.access(place.mas), patient=greta)
    assert [(row.by, row.action) for row in logged] == [(place.bo, "seen")]


def test_each_visit_is_drawn_and_told_with_when_contact_was_lost_and_regained(place: Town, greta: UUID) -> None:
    stay(greta, by=place.bo, at=MONDAY)
    stay(greta, (2, 9), (12, None), by=place.bo, at=MONDAY + DAY)
    stay(greta, (0, None), by=place.bo, at=MONDAY + 2 * DAY)
    page = seat(place.alva).get(page_of(greta)).content.decode()
    assert [page.count(f'<rect class="kind-{kind}"') for kind in ("kept", "broken", "none")] == [2, 2, 2]  # and legend
    told = text(seat(place.alva), page_of(greta))
    assert "bröts 09:02, kom tillbaka 09:09 bröts 09:12, kom inte tillbaka där" in told
    assert "Inte känt än" in told


def test_who_does_not_want_paper_is_said_beside_the_proposal(place: Town, greta: UUID) -> None:
    without_contact(place, greta)
    by = place.access(place.alva)
    paper.describe_folder(patient=greta, place="", tab="", wanted=False, by=by, at=NOW)
    assert "Vill inte ha papper hemma" in text(seat(place.alva), LIST)


def test_a_longer_time_is_drawn_by_weeks(place: Town, greta: UUID) -> None:
    without_contact(place, greta, days=9)
    page = seat(place.alva).get(f"{page_of(greta)}?weeks=12").content.decode()
    assert page.count('<rect class="kind-broken"') == 3  # two weeks, and the legend
