"""Who may do what can be read, and read aloud."""

from uuid import UUID

import pytest

from beredd.people.rules.access import EVERYWHERE, SYSTEM, Access, Grant, NotAllowed, check, may, units_with
from beredd.people.rules.roles import LICENSED, PERMISSION_TEXTS, ROLES, Permission, Role

NORTH, SOUTH, TOWN = UUID(int=1), UUID(int=2), UUID(int=3)


def person(*roles: Role, unit: UUID = NORTH) -> Access:
    return Access(UUID(int=9), "Alva", tuple(Grant(unit=unit, organisation=TOWN, role=role) for role in roles))


def test_every_permission_is_said_in_words() -> None:
    assert set(PERMISSION_TEXTS) == set(Permission)


def test_every_permission_belongs_to_somebody() -> None:
    assert frozenset().union(*(facts.permissions for facts in ROLES.values())) == set(Permission)


@pytest.mark.parametrize("role", Role)
def test_only_licensed_professionals_prescribe(role: Role) -> None:
    assert may(person(role), Permission.PRESCRIBE) is (role in LICENSED)


@pytest.mark.parametrize("role", [Role.HELPDESK, Role.IT_SERVICE, Role.ADMINISTRATOR])
def test_those_who_look_after_the_system_see_no_patients(role: Role) -> None:
    assert not may(person(role), Permission.SEE_PATIENTS)
    assert not may(person(role), Permission.SIGN)


def test_a_performer_signs_in_the_own_unit_and_in_no_other() -> None:
    bo = person(Role.PERFORMER)
    assert units_with(bo, Permission.SIGN) == frozenset({NORTH})
    assert may(bo, Permission.SIGN, NORTH)
    assert not may(bo, Permission.SIGN, SOUTH)


def test_mas_sees_the_patients_of_every_unit_there_will_be() -> None:
    assert units_with(person(Role.MEDICALLY_RESPONSIBLE), Permission.SEE_PATIENTS) is EVERYWHERE
    assert may(person(Role.MEDICALLY_RESPONSIBLE), Permission.SEE_PATIENTS, SOUTH)


def test_two_roles_give_what_either_gives() -> None:
    both = person(Role.PERFORMER, Role.HELPDESK)
    assert may(both, Permission.SIGN, NORTH)
    assert may(both, Permission.MANAGE_USERS, SOUTH)


def test_without_a_membership_one_may_nothing() -> None:
    assert not any(may(person(), permission) for permission in Permission)


def test_the_system_itself_may_everything() -> None:
    assert all(may(SYSTEM, permission, SOUTH) for permission in Permission)


def test_the_refusal_says_what_was_asked_for() -> None:
    with pytest.raises(NotAllowed) as refused:
        check(person(Role.PERFORMER), Permission.PRESCRIBE, NORTH)
    assert (refused.value.code, refused.value.permission) == ("not_allowed", Permission.PRESCRIBE)
