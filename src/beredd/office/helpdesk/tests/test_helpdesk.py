"""The helpdesk looks up and answers with one click; nobody else does."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from beredd.clock import now
from beredd.disruption import actions
from beredd.disruption.actions import Said
from beredd.disruption.queries import own_answer
from beredd.disruption.rules.authorisation import Need
from beredd.office.tests.seats import seat
from beredd.people.factories import Town, town, user
from beredd.people.rules.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Town:
    return town()


@pytest.fixture
def sven(place: Town) -> UUID:
    return user("sven", "Sven Up", Role.HELPDESK, "rehab")


def text(sven: UUID, address: str) -> str:
    return str(seat(sven).get(address).content.decode())


@pytest.mark.parametrize("who", ["alva", "bo", "cilla", "mas", "manager"])
def test_the_pages_are_for_the_helpdesk(place: Town, who: str) -> None:
    client = seat(getattr(place, who))
    assert client.get("/helpdesk/").status_code == 403
    assert client.get(f"/helpdesk/{place.bo}/").status_code == 403
    assert client.post(f"/helpdesk/{place.bo}/answer", {"right": "yes"}).status_code == 403
    assert "/helpdesk/" not in client.get("/people/").content.decode()


def test_somebody_is_found_by_part_of_the_name(place: Town, sven: UUID) -> None:
    assert "Bo Lind" in text(sven, "/helpdesk/?search=lin")
    assert "Hemtjänst Norr" in text(sven, "/helpdesk/?search=lin")
    assert "Ingen hittades" in text(sven, "/helpdesk/?search=zzz")


def test_whoever_has_reported_waits_until_there_is_an_answer(place: Town, sven: UUID) -> None:
    said = Said(id=uuid4(), kind="launch", unit=place.north, device="phone-1", made_at=now())
    actions.report(said, signed_in=True, by=place.access(place.bo, at=now()), at=now())
    assert 'data-testid="waiting"' in text(sven, "/helpdesk/")
    assert seat(sven).post(f"/helpdesk/{place.bo}/answer", {"right": "yes"}).status_code == 302
    assert "Ingen väntar" in text(sven, "/helpdesk/")


def test_what_is_missing_here_is_ticked_beforehand(place: Town, sven: UUID) -> None:
    shown = text(sven, f"/helpdesk/{place.bo}/")
    assert 'value="known_by" aria-label="Saknas: ' in shown
    assert "Något saknas redan här." in shown
    assert shown.count(" checked>") == 1


@pytest.mark.parametrize(
    ("form", "right", "lacking"),
    [
        ({"right": "yes", "lacking": ["exorlive"]}, True, ()),
        ({"right": "no", "lacking": ["exorlive", "nonsense"]}, False, (Need.EXORLIVE,)),
        ({"right": "no", "note": "Kontot beställt"}, False, ()),
        ({"lacking": ["appva"]}, False, (Need.APPVA,)),
    ],
)
def test_one_click_answers(
    place: Town, sven: UUID, form: dict[str, Any], right: bool, lacking: tuple[Need, ...]
) -> None:
    assert seat(sven).post(f"/helpdesk/{place.bo}/answer", form).status_code == 302
    answer = own_answer(place.access(place.bo, at=now()), at=now())
    assert answer and (answer.right, answer.lacking) == (right, lacking)
    assert "Sven Up" in text(sven, f"/helpdesk/{place.bo}/")


def test_a_no_without_a_reason_comes_back(place: Town, sven: UUID) -> None:
    response = seat(sven).post(f"/helpdesk/{place.bo}/answer", {"right": "no"})
    assert response.status_code == 422
    assert "Säg vad som saknas" in response.content.decode()
    assert own_answer(place.access(place.bo, at=now()), at=now()) is None


def test_nobody_answers_about_somebody_who_is_not_there(place: Town, sven: UUID) -> None:
    assert seat(sven).get(f"/helpdesk/{uuid4()}/").status_code == 404
    assert seat(sven).post(f"/helpdesk/{uuid4()}/answer", {"right": "yes"}).status_code == 404
