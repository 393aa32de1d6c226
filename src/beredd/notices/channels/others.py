"""Whatever apprise can reach and we have no channel of our own for: Matrix, Signal, ntfy, SMPP and many more.

The address (an apprise URL) is the secret. It hides receipts and cannot be asked, so what fails may have gone.
"""

from dataclasses import dataclass

import apprise

from beredd.notices.channels import Settings
from beredd.notices.channels.parcel import Handing, MaybeSent, NotSent, Parcel, Receipt
from beredd.notices.rules.fate import Fate, Unsure
from beredd.notices.secret import secret

KIND = "apprise"


@dataclass(frozen=True, slots=True)
class Others:
    address: str
    unsure: Unsure = Unsure.STOP

    def send(self, parcel: Parcel, handing: Handing) -> Receipt:
        notifier = apprise.Apprise()
        notifier.add(self.address)
        handing()
        if not notifier.notify(title=parcel.subject, body=parcel.text):
            raise MaybeSent("apprise: not confirmed")
        return Receipt()

    def find(self, parcel: Parcel) -> Receipt | None:
        raise NotSent("it cannot be asked", again=True)

    def follow(self, reference: str) -> Fate | None:
        return None


def make(name: str, _settings: Settings) -> Others:
    address = secret(name)
    if apprise.Apprise.instantiate(address) is None:
        raise ValueError("the secret is no address that apprise knows")
    return Others(address)
