"""What the routine in force says that each role is to do in an incident, as a list to tick.

Nobody has answered the guide's questions for the whole unit: a step that hangs on an answer stands there with it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from beredd.disruption.rules.landscape import Layer
from beredd.routine.rules.routine import (
    EMPLOYER,
    ROLE,
    UNIT,
    Clause,
    Facts,
    Guard,
    ItemKind,
    Routine,
    Situation,
    Step,
)

PHONES, NETWORK = frozenset({"phones"}), frozenset({"network"})
BY_LAYER = {  # what routines call that which lies between people and the systems
    Layer.MOBILE_NETWORK: PHONES,
    Layer.COVERAGE: PHONES,
    Layer.FIXED_LINE: NETWORK,
    Layer.WIRELESS: NETWORK,
    Layer.INTERNET: NETWORK,
    Layer.NAMES: NETWORK,
    Layer.LAUNCH: frozenset({"exorlive", "appva"}),
}


_READER = (ROLE, EMPLOYER, UNIT)


@dataclass(frozen=True, slots=True)
class ListedStep:
    """`guards`: those of the items that led here and hang on an answer that is not known."""

    step: Step
    guards: tuple[Guard, ...]


@dataclass(frozen=True, slots=True)
class Section:
    situation: Situation
    steps: tuple[ListedStep, ...]


def situations(routine: Routine, system: str, layer: Layer) -> list[Situation]:
    """Those about the system, the narrowest first."""
    wanted = BY_LAYER.get(layer, frozenset({system}))
    return sorted((one for one in every(routine) if wanted & set(one.systems)), key=lambda one: len(one.systems))


def every(routine: Routine) -> list[Situation]:
    """All but that of a single device: it is no disruption."""
    return [one for one in routine.situations if one.id != routine.scope.instead]


def checklist(routine: Routine, role: str, found: Iterable[Situation]) -> list[Section]:
    """Each step once for each situation, in the order of the routine; situations without one for the role left out."""
    known = [one for one in found if role in one.audiences]
    listed = [Section(one, tuple(_steps(routine, one, {ROLE: role}, known))) for one in known]
    return [one for one in listed if one.steps]


def afters(routine: Routine, found: Iterable[Situation]) -> list[timedelta]:
    """“When it has lasted 4 hours”: the times that the situations give."""
    return [step.after for one in found for step in _own_steps(routine, one) if step.after]


def timed(routine: Routine, found: Iterable[Situation]) -> list[Step]:
    """The steps that have a time, each once."""
    own = (step for one in found for step in _own_steps(routine, one) if step.after)
    return list({step.id: step for step in own}.values())


def told_when_long(routine: Routine, found: Iterable[Situation]) -> list[str]:
    """The contacts that are to be told once somebody has decided that it is long, in the routine's order.

    A situation in which a step waits for a decision is one about going over to paper. Whoever is turned to only when
    something more has been found out is not rung by all.
    """
    long = [one for one in found if any(step.decides for step in _own_steps(routine, one))]
    told = (
        contact
        for situation in long
        for item in situation.items
        if item.kind is ItemKind.STEP and all(one.question in _READER for one in item.guard.when)
        for contact in routine.step(item.target).reach
    )
    return list(dict.fromkeys(told))


def _own_steps(routine: Routine, situation: Situation) -> Iterator[Step]:
    return (routine.step(item.target) for item in situation.items if item.kind is ItemKind.STEP)


def _steps(
    routine: Routine, situation: Situation, facts: Facts, apart: Collection[Situation], led: tuple[Guard, ...] = ()
) -> Iterator[ListedStep]:
    """`apart`: situations that have a section of their own, and are not repeated."""
    for item in situation.items:
        if not _possible(item.guard, facts):
            continue
        left = _unanswered(item.guard, facts)
        guards = (*led, left) if left.when or left.unless else led
        if item.kind is ItemKind.STEP:
            yield ListedStep(routine.step(item.target), guards)
        elif item.kind is ItemKind.SEE and (other := routine.situation(item.target)) not in apart:
            yield from _steps(routine, other, facts, [*apart, other], guards)


def _possible(guard: Guard, facts: Facts) -> bool:
    """May it hold, whatever is answered to what is not known?"""
    return all(_may_hold(one, facts) for one in guard.when) and not any(_holds(one, facts) for one in guard.unless)


def _unanswered(guard: Guard, facts: Facts) -> Guard:
    """What it still hangs on: what is known need not be said."""
    when, unless = (
        tuple(one for one in clauses if one.question not in facts) for clauses in (guard.when, guard.unless)
    )
    return Guard(when, unless)


def _may_hold(clause: Clause, facts: Facts) -> bool:
    return clause.question not in facts or facts[clause.question] in clause.options


def _holds(clause: Clause, facts: Facts) -> bool:
    return facts.get(clause.question) in clause.options
