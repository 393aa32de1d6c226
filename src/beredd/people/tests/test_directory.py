"""Who works where: put once or twice, seen by those who may."""

from datetime import date, timedelta
from typing import Any

import pytest

from beredd.ids import entity_id
from beredd.ledger import queries as ledger
from beredd.people import actions, queries
from beredd.people.actions.directory import MembershipEndsBeforeItStarts
from beredd.people.factories import MONDAY, YEAR, town
from beredd.people.rules.access import SYSTEM, NotAllowed
from beredd.people.rules.roles import Permission, Role

pytestmark = pytest.mark.django_db


def put_bo(**more: Any) -> bool:
    fields: dict[str, Any] = {"key": "bo", "username": "Bo", "name": "Bo Lind", **more}
    return actions.put_user(id=entity_id("user", "bo"), by=SYSTEM, at=MONDAY, **fields)


def test_the_same_user_put_twice_changes_nothing_the_second_time() -> None:
    assert put_bo()
    before = ledger.head().position
    assert not put_bo()
    assert ledger.head().position == before


def test_a_changed_name_is_one_event_that_says_what_changed() -> None:
    put_bo()
    before = ledger.head().position
    assert put_bo(name="Bo Lindgren")
    (event,) = ledger.events_since(before)
    assert (event.kind, event.subject_kind) == ("user.put", "user")
    assert "Bo Lindgren" in event.body
    assert "username" not in event.body


def test_nothing_is_left_when_the_event_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr("beredd.people.actions.directory.append", fail)
    with pytest.raises(RuntimeError):
        put_bo()
    assert queries.find_user("bo") is None


def test_a_performer_may_not_manage_users() -> None:
    place = town()
    with pytest.raises(NotAllowed):
        actions.put_user(
            id=entity_id("user", "x"), key="x", username="x", name="X", by=place.access(place.bo), at=MONDAY
        )


def test_a_manager_manages_only_her_own_unit() -> None:
    place = town()
    membership: dict[str, Any] = {
        "id": entity_id("membership", "new"),
        "user": place.bo,
        "role": Role.PERFORMER,
        "ends_on": None,
    }
    disa = place.access(place.manager)
    assert actions.put_membership(unit=place.north, starts_on=date(2026, 12, 1), by=disa, at=MONDAY, **membership)
    with pytest.raises(NotAllowed):
        actions.put_membership(unit=place.south, starts_on=YEAR, by=disa, at=MONDAY, **membership)


def test_a_manager_hands_out_no_role_that_reaches_further_than_her_own() -> None:
    place = town()
    for role in (Role.MEDICALLY_RESPONSIBLE, Role.ADMINISTRATOR, Role.HELPDESK):
        with pytest.raises(NotAllowed):
            actions.put_membership(
                id=entity_id("membership", "new"),
                user=place.bo,
                unit=place.north,
                role=role,
                starts_on=YEAR,
                ends_on=None,
                by=place.access(place.manager),
                at=MONDAY,
            )


def test_a_manager_sets_passwords_for_her_own_people_only() -> None:
    place = town()
    disa = place.access(place.manager)
    actions.set_password(user=place.bo, encoded="x", by=disa, at=MONDAY)
    for other in (place.cilla, place.mas, place.alva):  # Alva works in another unit, too
        with pytest.raises(NotAllowed):
            actions.set_password(user=other, encoded="x", by=disa, at=MONDAY)


def test_access_begins_and_ends_with_the_days_of_the_membership() -> None:
    place = town()
    (grant,) = [row for row in queries.members([place.north]) if row.user.id == place.bo]
    actions.end_membership(membership=grant.membership, ends_on=date(2026, 11, 23), by=SYSTEM, at=MONDAY)
    assert place.access(place.bo).memberships
    assert not place.access(place.bo, at=MONDAY + timedelta(days=1)).memberships
    assert not place.access(place.bo, at=MONDAY - timedelta(days=365)).memberships


def test_a_membership_that_ends_before_it_starts_is_refused() -> None:
    place = town()
    (grant,) = [row for row in queries.members([place.north]) if row.user.id == place.bo]
    with pytest.raises(MembershipEndsBeforeItStarts):
        actions.end_membership(membership=grant.membership, ends_on=date(2025, 1, 1), by=SYSTEM, at=MONDAY)


def test_an_inactive_user_has_no_rights() -> None:
    place = town()
    put_bo(is_active=False)
    assert place.access(place.bo).memberships == ()


def test_initials_are_given_once_and_never_twice_in_a_unit() -> None:
    place = town()
    actions.put_user(id=entity_id("user", "bl"), key="bl", username="bl", name="Berit Lund", by=SYSTEM, at=MONDAY)
    actions.put_membership(
        id=entity_id("membership", "bl"),
        user=entity_id("user", "bl"),
        unit=place.north,
        role=Role.PERFORMER,
        starts_on=YEAR,
        ends_on=None,
        by=SYSTEM,
        at=MONDAY,
    )
    initials = queries.initials_in([place.north])
    assert initials[place.north, place.bo] == "BL"
    assert initials[place.north, entity_id("user", "bl")] == "BEL"


def test_a_user_sets_her_own_password_and_nobody_elses() -> None:
    place = town()
    actions.set_password(user=place.bo, encoded="argon2$…", by=place.access(place.bo), at=MONDAY)
    with pytest.raises(NotAllowed):
        actions.set_password(user=place.cilla, encoded="argon2$…", by=place.access(place.bo), at=MONDAY)
    assert "argon2" not in ledger.history_of(("user", place.bo))[0].body


def test_each_sees_the_units_where_the_permission_holds() -> None:
    place = town()
    seen = {row.id for row in queries.all_units(place.access(place.alva), Permission.PRESCRIBE)}
    assert seen == {place.rehab, place.north}
    assert {row.id for row in queries.all_units(place.access(place.mas), Permission.SEE_PATIENTS)} == {
        place.north,
        place.south,
        place.rehab,
    }
    assert queries.all_units(place.access(place.cilla), Permission.PRESCRIBE) == []


def test_a_manager_lists_the_users_of_her_unit_and_no_others() -> None:
    place = town()
    assert {row.name for row in queries.users(place.access(place.manager))} == {"Alva Ek", "Bo Lind", "Disa Alm"}
    assert [row.name for row in queries.users(place.access(place.manager), search="bo")] == ["Bo Lind"]
