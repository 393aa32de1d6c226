"""Who can be reached how, and in what order a group is told: what the municipality's file says, as frozen facts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Quiet:
    """Hours of the wall clock in Sweden in which only what is urgent is sent; it may go past midnight."""

    starts: time
    ends: time

    def holds(self, local: datetime) -> bool:
        now = local.time()
        if self.starts <= self.ends:
            return self.starts <= now < self.ends
        return now >= self.starts or now < self.ends


@dataclass(frozen=True, slots=True)
class Recipient:
    """`reach`: channel → address, the one to try first comes first. `phone` is for the call tree.

    `roles`: not one who is written here but all with one of them in the units concerned, by the channels in `own`, at
    the addresses that the directory has of each (rules/meant.py).
    """

    key: str
    name: str
    reach: Mapping[str, str]
    phone: str = ""
    quiet: Quiet | None = None
    language: str = "sv"
    roles: frozenset[str] = frozenset()
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Told this long after the first, unless somebody has answered by then."""

    after: timedelta
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """`hears`: the templates it is told of. `answers`: somebody must say "I have seen it", else it goes on and up.

    `unit`: the key of the unit whose matters it hears; empty is all. Each is told at most `most` times.
    """

    key: str
    title: str
    steps: tuple[Step, ...]
    hears: frozenset[str] = frozenset()
    unit: str = ""
    answers: bool = False
    every: timedelta = timedelta(minutes=15)
    most: int = 3

    @property
    def recipients(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one for step in self.steps for one in step.recipients))


@dataclass(frozen=True, slots=True)
class Book:
    recipients: Mapping[str, Recipient]
    groups: Mapping[str, Group]

    def hearing(self, template: str, unit: str = "") -> tuple[Group, ...]:
        """The groups that are told of it: those of the unit, and those of all units."""
        return tuple(one for one in self.groups.values() if template in one.hears and one.unit in ("", unit))
