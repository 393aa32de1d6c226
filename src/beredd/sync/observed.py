"""What a station tells of what it has seen: as it travels, and as we have it."""

from datetime import timedelta
from typing import Annotated, Literal

from msgspec import Meta, Struct

from beredd.disruption.probes.tried import Seen, Tried
from beredd.disruption.rules.observed import Fault, Result
from beredd.sync.wire import NO_NUL, Hash, Instant

MOST_ROUNDS = 60


class TriedSeen(Struct, frozen=True):
    """What came of one try: works, slow, fails or unknown; `fault` when it fails, and how long it took."""

    result: Literal["works", "slow", "fails", "unknown"]
    fault: Literal["certificate_expired", "certificate_name", "name", "error", "no_answer"] | None = None
    seconds: Annotated[float, Meta(ge=0, le=3600)] | None = None
    certificate_ends: Instant | None = None


class RoundSeen(Struct, frozen=True):
    """One round from one place: what came of each target, by its key."""

    at: Instant
    found: Annotated[dict[Annotated[str, Meta(max_length=60, pattern=NO_NUL)], TriedSeen], Meta(max_length=60)]


class ObservedRequest(Struct, frozen=True):
    """From a station. `sent_at`: by its own clock, as its rounds are. `plan`: SHA-256 of what it has been told to try.

    `resting`: it is being switched off.
    """

    protocol: int
    sent_at: Instant
    rounds: Annotated[list[RoundSeen], Meta(max_length=MOST_ROUNDS)]
    plan: Hash = ""
    resting: bool = False


class ObservedReply(Struct, frozen=True):
    """`new`: how many results we did not have. `plan`: what to try, as TOML, when it is another than the station's."""

    now: Instant
    new: int
    plan: str | None = None


def seen_of(one: RoundSeen, *, later: timedelta = timedelta()) -> Seen:
    """`later`: by how much the clock that it was seen by is slow."""
    return Seen(one.at + later, {target: tried_of(tried) for target, tried in one.found.items()})


def round_of(one: Seen) -> RoundSeen:
    return RoundSeen(one.at, {target: _wire(tried) for target, tried in one.found.items()})


def tried_of(one: TriedSeen) -> Tried:
    return Tried(Result(one.result), Fault(one.fault) if one.fault else None, one.seconds, one.certificate_ends)


def _wire(one: Tried) -> TriedSeen:
    return TriedSeen(one.result.value, one.fault.value if one.fault else None, one.seconds, one.certificate_ends)
