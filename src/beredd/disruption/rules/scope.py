"""How far it reaches: from one device to everybody, judged by where it fails and where it works."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from beredd.disruption.rules.observed import Place, Vantage


class Scope(StrEnum):
    ONE_USER = "one_user"
    ONE_DEVICE = "one_device"
    ONE_HOME = "one_home"
    ONE_UNIT = "one_unit"
    ONE_EMPLOYER = "one_employer"
    ALL = "all"


WIDE = frozenset({Scope.ONE_UNIT, Scope.ONE_EMPLOYER, Scope.ALL})  # what is narrower is no disruption

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Reach:
    """`of`: which user, device, home, unit or employer. `inside`: the vantage points it is about; `spared`: not."""

    scope: Scope
    of: str | None
    inside: frozenset[Vantage]
    spared: frozenset[Vantage]


def reaches(failing: Collection[Vantage], working: Collection[Vantage], *, one_is_enough: bool) -> list[Reach]:
    """The narrowest description that fits all that fail; else everybody when most fail, else each one by itself.

    `one_is_enough`: a server or a station that is alone in telling speaks for all; a single phone never does.
    """
    if not failing:
        return []
    shared = _shared_by(failing, working)
    if shared:
        return [shared]
    if _most(failing, working, one_is_enough=one_is_enough):
        return [Reach(Scope.ALL, None, frozenset(failing) | frozenset(working), frozenset())]
    groups = _units_that_fail(failing, working)
    left = sorted((one for one in failing if one.unit not in groups), key=str)
    each = [_group(Scope.ONE_UNIT, unit, failing, working) for unit in sorted(groups)]
    return list(dict.fromkeys([*each, *(_alone(one, failing, working) for one in left)]))


def _most(failing: Collection[Vantage], working: Collection[Vantage], *, one_is_enough: bool) -> bool:
    enough = len(failing) >= SEVERAL or (one_is_enough and all(one.place is not Place.PHONE for one in failing))
    return enough and len(failing) > len(working)


def _shared_by(failing: Collection[Vantage], working: Collection[Vantage]) -> Reach | None:
    """What all that fail have in common and none that works has."""
    home, unit = _only(one.home for one in failing), _only(one.unit for one in failing)
    employer = _only(one.employer for one in failing)
    if home:
        return _group(Scope.ONE_HOME, home, failing, working)
    if len(failing) < SEVERAL:
        return None
    if unit and not any(one.unit == unit for one in working):
        return _group(Scope.ONE_UNIT, unit, failing, working)
    if employer and not unit and working and not any(one.employer == employer for one in working):
        return _group(Scope.ONE_EMPLOYER, employer, failing, working)
    return None


def _only(values: Iterable[str | None]) -> str | None:
    """The value that all have, when it is one."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _units_that_fail(failing: Collection[Vantage], working: Collection[Vantage]) -> set[str]:
    """Units where several fail and none works."""
    counted = Counter(one.unit for one in failing if one.unit is not None)
    spared = {one.unit for one in working}
    return {unit for unit, count in counted.items() if count >= SEVERAL and unit not in spared}


def _group(scope: Scope, of: str | None, failing: Collection[Vantage], working: Collection[Vantage]) -> Reach:
    name = {Scope.ONE_HOME: "home", Scope.ONE_UNIT: "unit", Scope.ONE_EMPLOYER: "employer"}[scope]
    everybody = frozenset(failing) | frozenset(working)
    inside = frozenset(one for one in everybody if getattr(one, name) == of)
    return Reach(scope, of, inside, everybody - inside)


def _alone(one: Vantage, failing: Collection[Vantage], working: Collection[Vantage]) -> Reach:
    """What fails elsewhere by itself says nothing for or against this one."""
    if one.home:
        return _group(Scope.ONE_HOME, one.home, [other for other in failing if other.home == one.home], working)
    return Reach(Scope.ONE_DEVICE, one.name, frozenset({one}), frozenset(working))
