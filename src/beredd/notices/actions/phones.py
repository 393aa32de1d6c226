"""A phone agrees to be told of disruptions, or no longer does."""

from base64 import urlsafe_b64decode
from datetime import datetime
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric import ec
from django.db import transaction

from beredd.i18n.mark import N_
from beredd.ids import new_id
from beredd.ledger.actions import append, lock
from beredd.notices.actions.queue import put
from beredd.notices.actions.testing import NO_GROUP
from beredd.notices.models import Phone, Telling
from beredd.notices.rules.book import Recipient
from beredd.notices.rules.escalation import Turn
from beredd.notices.rules.push import SERVICES, Subscription, is_served
from beredd.notices.setup import setup
from beredd.people.events import entry
from beredd.people.queries import device as known_device
from beredd.people.rules.access import SYSTEM, Access, Refused

AUTH = 16  # bytes


class PhonesNotTold(Refused):
    """Code `phones_not_told`: the municipality has no such channel."""

    def __init__(self) -> None:
        super().__init__("phones_not_told", N_("Phones are not told here yet."))


class NotYourPhone(Refused):
    """Code `not_your_phone`: it is somebody else's, or revoked."""

    def __init__(self) -> None:
        super().__init__("not_your_phone", N_("This phone is not yours. Sign in on the phone again."))


class BadSubscription(Refused):
    """Code `push_subscription`: a key that is none, or a service that is not one of those that may be used."""

    def __init__(self) -> None:
        super().__init__("push_subscription", N_("This browser cannot be told."))


def agree(*, device: UUID, subscription: Subscription, by: Access, at: datetime) -> None:
    """The newest holds. A first notice is sent at once, so that it is seen that it comes.

    Raises NotYourPhone, PhonesNotTold, BadSubscription.
    """
    row = known_device(device)
    if row is None or row.user != by.user or row.revoked_at is not None:
        raise NotYourPhone
    name, services = _channel()
    if not _is_sound(subscription, services):
        raise BadSubscription
    with transaction.atomic():
        head = lock()
        facts = {"endpoint": subscription.endpoint, "key": subscription.key, "auth": subscription.auth, "at": at}
        # Signed in anew on the same phone, one is another device there; the phone is told once.
        Phone.objects.filter(endpoint=subscription.endpoint, user=by.user).exclude(device=device).delete()
        Phone.objects.update_or_create(device=device, defaults={"user": by.user, **facts})
        telling = Telling.objects.create(
            id=new_id(at),
            group=NO_GROUP,
            template="phone_agreed",
            urgent=True,
            about_kind="device",
            about_id=device,
            by=by.user,
            at=at,
        )
        one = Recipient(device.hex, by.name, {name: str(device)})
        put(telling, Turn(one.key, 0, name, str(device)), one, at=at)
        append([entry("phone.agreed", by=by, subject=("device", device), at=at, body={})], head=head)


def decline(*, device: UUID, by: Access, at: datetime) -> None:
    """Whoever else is signed in on the same phone is not told there either. Nothing when it had not agreed."""
    row = Phone.objects.filter(device=device).first()
    if row is None:
        return
    if row.user != by.user:
        raise NotYourPhone
    with transaction.atomic():
        head = lock()
        Phone.objects.filter(endpoint=row.endpoint).delete()
        append([entry("phone.declined", by=by, subject=("device", device), at=at, body={})], head=head)


def forget(*, device: UUID, endpoint: str, at: datetime) -> None:
    """Its push service says that it is gone. Nothing when it has agreed anew meanwhile."""
    with transaction.atomic():
        head = lock()
        if Phone.objects.filter(device=device, endpoint=endpoint).delete()[0]:
            append([entry("phone.gone", by=SYSTEM, subject=("device", device), at=at, body={})], head=head)


def subscription_of(device: UUID) -> Subscription | None:
    """None: it does not want to be told, or has been revoked."""
    row, known = Phone.objects.filter(device=device).first(), known_device(device)
    if row is None or known is None or known.revoked_at is not None:
        return None
    return Subscription(row.endpoint, row.key, row.auth)


def _channel() -> tuple[str, tuple[str, ...]]:
    """Its name, and the push services that may be used."""
    for name, settings in setup().channels.items():
        if settings["kind"] == "webpush":
            return name, tuple(settings.get("services", SERVICES))
    raise PhonesNotTold


def _is_sound(said: Subscription, services: tuple[str, ...]) -> bool:
    try:
        point, auth = (urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in (said.key, said.auth))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return len(auth) == AUTH and is_served(said.endpoint, services)
