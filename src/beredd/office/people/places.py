"""The pages about people, and whose people one sees."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from beredd.office.desk import Desk
from beredd.office.page import Crumb
from beredd.people import queries
from beredd.people.queries import UnitRow
from beredd.people.rules.roles import Permission

SEEING_STAFF = (
    Permission.MANAGE_USERS,
    Permission.GIVE_DELEGATION,
    Permission.MANAGE_DEVICES,
    Permission.SEE_PATIENTS,
)


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    word: str
    url: str


def units(desk: Desk) -> list[UnitRow]:
    """The units whose staff one may know of, by name."""
    seen = {unit.id: unit for right in SEEING_STAFF for unit in queries.all_units(desk.access, right)}
    return sorted(seen.values(), key=lambda unit: unit.name)


def places(desk: Desk) -> list[Place]:
    """The pages of the area that this user may open."""
    pages = [
        ("people", _("Staff"), True),
        ("initials", _("Signature clarification"), True),
        ("delegations", _("Delegations"), True),
        ("devices", _("Phones"), True),
        ("roles", _("Who may do what"), True),
        ("access-log", _("Access log"), desk.may(Permission.SEE_ACCESS_LOG)),
    ]
    return [Place(name, word, reverse(f"office:{name}")) for name, word, seen in pages if seen]


def crumbs() -> list[Crumb]:
    return [(_("Staff and rights"), reverse("office:people"))]
