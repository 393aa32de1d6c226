"""What a station has seen, to and from the form in which it travels."""

from datetime import timedelta

from beredd.disruption.actions import Seen
from beredd.disruption.probes.tried import Tried
from beredd.disruption.rules.observed import Fault, Result
from beredd.sync.wire import RoundSeen, TriedSeen


def seen_of(one: RoundSeen, *, later: timedelta = timedelta()) -> Seen:
    """`later`: by how much the clock that it was seen by is slow."""
    return Seen(one.at + later, {target: _tried(tried) for target, tried in one.found.items()})


def round_of(one: Seen) -> RoundSeen:
    return RoundSeen(one.at, {target: _wire(tried) for target, tried in one.found.items()})


def _tried(one: TriedSeen) -> Tried:
    return Tried(Result(one.result), Fault(one.fault) if one.fault else None, one.seconds, one.certificate_ends)


def _wire(one: Tried) -> TriedSeen:
    return TriedSeen(one.result.value, one.fault.value if one.fault else None, one.seconds, one.certificate_ends)
