"""What is wrong? Observations and reports → verdicts.   Cases: contract/cases/diagnosis.json

1. Each vantage point's results become a steady opinion of each target; what fails because something nearer fails is
   left out (opinion.py).
2. Where a target fails and where it works says how far it reaches (scope.py).
3. Targets of one system that fail alike are one verdict; what is planned is named so; many systems at once are one.
4. Reports are put to the verdict that explains them; the rest speak for themselves (reports.py), or are what was
   planned (excused.py).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from beredd.disruption.rules.excused import excused, still_telling
from beredd.disruption.rules.landscape import INTERNET, LINK, NAMES, Landscape, Layer, Maintenance, Owner, Target
from beredd.disruption.rules.observed import Fault, Link, Observation, Report, Vantage
from beredd.disruption.rules.opinion import Holds, Opinion, opinions
from beredd.disruption.rules.reports import with_reports
from beredd.disruption.rules.scope import Reach, Scope, reaches
from beredd.disruption.rules.verdict import Cause, Confidence, Verdict

MANY = 4  # unrelated systems that fail for all at once

_BY_LINK = {Link.FIXED: Layer.FIXED_LINE, Link.WIRELESS: Layer.WIRELESS, Link.MOBILE: Layer.MOBILE_NETWORK}
_WAYS = [{Link.FIXED}, {Link.WIRELESS}, {Link.MOBILE}, {Link.FIXED, Link.WIRELESS}]  # a unit's wireless needs its line
_ILL = (Holds.FAILS, Holds.UNSTEADY, Holds.SLOW)


def diagnose(
    observations: Iterable[Observation],
    reports: Iterable[Report],
    landscape: Landscape,
    planned: Collection[Maintenance],
    now: datetime,
) -> list[Verdict]:
    """The widest first. Empty when nothing is known to be wrong. Order and repetition do not matter."""
    found: list[Verdict] = []
    held_of = _by_target(opinions(observations, landscape, now))
    for target, held in held_of.items():
        for group in _alike(landscape.targets[target], held):
            found += _judge(landscape.targets[target], group, landscape)
    named = [_planned(one, planned, now) for one in _merged(found)]
    told = with_reports(_many(named), still_telling(reports, planned, landscape, now), landscape, now)
    return sorted(excused(told, planned, _seen_working(held_of, landscape), landscape, now), key=_order)


def _seen_working(held_of: Mapping[str, Sequence[Opinion]], landscape: Landscape) -> set[str]:
    seen = [target for target, held in held_of.items() if any(one.holds is Holds.WORKS for one in held)]
    return {landscape.targets[target].system for target in seen}


def _order(one: Verdict) -> tuple[object, ...]:
    layers, scopes = list(Layer), list(Scope)
    return -scopes.index(one.scope), layers.index(one.layer), one.system, one.of or "", one.cause, one.parts


def _by_target(found: Iterable[Opinion]) -> dict[str, list[Opinion]]:
    held: defaultdict[str, list[Opinion]] = defaultdict(list)
    for one in found:
        held[one.target].append(one)
    return held


def _alike(target: Target, held: Sequence[Opinion]) -> list[list[Opinion]]:
    """Those whose way is the same: a wireless that is down says nothing of the fixed line.

    The way out is asked about by all together, unless it is lost over some kinds of link and kept over others.
    """
    if target.key == LINK:
        return [group for link in Link if (group := [one for one in held if one.vantage.link is link])]
    if target.key in (INTERNET, NAMES):
        lost = {one.vantage.link for one in held if one.holds in _ILL}
        kept = {one.vantage.link for one in held if one.holds is Holds.WORKS}
        for links in _WAYS:
            if lost <= links and kept - links:
                return [[one for one in held if one.vantage.link in links]]
    return [list(held)]


def _judge(target: Target, held: Sequence[Opinion], landscape: Landscape) -> list[Verdict]:
    """What fails, and if it does not fail for all, what is slow or unsteady for the others."""
    works = [one.vantage for one in held if one.holds is Holds.WORKS]
    fails = [one for one in held if one.holds is Holds.FAILS]
    drags = [one for one in held if one.holds in (Holds.SLOW, Holds.UNSTEADY)]
    found = _verdicts(target, held, fails, works + [one.vantage for one in drags], landscape)
    if any(one.scope is Scope.ALL for one in found):
        return found
    return found + _verdicts(target, held, drags, works, landscape)


def _verdicts(
    target: Target, held: Sequence[Opinion], ill: Sequence[Opinion], works: Sequence[Vantage], landscape: Landscape
) -> list[Verdict]:
    found = []
    far = INTERNET in landscape.above(target.key)  # one that is cut off itself can say nothing of the others
    for reach in reaches([one.vantage for one in ill], works, one_is_enough=far):
        inside = [one for one in ill if one.vantage in reach.inside]
        layer = _layer(target, reach, held)
        found.append(
            Verdict(
                layer=layer,
                cause=_cause(inside),
                scope=reach.scope,
                owner=_owner(target, layer, reach, landscape),
                confidence=_confidence(reach, inside, held),
                system=target.system,
                of=reach.of,
                parts=(target.key,),
                failing=len(inside),
                asked=sum(one.holds is not Holds.UNKNOWN and one.vantage in reach.inside for one in held),
                steady=any(one.sure for one in inside),
            )
        )
    return found


def _layer(target: Target, reach: Reach, held: Sequence[Opinion]) -> Layer:
    if target.key not in (LINK, INTERNET):
        return Layer.DEVICE if reach.scope in (Scope.ONE_DEVICE, Scope.ONE_HOME) else target.layer
    if reach.scope is Scope.ONE_HOME:
        return Layer.COVERAGE
    links = {one.vantage.link for one in held if one.holds is not Holds.UNKNOWN}
    if len(links) == 1:
        return _BY_LINK[links.pop()]
    return target.layer if Link.MOBILE in links else Layer.FIXED_LINE


def _cause(ill: Sequence[Opinion]) -> Cause:
    """What most of them see; of two as common, the one that says more."""
    holds = [one.holds for one in ill]
    if Holds.FAILS not in holds:
        return Cause.SLOW if holds.count(Holds.SLOW) >= holds.count(Holds.UNSTEADY) else Cause.UNSTEADY
    faults = [one.fault for one in ill]
    return Cause(max(Fault, key=lambda fault: (faults.count(fault), -list(Fault).index(fault))).value)


def _owner(target: Target, layer: Layer, reach: Reach, landscape: Landscape) -> Owner:
    """A vendor answers for what fails for all; what fails in one place is for the IT department of that place."""
    if layer is Layer.COVERAGE:
        return Owner.LICENSED
    if reach.scope is Scope.ALL:
        return target.owner if target.key != LINK else Owner.IT_SERVICE
    employers = {one.employer for one in reach.inside}
    return landscape.local_it(employers.pop() if len(employers) == 1 else None)


def _confidence(reach: Reach, ill: Sequence[Opinion], held: Sequence[Opinion]) -> Confidence:
    """How many agree, against those who differ or cannot tell. Those spared agree that it reaches no further."""
    agree = [one for one in held if one in ill or (one.vantage in reach.spared and one.holds is Holds.WORKS)]
    sure = sum(one.sure for one in agree) if any(one.sure for one in ill) else 0
    share = len(agree) / len(held)
    if sure >= 3 and share >= 0.75:
        return Confidence.HIGH
    return Confidence.MEDIUM if sure >= 2 and share >= 0.5 else Confidence.LOW


def _merged(found: Sequence[Verdict]) -> list[Verdict]:
    """Parts of one system that fail alike, as one."""
    groups: defaultdict[tuple[object, ...], list[Verdict]] = defaultdict(list)
    for one in found:
        name = one.layer if one.system in (LINK, INTERNET) else one.system
        groups[name, one.cause, one.scope, one.of].append(one)
    return [_one_of(group) for group in groups.values()]


def _one_of(group: Sequence[Verdict]) -> Verdict:
    best = max(group, key=lambda one: (one.confidence, one.failing, one.asked, one.parts))
    return replace(best, parts=tuple(sorted({part for one in group for part in one.parts})))


def _planned(one: Verdict, planned: Collection[Maintenance], now: datetime) -> Verdict:
    if any(work.covers(one.system, now) for work in planned) and one.scope is Scope.ALL:
        return replace(one, cause=Cause.PLANNED)
    return one


def _many(found: Sequence[Verdict]) -> list[Verdict]:
    """Many unrelated systems that fail for all are not many faults but one, and IT service must know it first."""
    down = [one for one in found if _is_down(one)]
    systems = tuple(sorted({one.system for one in down}))
    if len(systems) < MANY:
        return list(found)
    surest = max(down, key=lambda one: (one.confidence, one.failing, one.asked))
    one = replace(
        surest,
        layer=Layer.MANY,
        cause=Cause.MANY_AT_ONCE,
        owner=Owner.IT_SERVICE,
        confidence=min(one.confidence for one in down),
        system="",
        parts=systems,
    )
    return [one, *(other for other in found if other not in down)]


def _is_down(one: Verdict) -> bool:
    ill = one.cause not in (Cause.PLANNED, Cause.SLOW, Cause.UNSTEADY)
    return one.layer is Layer.SYSTEM and one.scope is Scope.ALL and ill
