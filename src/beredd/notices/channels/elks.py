"""SMS by 46elks, in Sweden, or by a service that speaks as they do. It can be asked what it has had."""

import json
from dataclasses import dataclass
from typing import Any

from beredd.notices.channels import Settings
from beredd.notices.channels.http import checked, refuse_unless_taken, request
from beredd.notices.channels.parcel import Handing, MaybeSent, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.secret import secret

KIND = "46elks"
FATES = {"delivered": Fate.DELIVERED, "failed": Fate.GIVEN_UP}


@dataclass(frozen=True, slots=True)
class Elks:
    address: str
    sender: str
    user: str
    password: str
    unsure: Unsure = Unsure.ASK

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        handing()
        said = {"from": self.sender, "to": parcel.address, "message": self._text(parcel)}
        status, answer = request("POST", self.address, data=said, auth=(self.user, self.password))
        refuse_unless_taken(status)
        return Receipt(str(_read(answer).get("id", "")))

    def find(self, parcel: Parcel) -> Receipt | None:
        """By the mark that stands in the text: two alike to one number are told apart."""
        query = {"to": parcel.address, "limit": "100"}
        had = self._ask(self.address, params=query).get("data", ())
        ours = [one for one in had if one["to"] == parcel.address and parcel.mark in one.get("message", "")]
        return Receipt(str(ours[0]["id"])) if ours else None

    def follow(self, reference: str) -> Fate | None:
        return FATES.get(str(self._ask(f"{self.address}/{reference}").get("status"))) if reference else None

    def _ask(self, address: str, **more: Any) -> Any:
        try:
            status, answer = request("GET", address, auth=(self.user, self.password), **more)
            if status != 200:
                raise NotSent(f"HTTP {status}", again=True)
            return _read(answer)
        except MaybeSent as fault:
            raise NotSent(str(fault), again=True) from fault

    def _text(self, parcel: Parcel) -> str:
        return f"{parcel.text} [{parcel.mark}]"


def _read(answer: bytes) -> dict[str, Any]:
    try:
        found = json.loads(answer)
    except ValueError as fault:
        raise MaybeSent("the answer cannot be read") from fault
    if not isinstance(found, dict):
        raise MaybeSent("the answer cannot be read")
    return found


def make(name: str, settings: Settings) -> Elks:
    address = checked(str(settings.get("address", "https://api.46elks.com/a1/sms")))
    return Elks(address, str(settings["from"]), str(settings["user"]), secret(name))
