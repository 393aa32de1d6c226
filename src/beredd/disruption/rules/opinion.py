"""What one vantage point holds of one target, after its latest results: steady, and with its own faults left out."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from beredd.disruption.rules.landscape import LINK, Landscape
from beredd.disruption.rules.observed import Fault, Observation, Result, Vantage

WINDOW = timedelta(minutes=15)
LATEST = 6  # results; older ones no longer say how it is
IN_A_ROW = 2  # that differ before the opinion changes: one failure of six is no outage
UNSTEADY_FROM = 3  # changes between works and fails among the latest


class Holds(StrEnum):
    WORKS = "works"
    SLOW = "slow"
    UNSTEADY = "unsteady"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Opinion:
    """`sure`: it rests on more than one result, or on a fault that does not pass by itself."""

    vantage: Vantage
    target: str
    holds: Holds
    sure: bool
    fault: Fault | None = None


_LASTING = {Fault.CERTIFICATE_EXPIRED, Fault.CERTIFICATE_NAME}
_WORST_LAST = (Result.UNKNOWN, Result.WORKS, Result.SLOW, Result.FAILS)


def opinions(observations: Iterable[Observation], landscape: Landscape, now: datetime) -> list[Opinion]:
    """One for each vantage point and target that was looked at; none where all it saw has another explanation."""
    series: defaultdict[tuple[Vantage, str], list[Observation]] = defaultdict(list)
    for one in _one_each(observations, landscape, now):
        series[one.vantage, one.target].append(one)
    seen = {key: _latest(found) for key, found in series.items()}
    own = [
        (vantage, target, [one for one in found if not _explained(one, landscape.above(target), seen)])
        for (vantage, target), found in seen.items()
    ]
    return sorted((_opinion(v, t, found) for v, t, found in own if found), key=lambda one: (one.target, str(one)))


def _one_each(observations: Iterable[Observation], landscape: Landscape, now: datetime) -> list[Observation]:
    """Of what one vantage point says of one target at one instant, the worst; nothing old, unknown to us or to come."""
    kept: dict[tuple[Vantage, str, datetime], Observation] = {}
    for one in observations:
        key = one.vantage, one.target, one.at
        if one.target in landscape.targets and now - WINDOW < one.at <= now:
            kept[key] = max(kept.get(key, one), one, key=_badness)
    return list(kept.values())


def _badness(one: Observation) -> tuple[int, str]:
    return _WORST_LAST.index(one.result), one.fault or ""


def _latest(found: list[Observation]) -> list[Observation]:
    return sorted(found, key=lambda one: one.at)


def _explained(one: Observation, above: Collection[str], seen: dict[tuple[Vantage, str], list[Observation]]) -> bool:
    """Did something that it depends on fail from the same place just then? Then it says nothing of the target itself.

    With the own link down not even success says anything: it must have come from a cache.
    """
    for parent in above:
        before = [past for past in seen.get((one.vantage, parent), ()) if past.at <= one.at]
        told = [past.result for past in before if past.result is not Result.UNKNOWN]
        if told and one.result in _EXPLAINS[told[-1]] | (frozenset(Result) if _is_cut(parent, told[-1]) else set()):
            return True
    return False


def _is_cut(parent: str, result: Result) -> bool:
    return parent == LINK and result is Result.FAILS


_EXPLAINS: dict[Result, frozenset[Result]] = {
    Result.FAILS: frozenset({Result.FAILS, Result.SLOW}),
    Result.SLOW: frozenset({Result.SLOW}),
    Result.WORKS: frozenset(),
}


def _opinion(vantage: Vantage, target: str, found: Sequence[Observation]) -> Opinion:
    told = [one for one in found if one.result is not Result.UNKNOWN][-LATEST:]
    if not told:
        return Opinion(vantage, target, Holds.UNKNOWN, sure=False)
    results = [one.result for one in told]
    holds = Holds.UNSTEADY if _wavers(results) else Holds(_steady(results).value)
    fault = _fault(told) if holds in (Holds.FAILS, Holds.UNSTEADY) else None
    return Opinion(vantage, target, holds, sure=len(told) >= IN_A_ROW or fault in _LASTING, fault=fault)


def _steady(results: Sequence[Result]) -> Result:
    """It works until it has failed, or been slow, some times in a row; then so until it has not, as many times."""
    if len(results) == 1:
        return results[0]
    state = Result.WORKS
    for before, after in pairwise(results):
        if before is after:
            state = after
    return state


def _wavers(results: Sequence[Result]) -> bool:
    up = [result is not Result.FAILS for result in results]
    changes = sum(before != after for before, after in pairwise(up))
    return changes >= UNSTEADY_FROM


def _fault(told: Sequence[Observation]) -> Fault:
    faults = Counter(one.fault or Fault.NO_ANSWER for one in told if one.result is Result.FAILS)
    return min(faults, key=lambda fault: (-faults[fault], list(Fault).index(fault)))
