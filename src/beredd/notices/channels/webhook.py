"""Teams (a Workflow's address), and others that take an Adaptive Card. The address is the secret.

They neither know again what they have had nor can be asked: what may have come is not sent again.
"""

from dataclasses import dataclass
from typing import Any

from beredd.notices.channels import Settings
from beredd.notices.channels.http import checked, refuse_unless_taken, request
from beredd.notices.channels.parcel import Handing, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.secret import secret

KIND = "webhook"


@dataclass(frozen=True, slots=True)
class Webhook:
    address: str
    unsure: Unsure = Unsure.STOP

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        handing()
        status, _ = request("POST", self.address, json=card(parcel), headers={"Idempotency-Key": str(parcel.id)})
        refuse_unless_taken(status)
        return Receipt()

    def find(self, parcel: Parcel) -> Receipt | None:
        raise NotSent("a webhook cannot be asked", again=True)

    def follow(self, reference: str) -> Fate | None:
        return None


def card(parcel: Parcel) -> dict[str, Any]:
    """https://adaptivecards.io, version 1.4: the newest that Teams shows everywhere."""
    title = {"type": "TextBlock", "size": "Medium", "weight": "Bolder", "wrap": True, "text": parcel.subject}
    content = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [title, {"type": "TextBlock", "wrap": True, "text": parcel.text}],
    }
    return {
        "type": "message",
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": content}],
    }


def make(name: str, _settings: Settings) -> Webhook:
    return Webhook(checked(secret(name)))
