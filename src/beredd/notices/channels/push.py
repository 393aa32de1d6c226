"""Phones that have agreed, by the push service of their browser (RFC 8030). It carries what it cannot read.

Sent again, it is the same to the service (Topic) and replaces what the phone shows (tag): nobody sees it twice.
"""

from base64 import urlsafe_b64decode
from dataclasses import dataclass
from uuid import UUID

import http_ece
from cryptography.hazmat.primitives.asymmetric import ec
from py_vapid import VapidException

from beredd import clock
from beredd.i18n.mark import N_
from beredd.notices.actions.phones import forget, subscription_of
from beredd.notices.channels import Settings
from beredd.notices.channels.http import checked, refuse_unless_taken, request
from beredd.notices.channels.parcel import Handing, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.rules.push import SERVICES, Subscription, is_served, payload
from beredd.notices.vapid import signed

KIND = "webpush"
KEPT = 12 * 3600  # seconds that the service keeps it for a phone that is off; after that it is no longer news
GONE = {404, 410}
NO_LONGER = N_("the phone is no longer to be told")
NOT_SERVED = N_("the phone's push service is not one of those that may be used")


@dataclass(frozen=True, slots=True)
class Push:
    """`address` of a parcel is the phone's device: its endpoint is a secret, and is shown to nobody."""

    contact: str
    services: tuple[str, ...]
    unsure: Unsure = Unsure.AGAIN

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        device = UUID(parcel.address)
        phone = subscription_of(device)
        if phone is None:
            raise NotSent(NO_LONGER, again=False)
        if not is_served(phone.endpoint, self.services):
            raise NotSent(NOT_SERVED, again=False)
        content = sealed(payload(subject=parcel.subject, text=parcel.text, tag=parcel.id.hex), phone)
        headers = {
            **signed(phone.endpoint, contact=self.contact, at=clock.now()),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(KEPT),
            "Topic": parcel.id.hex,
            "Urgency": "high",
        }
        handing()
        status, _ = request("POST", checked(phone.endpoint), content=content, headers=headers)
        if status in GONE:
            forget(device=device, endpoint=phone.endpoint, at=clock.now())
            raise NotSent(NO_LONGER, again=False)
        refuse_unless_taken(status)
        return Receipt()

    def find(self, parcel: Parcel) -> Receipt | None:
        raise NotSent("a push service cannot be asked", again=True)

    def follow(self, reference: str) -> Fate | None:
        return None


def sealed(content: bytes, phone: Subscription) -> bytes:
    """Only the phone opens it (RFC 8291)."""
    ours = ec.generate_private_key(ec.SECP256R1())
    point, auth = (urlsafe_b64decode(part + "=" * (-len(part) % 4)) for part in (phone.key, phone.auth))
    return bytes(http_ece.encrypt(content, private_key=ours, dh=point, auth_secret=auth, version="aes128gcm"))


def make(_name: str, settings: Settings) -> Push:
    contact = str(settings["contact"])
    try:
        signed("https://example.org", contact=contact, at=clock.now())
    except VapidException as fault:
        raise ValueError("contact is mailto: and an address, or begins with https://") from fault
    return Push(contact, tuple(settings.get("services", SERVICES)))
