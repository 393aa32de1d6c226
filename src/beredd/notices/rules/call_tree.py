"""Who rings whom when nothing else works: the group's order, as a tree on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from beredd.notices.rules.book import Group, Recipient


@dataclass(frozen=True, slots=True)
class Call:
    """`rings`: those whom this one rings next; `number` is empty when none is known."""

    name: str
    number: str
    minutes: int
    rings: tuple[str, ...]


def call_tree(group: Group, recipients: Mapping[str, Recipient]) -> list[Call]:
    """Those of a step share out the next step between them, in turn. Nobody is rung by two, nobody is left out.

    Whoever has a role is not on paper: it changes more often than what hangs on a wall.
    """
    steps: list[list[str]] = []
    minutes: dict[str, int] = {}
    for step in sorted(group.steps, key=lambda one: one.after):
        fresh = [key for key in dict.fromkeys(step.recipients) if key not in minutes and not recipients[key].roles]
        minutes |= dict.fromkeys(fresh, int(step.after.total_seconds() // 60))
        steps += [fresh] if fresh else []
    shares: dict[str, list[str]] = {key: [] for key in minutes}
    for now, following in pairwise(steps):
        for place, key in enumerate(following):
            shares[now[place % len(now)]].append(key)
    return [
        Call(recipients[key].name, recipients[key].phone, minutes[key], tuple(recipients[one].name for one in rings))
        for key, rings in shares.items()
    ]
