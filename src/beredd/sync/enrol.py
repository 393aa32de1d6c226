"""Letting a phone in, and knowing it again."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from uuid import UUID, uuid4

from django.utils.crypto import constant_time_compare

from beredd.ledger import queries as ledger
from beredd.people import actions, queries
from beredd.people.queries import DeviceRow
from beredd.people.rules.access import Access
from beredd.sync.keys import device_point, seal_point
from beredd.sync.lease import lease_until
from beredd.sync.wire import EnrolledUser, EnrolReply


@dataclass(frozen=True)
class Caller:
    """A known device, revoked or not."""

    device: DeviceRow
    at: datetime

    @cached_property
    def access(self) -> Access:
        """What its user may do now."""
        return queries.access_of(self.device.user, at=self.at)

    @property
    def revoked(self) -> bool:
        return self.device.revoked_at is not None


def enrol(*, user: UUID, device_name: str, device_key: str, at: datetime) -> EnrolReply:
    """The user's password has been checked by the caller. Raises NotAllowed, BadDeviceKey."""
    access = queries.access_of(user, at=at)
    point, device, token = device_point(device_key), uuid4(), secrets.token_urlsafe(32)
    actions.enrol_device(
        id=device, name=device_name.strip() or "–", public_key=point, token_hash=_hash(token), by=access, at=at
    )
    card = queries.user_card(user)
    return EnrolReply(
        device=device,
        token=token,
        user=EnrolledUser(id=user, name=access.name),
        epoch=ledger.head().epoch,
        seal_key=seal_point(),
        lease_until=lease_until(user, at=at),
        now=at,
        language=card.language if card else "sv",
    )


def caller_of(header: str, *, at: datetime) -> Caller | None:
    """From "Device <id>.<token>"; None when it is not one of ours."""
    scheme, _, rest = header.partition(" ")
    name, _, token = rest.strip().partition(".")
    try:
        device = queries.device(UUID(name)) if scheme == "Device" and token else None
    except ValueError:
        return None
    if device is None or not constant_time_compare(device.token_hash, _hash(token)):
        return None
    return Caller(device, at)


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
