"""Acting on another person: only on those of one's own units, and never on somebody whose rights reach further."""

from uuid import UUID

from beredd.people.models import Membership
from beredd.people.rules.access import Access, NotAllowed, is_everywhere, may
from beredd.people.rules.roles import ROLES, Permission, Role


def check_over(access: Access, user: UUID, permission: Permission) -> None:
    """Raises NotAllowed unless the permission holds in every unit in which that person works."""
    if is_everywhere(access, permission):
        return
    places = list(Membership.objects.filter(user=user).values_list("unit_id", "role"))
    if not places or any(ROLES[Role(role)].everywhere or not may(access, permission, unit) for unit, role in places):
        raise NotAllowed(permission)
