"""What is around the person: parts to draw in layers, surfaces that bear, and places that hands hold."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Top:
    """A level surface that feet, a seat or a back may rest on."""

    left: float
    right: float
    y: float
    soft: float = 0  # how far one sinks in

    def bears(self, point: complex, within: float) -> bool:
        """Whether something whose lowest point this is rests on it."""
        return self.left - 3 <= point.real <= self.right + 3 and abs(point.imag - self.y) <= within + self.soft


@dataclass(frozen=True)
class Grip:
    """A line that a hand may hold or lie on."""

    start: complex
    end: complex

    def distance(self, point: complex) -> float:
        """How far a point is from it."""
        span = self.end - self.start
        if span == 0:
            return abs(point - self.start)
        along = ((point - self.start) * span.conjugate()).real / abs(span) ** 2
        return abs(point - self.start - span * min(max(along, 0.0), 1.0))


@dataclass(frozen=True)
class Props:
    """Parts behind the person, between body and near arm, and in front; what bears and what can be held."""

    behind: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    tops: tuple[Top, ...] = ()
    grips: tuple[Grip, ...] = ()

    def __add__(self, other: "Props") -> "Props":
        return Props(*(getattr(self, field.name) + getattr(other, field.name) for field in fields(self)))
