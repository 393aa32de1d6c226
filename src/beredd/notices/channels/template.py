"""Anything that takes JSON over HTTP: another SMS service, a gateway on the own network, a portal for tickets.

In the settings, {to} {subject} {text} {reference} {secret} are filled in, wherever they stand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from beredd.notices.channels import Settings
from beredd.notices.channels.http import checked, refuse_unless_taken, request
from beredd.notices.channels.parcel import Handing, MaybeSent, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.secret import secret

KIND = "http"


@dataclass(frozen=True, slots=True)
class Template:
    """`lookup`: an address that answers 200 when it has had {reference}, 404 when not."""

    address: str
    body: Any
    headers: Mapping[str, str]
    lookup: str
    unsure: Unsure
    secret: str

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        values = self._values(parcel)
        headers = {**filled(self.headers, values), "Idempotency-Key": str(parcel.id)}
        handing()
        status, _ = request("POST", self.address, json=filled(self.body, values), headers=headers)
        refuse_unless_taken(status)
        return Receipt(str(parcel.id))

    def find(self, parcel: Parcel) -> Receipt | None:
        values = self._values(parcel)
        address = str(filled(self.lookup, {name: quote(value, safe="") for name, value in values.items()}))
        try:
            status, _ = request("GET", address, headers=filled(self.headers, values))
        except MaybeSent as fault:
            raise NotSent(str(fault), again=True) from fault
        if status not in (200, 404):
            raise NotSent(f"HTTP {status}", again=True)
        return Receipt(str(parcel.id)) if status == 200 else None

    def follow(self, reference: str) -> Fate | None:
        return None

    def _values(self, parcel: Parcel) -> dict[str, str]:
        said = {"to": parcel.address, "subject": parcel.subject, "text": parcel.text}
        return {**said, "reference": str(parcel.id), "secret": self.secret}


def filled(pattern: Any, values: Mapping[str, str]) -> Any:
    """The same shape, with the values in its texts. In one pass: what is filled in is not filled in again."""
    if isinstance(pattern, Mapping):
        return {key: filled(one, values) for key, one in pattern.items()}
    if isinstance(pattern, list):
        return [filled(one, values) for one in pattern]
    return _fill(pattern, values) if isinstance(pattern, str) else pattern


def _fill(pattern: str, values: Mapping[str, str]) -> str:
    before, brace, rest = pattern.partition("{")
    name, end, after = rest.partition("}")
    if not brace or not end:
        return pattern
    said = values.get(name, f"{{{name}}}")
    return before + said + _fill(after, values)


def make(name: str, settings: Settings) -> Template:
    lookup = str(settings.get("lookup", ""))
    recognises = Unsure.AGAIN if settings.get("recognises_key") else Unsure.STOP
    return Template(
        address=checked(str(settings["address"])),
        body=settings["body"],
        headers=dict(settings.get("headers", {})),
        lookup=checked(lookup) if lookup else "",
        unsure=Unsure.ASK if lookup else recognises,
        secret=secret(name) if "{secret}" in str(settings.get("headers", "")) + str(settings["body"]) else "",
    )
