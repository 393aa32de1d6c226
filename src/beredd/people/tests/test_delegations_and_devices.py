"""Delegations, devices and the access log: given, withdrawn, seen."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from beredd.ledger import queries as ledger
from beredd.people import actions, queries
from beredd.people.actions.delegations import DelegationAlreadyWithdrawn
from beredd.people.actions.devices import DeviceAlreadyRevoked
from beredd.people.factories import MONDAY, Town, town
from beredd.people.models import AccessLog
from beredd.people.rules.access import NotAllowed
from beredd.people.rules.delegation import DelegationTooLong

pytestmark = pytest.mark.django_db
KEY = b"\x04" + bytes(64)


def give(place: Town, by: str = "alva", **more: Any) -> UUID:
    given: dict[str, Any] = {"starts_on": date(2026, 11, 1), "ends_on": date(2027, 10, 31), "unit": place.north, **more}
    return actions.give_delegation(
        performer=place.bo,
        task="training",
        by=place.access(getattr(place, by)),
        at=MONDAY,
        **given,
    )


def test_alva_delegates_in_her_own_name_and_the_ledger_has_it() -> None:
    place = town()
    give(place)
    (row,) = queries.delegations(place.access(place.bo))
    assert (row.given_by_name, row.performer_name, row.unit_name) == ("Alva Ek", "Bo Lind", "Hemtjänst Norr")
    assert ledger.history_of(("user", place.bo))[0].kind == "delegation.given"


def test_a_delegation_of_more_than_a_year_is_refused() -> None:
    place = town()
    with pytest.raises(DelegationTooLong):
        give(place, ends_on=date(2027, 11, 1))


def test_a_performer_cannot_delegate() -> None:
    place = town()
    with pytest.raises(NotAllowed):
        give(place, by="bo")


def test_a_delegation_is_withdrawn_once() -> None:
    place = town()
    id = give(place)
    actions.withdraw_delegation(delegation=id, by=place.access(place.alva), at=MONDAY)
    with pytest.raises(DelegationAlreadyWithdrawn):
        actions.withdraw_delegation(delegation=id, by=place.access(place.alva), at=MONDAY)
    (fact,) = queries.delegation_facts([place.bo])[place.bo]
    assert fact.withdrawn_at == MONDAY


def test_cilla_sees_no_delegations_of_another_unit() -> None:
    place = town()
    give(place)
    assert queries.delegations(place.access(place.cilla)) == []
    assert len(queries.delegations(place.access(place.manager))) == 1


def test_those_that_end_soon_are_found() -> None:
    place = town()
    give(place)
    alva = place.access(place.alva)
    assert queries.delegations(alva, ending_by=date(2027, 10, 30)) == []
    assert len(queries.delegations(alva, ending_by=date(2027, 10, 31))) == 1


def enrol(place: Town) -> UUID:
    id = uuid4()
    actions.enrol_device(
        id=id, name="Telefon 7", public_key=KEY, token_hash="ab" * 32, by=place.access(place.bo), at=MONDAY
    )
    return id


def test_a_device_is_enrolled_by_its_user_and_revoked_by_a_manager() -> None:
    place = town()
    id = enrol(place)
    with pytest.raises(NotAllowed):
        actions.revoke_device(device=id, by=place.access(place.cilla), at=MONDAY)
    actions.revoke_device(device=id, by=place.access(place.manager), at=MONDAY)
    with pytest.raises(DeviceAlreadyRevoked):
        actions.revoke_device(device=id, by=place.access(place.bo), at=MONDAY)
    row = queries.device(id)
    assert row
    assert (row.revoked_at, row.public_key) == (MONDAY, KEY)


def test_what_a_device_has_announced_never_falls() -> None:
    place = town()
    id = enrol(place)
    for announced in (5, 3):
        actions.note_contacts([actions.Contact(id, announced, MONDAY)])
    (row,) = queries.devices(place.access(place.bo))
    assert row.announced_seq == 5


def test_the_access_log_is_read_by_the_mas_and_changed_by_nobody() -> None:
    place = town()
    patient = uuid4()
    bo = place.access(place.bo)
    actions.log_access(patients=[patient], unit=place.north, action="seen", channel="office", by=bo, at=MONDAY)
    (row,) = queries.patient_accesses(place.access(place.mas), patient=patient)
    assert (row.by_name, row.action, row.channel) == ("Bo Lind", "seen", "office")
    with pytest.raises(NotAllowed):
        queries.patient_accesses(bo, patient=patient)
    with pytest.raises(DatabaseError), transaction.atomic():
        AccessLog.objects.update(by=place.cilla)


def test_downloads_are_known_since_a_moment() -> None:
    place = town()
    patient = uuid4()
    bo = place.access(place.bo)
    actions.log_access(patients=[patient], unit=None, action="downloaded", channel="phone", by=bo, at=MONDAY)
    assert queries.downloaded_since(bo, patients=[patient], since=MONDAY) == {patient}
    assert queries.downloaded_since(bo, patients=[patient], since=MONDAY + timedelta(seconds=1)) == set()
