"""What phones may try, of all that is tried: the addresses that the municipality has named for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from beredd.disruption.landscape_file import LandscapeFault
from beredd.disruption.plan import own_file, plan


@dataclass(frozen=True, slots=True)
class PhonesLook:
    """`targets`: key → addresses, one that answers is enough."""

    every: timedelta
    slow: timedelta
    timeout: timedelta
    targets: Mapping[str, tuple[str, ...]]


def phones_look() -> PhonesLook | None:
    """None: phones try nothing. The file that comes with Beredd leads nowhere; a faulty one is no reason to fail."""
    try:
        if own_file() is None:
            return None
        here = plan()
    except LandscapeFault:
        return None
    targets = {one.target: one.phones for one in here.tries if one.phones}
    return PhonesLook(here.phones_every, here.slow, here.timeout, targets) if targets else None
