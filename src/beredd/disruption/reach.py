"""How far a right reaches in a disruption: to the units where one works, and to those one prescribes for."""

from collections.abc import Collection
from uuid import UUID

from beredd.care.queries import units_prescribed_for
from beredd.people.rules.access import SYSTEM, Access, Everywhere, NotAllowed, Units, is_everywhere, units_with
from beredd.people.rules.roles import Permission


def reached(by: Access, permission: Permission) -> Units:
    """A rehab unit has no patients of its own: its licensed professionals answer for care in the units of theirs."""
    own = units_with(by, permission)
    return own if isinstance(own, Everywhere) else own | units_prescribed_for(own)


def places(by: Access) -> frozenset[UUID]:
    """Where one works or prescribes, whatever one may do there."""
    own = frozenset(grant.unit for grant in by.memberships)
    return own | units_prescribed_for(own)


def reaches(by: Access, permission: Permission, units: Collection[UUID] | None) -> bool:
    """What concerns all, `units` None, is for those whose right holds everywhere; else it must hold in each of them."""
    if units is None:
        return is_everywhere(by, permission)
    held = reached(by, permission)
    return bool(held) and all(unit in held for unit in units)


def check_reach(by: Access, permission: Permission, units: Collection[UUID] | None) -> None:
    """Raises NotAllowed."""
    if not reaches(by, permission, units):
        raise NotAllowed(permission)


def works_in(by: Access, unit: UUID) -> bool:
    return by is SYSTEM or unit in places(by)
