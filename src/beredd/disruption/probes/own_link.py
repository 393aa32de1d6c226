"""Has this machine a way out at all?"""

import socket

from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result

# Addresses that are kept free for documentation (RFC 5737, RFC 3849): nothing is sent, the machine only chooses a way.
_ELSEWHERE = ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1"))


def try_own_link() -> Tried:
    """Works when there is a route; whether anything answers at its end is for the other probes to say."""
    return Tried(Result.WORKS) if any(_has_route(*way) for way in _ELSEWHERE) else Tried.failed(Fault.NO_ANSWER)


def _has_route(family: socket.AddressFamily, address: str) -> bool:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as way:
            way.connect((address, 9))
    except OSError:
        return False
    return True
