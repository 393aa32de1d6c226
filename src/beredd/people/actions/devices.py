"""Enrolling and revoking devices, and noting when one was last heard of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from beredd.database.plain import change, stored, stored_instant
from beredd.i18n.mark import N_
from beredd.ledger.actions import append
from beredd.people.actions.over import check_over
from beredd.people.events import entry
from beredd.people.models import Device
from beredd.people.rules.access import Access, Refused, check
from beredd.people.rules.roles import Permission


@dataclass(frozen=True, slots=True)
class Contact:
    """A device has been in touch and says how many events it has made."""

    device: UUID
    announced_seq: int
    at: datetime


class DeviceAlreadyRevoked(Refused):
    """Code `device_revoked`."""

    def __init__(self) -> None:
        super().__init__("device_revoked", N_("The device has already been revoked. Nothing was changed."))


def enrol_device(*, id: UUID, name: str, public_key: bytes, token_hash: str, by: Access, at: datetime) -> None:
    """One's own device. `public_key`: 65 bytes, uncompressed P-256; `token_hash`: hex SHA-256 of the token."""
    check(by, Permission.SIGN)
    with transaction.atomic():
        Device.objects.create(
            id=id,
            user_id=by.user,
            name=name,
            public_key=public_key,
            token_hash=token_hash,
            enrolled_at=at,
            last_contact_at=at,
        )
        append([entry("device.enrolled", by=by, subject=("device", id), at=at, body={"user": by.user, "name": name})])


def revoke_device(*, device: UUID, by: Access, at: datetime) -> None:
    """It gets nothing more from us; what it still sends is taken in and held for review."""
    row = Device.objects.get(id=device)
    if row.user_id != by.user:
        check_over(by, row.user_id, Permission.MANAGE_DEVICES)
    with transaction.atomic():
        if not Device.objects.filter(id=device, revoked_at=None).update(revoked_at=at, revoked_by_id=by.user):
            raise DeviceAlreadyRevoked
        append([entry("device.revoked", by=by, subject=("device", device), at=at, body={})])


def note_contacts(contacts: Iterable[Contact]) -> None:
    """Not history but a pulse: no event. The announced number never falls, however late a message comes."""
    change(
        "UPDATE people_device SET last_contact_at = %s, announced_seq = "
        "CASE WHEN announced_seq < %s THEN %s ELSE announced_seq END WHERE id = %s",
        [(stored_instant(one.at), one.announced_seq, one.announced_seq, stored(one.device)) for one in contacts],
    )
