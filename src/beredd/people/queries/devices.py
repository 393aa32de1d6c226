"""Devices: the facts intake needs, and the rows a manager looks at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from beredd.database.plain import instant, instant_or_none, select, uuid
from beredd.people.models import Device
from beredd.people.rules.access import Access, Everywhere, units_with
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """`public_key`: uncompressed P-256 point. `announced_seq`: how many events the device says it has made."""

    id: UUID
    user: UUID
    user_name: str
    name: str
    public_key: bytes
    token_hash: str
    enrolled_at: datetime
    last_contact_at: datetime | None
    announced_seq: int
    revoked_at: datetime | None


def device(id: UUID) -> DeviceRow | None:
    """One device, revoked or not."""
    return devices_known([id]).get(id)


def devices_known(ids: Iterable[UUID]) -> dict[UUID, DeviceRow]:
    """The known ones among `ids`, revoked or not."""
    found = [_known(*row) for row in select(_DEVICES, ids=ids)]
    return {one.id: one for one in found}


def devices(access: Access, *, user: UUID | None = None) -> list[DeviceRow]:
    """One's own devices and those of users in units whose devices one manages; latest contact first."""
    rows = Device.objects.select_related("user").order_by("-last_contact_at", "id")
    managed = units_with(access, Permission.MANAGE_DEVICES)
    if not isinstance(managed, Everywhere):
        rows = (rows.filter(user__memberships__unit__in=managed) | rows.filter(user_id=access.user)).distinct()
    if user is not None:
        rows = rows.filter(user_id=user)
    return [_row(row) for row in rows]


_DEVICES = """
    SELECT device.id, device.user_id, person.name, device.name, device.public_key, device.token_hash,
           device.enrolled_at, device.last_contact_at, device.announced_seq, device.revoked_at
    FROM people_device device JOIN people_user person ON person.id = device.user_id
    WHERE device.id IN ({ids})
"""


def _known(
    id: Any, user: Any, user_name: str, name: str, key: bytes, token_hash: str, enrolled: Any, seen: Any, seq: int,
    revoked: Any,
) -> DeviceRow:  # fmt: skip
    return DeviceRow(
        id=uuid(id),
        user=uuid(user),
        user_name=user_name,
        name=name,
        public_key=bytes(key),
        token_hash=token_hash,
        enrolled_at=instant(enrolled),
        last_contact_at=instant_or_none(seen),
        announced_seq=seq,
        revoked_at=instant_or_none(revoked),
    )


def _row(row: Device) -> DeviceRow:
    return DeviceRow(
        id=row.id,
        user=row.user_id,
        user_name=row.user.name,
        name=row.name,
        public_key=bytes(row.public_key),
        token_hash=row.token_hash,
        enrolled_at=row.enrolled_at,
        last_contact_at=row.last_contact_at,
        announced_seq=row.announced_seq,
        revoked_at=row.revoked_at,
    )
