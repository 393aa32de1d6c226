"""What one can say does not work: a way out into the world, the launch, or one of the systems."""

from collections.abc import Iterable
from dataclasses import dataclass

from beredd.disruption.rules.landscape import INTERNET, LINK, NAMES, Landscape, Layer
from beredd.disruption.rules.observed import Kind
from beredd.disruption.rules.reports import LAYERS

FURTHEST_DOWN = frozenset({LINK, INTERNET, NAMES, Kind.LAUNCH.value})  # said with a word of their own, not as a system


@dataclass(frozen=True, slots=True)
class Thing:
    """`system` is filled in for Kind.SYSTEM, and for nothing else."""

    kind: Kind
    system: str = ""

    @property
    def key(self) -> str:
        """As it stands in a form: `launch`, `system:exorlive`."""
        return f"{self.kind}:{self.system}" if self.system else self.kind.value

    @property
    def layer(self) -> Layer:
        return LAYERS[self.kind]

    @property
    def about(self) -> str:
        """What an incident about it is called by."""
        return self.system or (self.kind.value if self.kind is Kind.LAUNCH else LINK)


def things(landscape: Landscape) -> tuple[Thing, ...]:
    """What the municipality's people can choose between, the launch first: it is what most of them meet."""
    systems = dict.fromkeys(target.system for target in landscape.targets.values())
    return (
        Thing(Kind.LAUNCH),
        *(Thing(Kind.SYSTEM, system) for system in systems if system not in FURTHEST_DOWN),
        Thing(Kind.PHONES),
        Thing(Kind.FIXED),
        Thing(Kind.WIRELESS),
    )


def thing_of(key: str, known: Iterable[Thing]) -> Thing | None:
    return next((one for one in known if one.key == key), None)
