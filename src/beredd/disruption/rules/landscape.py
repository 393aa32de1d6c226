"""What there is to reach, what depends on what, who owns it, and when somebody works on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LINK, INTERNET, NAMES = "link", "internet", "names"  # the layers that every landscape has


class Layer(StrEnum):
    FIXED_LINE = "fixed_line"
    WIRELESS = "wireless"
    MOBILE_NETWORK = "mobile_network"
    COVERAGE = "coverage"
    INTERNET = "internet"
    NAMES = "names"
    SYSTEM = "system"
    LAUNCH = "launch"
    AUTHORISATION = "authorisation"
    DEVICE = "device"
    MANY = "many"  # many unrelated systems at once: perhaps an attack


class Owner(StrEnum):
    IT_SERVICE = "it_service"
    OWN_IT = "own_it"  # the employer's own IT department
    HELPDESK = "helpdesk"
    VENDOR = "vendor"
    LICENSED = "licensed"


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to reach. `parents`: what must work for it to be reachable; `system`: what people call it."""

    key: str
    system: str
    parents: tuple[str, ...]
    layer: Layer = Layer.SYSTEM
    owner: Owner = Owner.VENDOR


@dataclass(frozen=True, slots=True)
class Maintenance:
    """Planned work on a system, from and until (not included)."""

    system: str
    starts: datetime
    ends: datetime

    def covers(self, system: str, at: datetime) -> bool:
        return self.system == system and self.starts <= at < self.ends


GROUND = (
    Target(LINK, LINK, ()),
    Target(INTERNET, INTERNET, (LINK,), Layer.INTERNET, Owner.IT_SERVICE),
    Target(NAMES, NAMES, (LINK, INTERNET), Layer.NAMES, Owner.IT_SERVICE),
)


@dataclass(frozen=True, slots=True)
class Landscape:
    """`titles`: what each system is called; `own_it`: the employers that have an IT department of their own."""

    targets: Mapping[str, Target]
    titles: Mapping[str, str]
    own_it: frozenset[str] = frozenset()

    def above(self, key: str) -> frozenset[str]:
        """All that a target depends on, however far."""
        return frozenset(self._walk(key)) - {key}

    def _walk(self, key: str) -> Iterator[str]:
        yield key
        for parent in self.targets[key].parents:
            yield from self._walk(parent)

    def local_it(self, employer: str | None) -> Owner:
        return Owner.OWN_IT if employer in self.own_it else Owner.IT_SERVICE

    def title(self, system: str) -> str:
        return self.titles.get(system, system)
