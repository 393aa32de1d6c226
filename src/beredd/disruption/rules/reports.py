"""What reports say: support for what probes found, one user's own trouble, or something that only people have seen."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from beredd.disruption.rules.landscape import LINK, Landscape, Layer, Owner
from beredd.disruption.rules.observed import Kind, Report
from beredd.disruption.rules.scope import WIDE, Scope
from beredd.disruption.rules.verdict import Cause, Confidence, Verdict

RECENT = timedelta(minutes=60)
ALIKE = 3  # users with a device each; fewer are not a disruption

LAYERS = {
    Kind.LAUNCH: Layer.LAUNCH,
    Kind.SYSTEM: Layer.SYSTEM,
    Kind.PHONES: Layer.MOBILE_NETWORK,
    Kind.COVERAGE: Layer.MOBILE_NETWORK,
    Kind.FIXED: Layer.FIXED_LINE,
    Kind.WIRELESS: Layer.WIRELESS,
}
_NEARER = frozenset({Layer.INTERNET, Layer.NAMES, Layer.MANY})  # explain whatever is said


def with_reports(
    found: Sequence[Verdict], reports: Iterable[Report], landscape: Landscape, now: datetime
) -> list[Verdict]:
    """The verdicts with how many users have said the same, and verdicts for what none of them explains."""
    recent = {one for one in reports if now - RECENT < one.at <= now}
    explained = {verdict: {one for one in recent if _explains(verdict, one, landscape)} for verdict in found}
    told = [_supported(verdict, said) for verdict, said in explained.items()]
    return told + _by_themselves(_in_order(recent.difference(*explained.values())), landscape)


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """First said, first thought of: two who share a device are told apart by nothing else."""
    return sorted(reports, key=lambda one: (one.at, str(one)))


def _explains(verdict: Verdict, one: Report, landscape: Landscape) -> bool:
    return _is_within(verdict, one) and (
        verdict.layer in _NEARER
        or (verdict.layer is LAYERS[one.kind] and _same(verdict, one))
        or _above(verdict, one, landscape)
    )


def _is_within(verdict: Verdict, one: Report) -> bool:
    place = {Scope.ONE_DEVICE: one.device, Scope.ONE_UNIT: one.unit, Scope.ONE_EMPLOYER: one.employer}
    return verdict.scope is Scope.ALL or (verdict.of is not None and place.get(verdict.scope, one.home) == verdict.of)


def _same(verdict: Verdict, one: Report) -> bool:
    return verdict.layer is not Layer.SYSTEM or verdict.system == one.system


def _above(verdict: Verdict, one: Report, landscape: Landscape) -> bool:
    """Is it something that what is reported depends on, or the way out that a phone takes?"""
    if verdict.layer in (Layer.MOBILE_NETWORK, Layer.COVERAGE):
        return one.kind in (Kind.LAUNCH, Kind.SYSTEM, Kind.PHONES, Kind.COVERAGE)
    asked = [key for key, target in landscape.targets.items() if _is_about(one, target.layer, target.system)]
    return any(part in landscape.above(key) for part in verdict.parts for key in asked) and verdict.system != LINK


def _is_about(one: Report, layer: Layer, system: str) -> bool:
    return layer is Layer.LAUNCH if one.kind is Kind.LAUNCH else one.kind is Kind.SYSTEM and system == one.system


def _supported(verdict: Verdict, said: Iterable[Report]) -> Verdict:
    """Several users who say the same make it a step surer, never more than that."""
    users = len({one.user for one in said})
    surer = Confidence.MEDIUM if users >= ALIKE else Confidence.LOW
    return replace(
        verdict, said=users, confidence=max(verdict.confidence, surer), steady=verdict.steady or users >= ALIKE
    )


def _by_themselves(reports: Iterable[Report], landscape: Landscape) -> list[Verdict]:
    groups: defaultdict[tuple[Kind, str | None, str | None], set[Report]] = defaultdict(set)
    for one in reports:
        groups[one.kind, one.system, one.home if one.kind is Kind.COVERAGE else None].add(one)
    found: list[Verdict] = []
    for (kind, _, home), said in groups.items():
        if kind is Kind.COVERAGE and home:
            found.append(_at_a_home(home, said))
        elif is_alike(said):
            found.append(_by_several(kind, said, landscape))
        else:
            found += [_by_one(one, landscape) for one in _latest_of_each(said)]
    return _one_for_each_place(found)


def _one_for_each_place(found: Sequence[Verdict]) -> list[Verdict]:
    """A shared computer that several complain about is one fault."""
    groups: defaultdict[tuple[Layer, Scope, str | None, str], list[Verdict]] = defaultdict(list)
    for one in found:
        groups[one.layer, one.scope, one.of, one.system].append(one)
    return [replace(group[0], said=sum(one.said for one in group)) for group in groups.values()]


def is_alike(said: Iterable[Report]) -> bool:
    """Enough users, each with a device of their own, to suspect more than a coincidence."""
    known = list(said)
    return min(len({one.user for one in known}), len({one.device for one in known})) >= ALIKE


def _at_a_home(home: str, said: Iterable[Report]) -> Verdict:
    users = len({one.user for one in said})
    return Verdict(
        layer=Layer.COVERAGE,
        cause=Cause.COVERAGE,
        scope=Scope.ONE_HOME,
        owner=Owner.LICENSED,
        confidence=Confidence.MEDIUM if users > 1 else Confidence.LOW,
        system=LINK,
        of=home,
        said=users,
    )


def _by_several(kind: Kind, said: Iterable[Report], landscape: Landscape) -> Verdict:
    """Nobody but people has seen it: a suspicion, however many they are."""
    known = list(said)
    scope, of = _scope(known)
    employers = {one.employer for one in known}
    local = landscape.local_it(employers.pop() if len(employers) == 1 and scope in WIDE - {Scope.ALL} else None)
    layer = LAYERS[kind]
    return Verdict(
        layer=layer,
        cause=Cause.SAID,
        scope=scope,
        owner=Owner.VENDOR if layer is Layer.SYSTEM and scope is Scope.ALL else local,
        confidence=Confidence.LOW,
        system=known[0].system or (kind.value if layer is Layer.LAUNCH else LINK),
        of=of,
        said=len({one.user for one in known}),
    )


def _scope(said: Sequence[Report]) -> tuple[Scope, str | None]:
    units, employers = {one.unit for one in said}, {one.employer for one in said}
    if len(units) == 1 and None not in units:
        return Scope.ONE_UNIT, units.pop()
    if len(employers) == 1 and None not in employers:
        return Scope.ONE_EMPLOYER, employers.pop()
    return Scope.ALL, None


def _latest_of_each(said: Iterable[Report]) -> list[Report]:
    """The last word of each user, with the helpdesk's answer when there is one."""
    last: dict[str, Report] = {}
    for one in sorted(said, key=lambda one: (one.at, one.right is not None, str(one))):
        last[one.user] = one
    return list(last.values())


def _by_one(one: Report, landscape: Landscape) -> Verdict:
    """One user or one device: whose it is, and what remains to ask. The order is the routine's."""
    it = landscape.local_it(one.employer)
    if one.kind is Kind.LAUNCH and one.other_device_works is not True:
        layer, cause, owner, confidence = _about_the_right(one.right, it)
        scope, of = Scope.ONE_USER, one.user
    else:
        layer, cause, owner, confidence = Layer.DEVICE, Cause.DEVICE, it, Confidence.LOW
        scope, of = (Scope.ONE_DEVICE, one.device)
    system = one.system or (one.kind.value if one.kind is Kind.LAUNCH else LINK)
    return Verdict(layer, cause, scope, owner, confidence, system, of, said=1)


def _about_the_right(right: bool | None, it: Owner) -> tuple[Layer, Cause, Owner, Confidence]:
    if right is None:
        return Layer.AUTHORISATION, Cause.RIGHT_UNCHECKED, Owner.HELPDESK, Confidence.LOW
    if right:
        return Layer.LAUNCH, Cause.SAID, it, Confidence.MEDIUM
    return Layer.AUTHORISATION, Cause.RIGHT, Owner.HELPDESK, Confidence.HIGH
