"""Can names be looked up?"""

from datetime import timedelta

import dns.exception
import dns.resolver

from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result


def try_name(name: str, *, timeout: timedelta, slow: timedelta, resolver: dns.resolver.Resolver | None = None) -> Tried:
    """`resolver`: another than the machine's own. That a name does not exist is an answer, and a wrong one."""
    try:
        asked = resolver or dns.resolver.Resolver()
        answer = asked.resolve(name, "A", lifetime=timeout.total_seconds(), raise_on_no_answer=False)
    except dns.resolver.NXDOMAIN:
        return Tried.failed(Fault.NAME)
    except dns.exception.DNSException:
        return Tried.failed(Fault.NO_ANSWER)
    took = timedelta(seconds=answer.response.time)
    return Tried(Result.SLOW if took >= slow else Result.WORKS, None, took.total_seconds())
