"""Time limits of an incident: what must have been decided by when, and when to say that the time is running out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from beredd.disruption.rules.incident import ONGOING, PATHS, Move, State


class Limit(StrEnum):
    LOOK_INTO = "look_into"  # somebody says whether the suspicion is right
    GO_TO_PAPER = "go_to_paper"
    NEXT_WORD = "next_word"  # those who wait are told how it goes
    BALANCE = "balance"  # the books after it


@dataclass(frozen=True, slots=True)
class Rule:
    """Counted from when the incident came into one of `states` and has stayed in them since."""

    states: frozenset[State]
    after: timedelta
    warn: timedelta  # before it passes


LIMITS: dict[Limit, Rule] = {
    Limit.LOOK_INTO: Rule(frozenset({State.SUSPECTED}), timedelta(minutes=15), timedelta(minutes=5)),
    Limit.GO_TO_PAPER: Rule(frozenset({State.CONFIRMED, State.DEGRADED}), timedelta(hours=4), timedelta(minutes=45)),
    Limit.NEXT_WORD: Rule(ONGOING, timedelta(hours=2), timedelta(minutes=20)),
    Limit.BALANCE: Rule(frozenset({State.RECOVERING}), timedelta(hours=24), timedelta(hours=6)),
}


@dataclass(frozen=True, slots=True)
class Due:
    warns_at: datetime
    passes_at: datetime

    def is_warning(self, now: datetime) -> bool:
        return self.warns_at <= now < self.passes_at

    def has_passed(self, now: datetime) -> bool:
        return self.passes_at <= now


@dataclass(frozen=True, slots=True)
class Deadline(Due):
    limit: Limit


@dataclass(frozen=True, slots=True)
class Step:
    move: Move
    at: datetime


def with_routine(afters: Iterable[timedelta]) -> dict[Limit, Rule]:
    """“After 4 hours …”: the shortest time that the routine in force gives takes the place of ours."""
    shortest = min(afters, default=None)
    if shortest is None:
        return LIMITS
    usual = LIMITS[Limit.GO_TO_PAPER]
    return {**LIMITS, Limit.GO_TO_PAPER: replace(usual, after=shortest, warn=min(usual.warn, shortest / 4))}


def deadlines(
    opened_at: datetime,
    steps: Iterable[Step],
    *,
    told_at: datetime | None = None,
    promised_at: datetime | None = None,
    limits: Mapping[Limit, Rule],
) -> list[Deadline]:
    """Those that run now, the nearest first.

    A word to those who wait, `told_at`, begins the next one anew; the time that it promised, `promised_at`, is kept.
    """
    known = list(steps)
    found = []
    for limit, rule in limits.items():
        since = _since(opened_at, known, rule.states)
        if since is not None:
            begins = max(since, told_at) if limit is Limit.NEXT_WORD and told_at else since
            passes = promised_at if limit is Limit.NEXT_WORD and promised_at else begins + rule.after
            found.append(Deadline(passes - rule.warn, passes, limit))
    return sorted(found, key=lambda one: (one.passes_at, one.limit))


def task_time(opened_at: datetime, steps: Iterable[Step], after: timedelta) -> Due | None:
    """Of a step that the routine says is to be done “after 4 hours”; None when nothing goes on that it counts from.

    Somebody says it a quarter of the time before, and at most three quarters of an hour.
    """
    since = _since(opened_at, list(steps), ONGOING)
    usual = LIMITS[Limit.GO_TO_PAPER].warn
    return None if since is None else Due(since + after - min(usual, after / 4), since + after)


def _since(opened_at: datetime, steps: Iterable[Step], states: frozenset[State]) -> datetime | None:
    """When it last came into one of the states from outside them; None when it is not there."""
    since = opened_at if State.SUSPECTED in states else None
    for step in steps:
        if PATHS[step.move].target not in states:
            since = None
        elif since is None:
            since = step.at
    return since
