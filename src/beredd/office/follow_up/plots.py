"""Where everything stands in a drawing: columns and points in the drawing's own units. Pure; the templates draw.

Numbers are texts with a point: a template would write them with the comma of the page's language.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

LEFT, RIGHT, TOP, BOTTOM = 34.0, 8.0, 10.0, 26.0
MOST_LABELS = 12
MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a column, from `low` to `high` in what is counted."""

    kind: str
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Column:
    """`label` is written below it when there is room; `told`: all of it in words."""

    label: str
    told: str
    segments: Sequence[Segment]


@dataclass(frozen=True, slots=True)
class Rect:
    kind: str
    x: str
    y: str
    width: str
    height: str
    told: str


@dataclass(frozen=True, slots=True)
class Text:
    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    x: str
    y: str
    told: str


@dataclass(frozen=True, slots=True)
class Curve:
    """Points over time; `path` joins them, empty when there is only one."""

    kind: str
    points: Sequence[Point]
    path: str


@dataclass(frozen=True, slots=True)
class Plot:
    """`lines`: across the drawing at the height of each number; `right`: where they end."""

    width: str
    height: str
    right: str
    base: str
    lines: Sequence[Text]
    labels: Sequence[Text]
    rects: Sequence[Rect] = ()
    curves: Sequence[Curve] = ()


def columns(found: Sequence[Column], *, width: float, height: float) -> Plot:
    """One column beside the other, each piece upon what it begins at."""
    most = max((segment.high for column in found for segment in column.segments), default=0) or 1
    step = (width - LEFT - RIGHT) / max(1, len(found))
    thick = min(step * 0.72, 34)
    return Plot(
        **_frame(width, height, most),
        labels=_labels([(column.label, LEFT + step * (n + 0.5)) for n, column in enumerate(found)], height),
        rects=[
            Rect(
                kind=segment.kind,
                x=_text(LEFT + step * (n + 0.5) - thick / 2),
                y=_text(_up(segment.high, most, height)),
                width=_text(thick),
                height=_text(_up(segment.low, most, height) - _up(segment.high, most, height)),
                told=column.told,
            )
            for n, column in enumerate(found)
            for segment in column.segments
            if segment.high > segment.low
        ],
    )


def curves(
    found: Sequence[tuple[str, Sequence[tuple[float, int, str]]]],
    *,
    labels: Sequence[tuple[str, float]],
    most: int,
    width: float,
    height: float,
) -> Plot:
    """Each by its kind, as points: how far along (0 to 1), how much, in words. `labels`: what stands how far along."""

    def across(share: float) -> float:
        return LEFT + 10 + share * (width - LEFT - RIGHT - 20)

    def curve(kind: str, points: Sequence[tuple[float, int, str]]) -> Curve:
        placed = [Point(_text(across(share)), _text(_up(value, most, height)), told) for share, value, told in points]
        path = "M" + "L".join(f"{point.x} {point.y}" for point in placed) if len(placed) > 1 else ""
        return Curve(kind, placed, path)

    return Plot(
        **_frame(width, height, most),
        labels=_labels([(text, across(share)) for text, share in labels], height),
        curves=[curve(kind, points) for kind, points in found],
    )


def _frame(width: float, height: float, most: int) -> dict[str, Any]:
    lines = [Text(_text(LEFT - 6), _text(_up(value, most, height)), str(value)) for value in _numbers(most)]
    return {
        "width": _text(width),
        "height": _text(height),
        "right": _text(width - RIGHT),
        "base": _text(height - BOTTOM),
        "lines": lines,
    }


def _numbers(most: int) -> list[int]:
    """0 and a few more, evenly: steps of 1, 2, 5, 10, 20, 50 …"""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if most / step <= MOST_LINES:
                return list(range(0, most + 1, step))
        size *= 10


def _labels(found: Sequence[tuple[str, float]], height: float) -> list[Text]:
    """As many as there is room for; those without a text never."""
    told = [one for one in found if one[0]]
    every = -(-len(told) // MOST_LABELS) or 1
    return [Text(_text(x), _text(height - 8), text) for text, x in told[::every]]


def _up(value: float, most: int, height: float) -> float:
    return TOP + (height - TOP - BOTTOM) * (1 - value / most)


def _text(number: float) -> str:
    return f"{number:.1f}"
