"""Three people for every access test: Alva owns it, Bo is on her unit, Cilla must see nothing."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from beredd.ids import entity_id
from beredd.people import actions, queries
from beredd.people.rules.access import SYSTEM, Access
from beredd.people.rules.roles import Role

MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)  # 09:00 in Sweden
YEAR = date(2026, 1, 1)


@dataclass(frozen=True)
class Town:
    """Two care units in two organisations and one rehab unit; Alva prescribes, Bo performs, Cilla is elsewhere."""

    north: UUID
    south: UUID
    rehab: UUID
    alva: UUID
    bo: UUID
    cilla: UUID
    manager: UUID
    mas: UUID

    def access(self, user: UUID, *, at: datetime = MONDAY) -> Access:
        return queries.access_of(user, at=at)


def town() -> Town:
    """Puts the town into the database."""
    municipality, private = entity_id("organisation", "town"), entity_id("organisation", "private")
    when: dict[str, Any] = {"by": SYSTEM, "at": MONDAY}
    actions.put_organisation(id=municipality, key="town", name="Kommunen", kind="municipality", **when)
    actions.put_organisation(id=private, key="private", name="Omsorg AB", kind="lov", **when)
    return Town(
        north=unit("north", "Hemtjänst Norr", "care", municipality),
        south=unit("south", "Hemtjänst Söder", "care", private),
        rehab=unit("rehab", "Rehab", "rehab", municipality),
        alva=user("alva", "Alva Ek", Role.PHYSIOTHERAPIST, "rehab", "north"),
        bo=user("bo", "Bo Lind", Role.PERFORMER, "north"),
        cilla=user("cilla", "Cilla Sand", Role.PERFORMER, "south"),
        manager=user("disa", "Disa Alm", Role.UNIT_MANAGER, "north"),
        mas=user("maria", "Maria Stål", Role.MEDICALLY_RESPONSIBLE, "rehab"),
    )


def unit(key: str, name: str, kind: str, organisation: UUID) -> UUID:
    id = entity_id("unit", key)
    actions.put_unit(id=id, key=key, name=name, kind=kind, organisation=organisation, by=SYSTEM, at=MONDAY)
    return id


def user(key: str, name: str, role: Role, *units: str) -> UUID:
    id = entity_id("user", key)
    actions.put_user(id=id, key=key, username=key, name=name, by=SYSTEM, at=MONDAY)
    for place in units:
        actions.put_membership(
            id=entity_id("membership", f"{key}/{place}"),
            user=id,
            unit=entity_id("unit", place),
            role=role,
            starts_on=YEAR,
            ends_on=None,
            by=SYSTEM,
            at=MONDAY,
        )
    return id
