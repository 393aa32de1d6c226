"""Who is to be told now? Cases: contract/cases/escalation.json

Each step of a group begins its time after the first. Whoever has been told and nobody has answered is told again, by
the next of their channels, until it has been done often enough. A channel that failed is not waited for.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from beredd.notices.rules.book import Group, Recipient


@dataclass(frozen=True, slots=True)
class Told:
    """A notice that has been queued. `failed`: it is known, or must be feared, that it never came."""

    recipient: str
    turn: int
    at: datetime
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """Tell this one, by this channel; `number` counts from 0 for each recipient."""

    recipient: str
    number: int
    channel: str
    address: str


def due(
    group: Group,
    recipients: Mapping[str, Recipient],
    *,
    since: datetime,
    urgent: bool,
    answered: bool,
    told: Iterable[Told],
    now: datetime,
    local: datetime,
) -> list[Turn]:
    """`local` is `now` on the wall in Sweden. Nobody is told once it is answered."""
    if answered:
        return []
    had = list(told)
    turns = []
    for key, begins in _begins(group, since).items():
        one = recipients[key]
        theirs = sorted((was for was in had if was.recipient == key), key=lambda was: was.turn)
        if begins <= now and _may(one, urgent=urgent, local=local) and _again(group, one, theirs, now):
            channel, address = list(one.reach.items())[len(theirs) % len(one.reach)]
            turns.append(Turn(key, len(theirs), channel, address))
    return turns


def _begins(group: Group, since: datetime) -> dict[str, datetime]:
    """Somebody in two steps is told from the earlier."""
    begins: dict[str, datetime] = {}
    for step in group.steps:
        for key in step.recipients:
            begins[key] = min(since + step.after, begins.get(key, since + step.after))
    return begins


def _may(one: Recipient, *, urgent: bool, local: datetime) -> bool:
    return bool(one.reach) and (urgent or one.quiet is None or not one.quiet.holds(local))


def _is_done(group: Group, one: Recipient, theirs: Sequence[Told]) -> bool:
    if not one.reach or len(theirs) >= group.most:
        return True
    return not group.answers and any(not was.failed for was in theirs)


def _again(group: Group, one: Recipient, theirs: Sequence[Told], now: datetime) -> bool:
    if not theirs:
        return True
    if _is_done(group, one, theirs):
        return False
    return theirs[-1].failed or now >= theirs[-1].at + group.every
