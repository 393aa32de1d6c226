"""Staff, delegations, phones and the access log: who sees what, and what bad input says."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from beredd.office.tests.seats import seat
from beredd.people import actions, queries
from beredd.people.factories import MONDAY, Town, town

pytestmark = pytest.mark.django_db
EVERY_PLACE = ["/people/", "/people/initials", "/people/delegations", "/people/devices", "/people/roles"]


@pytest.fixture
def place() -> Town:
    return town()


def give(place: Town) -> None:
    actions.give_delegation(
        performer=place.bo,
        task="Träningsprogram",
        unit=place.north,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 1),
        by=place.access(place.alva),
        at=MONDAY,
    )


@pytest.mark.parametrize("address", EVERY_PLACE)
@pytest.mark.parametrize("who", ["alva", "bo", "cilla", "mas", "manager"])
def test_everybody_may_open_the_pages_about_staff(place: Town, who: str, address: str) -> None:
    assert seat(getattr(place, who)).get(address).status_code == 200


def test_one_sees_the_staff_of_ones_own_units_only(place: Town) -> None:
    assert "Bo Lind" in seat(place.alva).get("/people/").content.decode()
    assert "Bo Lind" not in seat(place.cilla).get("/people/").content.decode()
    assert seat(place.cilla).get(f"/people/user/{place.bo}").status_code == 404


def test_the_access_log_is_for_those_who_check_it(place: Town) -> None:
    assert seat(place.mas).get("/people/access-log").status_code == 200
    refused = seat(place.alva).get("/people/access-log")
    assert refused.status_code == 403
    assert "Du har inte behörighet till detta." in refused.content.decode()


def test_alva_delegates_in_her_own_name(place: Town) -> None:
    form = {
        "performer": place.bo,
        "task": "Träningsprogram",
        "unit": place.north,
        "starts_on": "2026-11-23",
        "ends_on": "2027-11-22",
    }
    assert seat(place.alva).post("/people/delegations/give", form).status_code == 302
    (row,) = queries.delegations(place.access(place.bo))
    assert (row.given_by_name, row.performer_name) == ("Alva Ek", "Bo Lind")


def test_a_delegation_of_more_than_a_year_is_refused_beside_the_day_and_nothing_is_lost(place: Town) -> None:
    form = {
        "performer": place.bo,
        "task": "Gångträning",
        "unit": place.north,
        "starts_on": "2026-11-23",
        "ends_on": "2028-11-22",
    }
    response = seat(place.alva).post("/people/delegations/give", form)
    assert response.status_code == 422
    assert "En delegering gäller högst ett år." in response.content.decode()
    assert 'value="Gångträning"' in response.content.decode()


def test_a_performer_delegates_to_nobody(place: Town) -> None:
    assert seat(place.bo).get("/people/delegations/give").status_code == 403


def test_a_delegation_that_ends_soon_is_on_the_list_of_those(place: Town) -> None:
    give(place)
    assert "Går ut snart" in seat(place.alva).get("/people/delegations?show=soon").content.decode()


def test_cilla_withdraws_nothing_of_another_unit(place: Town) -> None:
    give(place)
    (row,) = queries.delegations(place.access(place.bo))
    seat(place.cilla).post(f"/people/delegations/{row.id}/withdraw")
    (row,) = queries.delegations(place.access(place.bo))
    assert row.withdrawn_at is None


def test_alva_withdraws_and_it_shows(place: Town) -> None:
    give(place)
    (row,) = queries.delegations(place.access(place.bo))
    page = seat(place.alva).post(f"/people/delegations/{row.id}/withdraw", follow=True)
    assert "Delegeringen är återkallad" in page.content.decode()


def enrol(place: Town) -> None:
    actions.enrol_device(
        id=uuid4(),
        name="Bos telefon",
        public_key=b"\x04" + bytes(64),
        token_hash="0" * 64,
        by=place.access(place.bo),
        at=MONDAY - timedelta(days=9),
    )


def test_a_manager_shuts_a_phone_out(place: Town) -> None:
    enrol(place)
    page = seat(place.manager).get("/people/devices").content.decode()
    assert "Bos telefon" in page
    assert "Tyst länge" in page
    (row,) = queries.devices(place.access(place.bo))
    assert (
        "Telefonen är spärrad"
        in seat(place.manager).post(f"/people/devices/{row.id}/revoke", follow=True).content.decode()
    )


def test_cilla_shuts_nobodys_phone_out(place: Town) -> None:
    enrol(place)
    (row,) = queries.devices(place.access(place.bo))
    seat(place.cilla).post(f"/people/devices/{row.id}/revoke")
    (row,) = queries.devices(place.access(place.bo))
    assert row.revoked_at is None


def test_a_manager_sets_the_last_day_and_a_bad_day_is_explained(place: Town) -> None:
    (row,) = [row for row in queries.members([place.north]) if row.user.id == place.bo]
    client: Client = seat(place.manager)
    address = f"/people/membership/{row.membership}/end"
    bad = client.post(address, {f"{row.membership}-ends_on": "2025-01-01"})
    assert bad.status_code == 422
    assert "Sista dagen ligger före första dagen." in bad.content.decode()
    assert client.post(address, {f"{row.membership}-ends_on": "2026-12-31"}).status_code == 302


def test_the_roles_page_is_drawn_from_the_rules(place: Town) -> None:
    page = seat(place.bo).get("/people/roles").content.decode()
    assert "Fysioterapeut" in page
    assert "Systemsupport" in page
