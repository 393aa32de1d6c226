"""The one rule of access: may this person do this in that unit?"""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from beredd.i18n.mark import N_
from beredd.people.rules.roles import ROLES, Permission, Role


class Refused(Exception):
    """A foreseen no. `code` is stable and for machines; `text` is English for the catalogue, filled with `params`."""

    def __init__(self, code: str, text: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.text, self.params = code, text, params


class NotAllowed(Refused):
    """Code `not_allowed`: the person's roles do not give the permission there."""

    def __init__(self, permission: Permission) -> None:
        super().__init__("not_allowed", N_("You do not have the right to do this. Ask your manager if you need it."))
        self.permission = permission


@dataclass(frozen=True, slots=True)
class Grant:
    """A membership that holds today."""

    unit: UUID
    organisation: UUID
    role: Role


@dataclass(frozen=True, slots=True)
class Access:
    """Who acts or asks, with what rights, at this moment."""

    user: UUID
    name: str
    memberships: tuple[Grant, ...]


class Everywhere:
    """Every unit there is, and those to come."""

    def __contains__(self, unit: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True


EVERYWHERE: Final = Everywhere()
Units = frozenset[UUID] | Everywhere

# What the system itself does (reading a municipality's files): in the ledger as this user, with every right.
_NOWHERE = UUID(int=0)
SYSTEM = Access(
    user=_NOWHERE,
    name="system",
    memberships=tuple(Grant(unit=_NOWHERE, organisation=_NOWHERE, role=role) for role in Role),
)


def units_with(access: Access, permission: Permission) -> Units:
    """The units in which the permission holds."""
    if access is SYSTEM:
        return EVERYWHERE
    giving = [grant for grant in access.memberships if permission in ROLES[grant.role].permissions]
    if any(ROLES[grant.role].everywhere for grant in giving):
        return EVERYWHERE
    return frozenset(grant.unit for grant in giving)


def is_everywhere(access: Access, permission: Permission) -> bool:
    """Does the permission hold in every unit there is?"""
    return isinstance(units_with(access, permission), Everywhere)


def may(access: Access, permission: Permission, unit: UUID | None = None) -> bool:
    """In that unit; without a unit: anywhere at all."""
    units = units_with(access, permission)
    return bool(units) if unit is None else unit in units


def check(access: Access, permission: Permission, unit: UUID | None = None) -> None:
    """Raises NotAllowed."""
    if not may(access, permission, unit):
        raise NotAllowed(permission)
