"""Devices: the facts intake needs, and the rows a manager looks at."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
    row = Device.objects.select_related("user").filter(id=id).first()
    return _row(row) if row else None


def devices(access: Access, *, user: UUID | None = None) -> list[DeviceRow]:
    """One's own devices and those of users in units whose devices one manages; latest contact first."""
    rows = Device.objects.select_related("user").order_by("-last_contact_at", "id")
    managed = units_with(access, Permission.MANAGE_DEVICES)
    if not isinstance(managed, Everywhere):
        rows = (rows.filter(user__memberships__unit__in=managed) | rows.filter(user_id=access.user)).distinct()
    if user is not None:
        rows = rows.filter(user_id=user)
    return [_row(row) for row in rows]


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
