"""One round of tries from here: each target once, a few at a time."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from beredd.disruption.landscape_file import How, Plan, Try
from beredd.disruption.probes.names import try_name
from beredd.disruption.probes.own_link import try_own_link
from beredd.disruption.probes.tried import Tried, best
from beredd.disruption.probes.web import try_web
from beredd.disruption.rules.landscape import INTERNET, LINK
from beredd.disruption.rules.observed import Fault, Observation, Result, Vantage

AT_ONCE = 4


def one_round(plan: Plan) -> Mapping[str, Tried]:
    """What came of each target, by its key."""
    tries = [one for one in plan.tries if one.how is not How.TOLD]
    with ThreadPoolExecutor(AT_ONCE) as workers:
        found = list(workers.map(lambda one: _try(one, plan), tries))
    return {LINK: try_own_link()} | {one.target: tried for one, tried in zip(tries, found, strict=True)}


def observations(found: Mapping[str, Tried], *, vantage: Vantage, at: datetime) -> list[Observation]:
    return [Observation(vantage, target, tried.result, at, tried.fault) for target, tried in found.items()]


def expiring(found: Mapping[str, Tried], *, within: timedelta, at: datetime) -> dict[str, datetime]:
    """The targets whose certificate soon expires, and when."""
    ends = {target: tried.certificate_ends for target, tried in found.items()}
    return {target: end for target, end in ends.items() if end is not None and end < at + within}


def _try(one: Try, plan: Plan) -> Tried:
    ask = try_name if one.how is How.NAMES else try_web
    tried = best([ask(address, timeout=plan.timeout, slow=plan.slow) for address in one.addresses])
    if one.target == INTERNET and tried.fault is Fault.NAME:
        return Tried(Result.UNKNOWN)  # names are asked about by themselves
    return tried
