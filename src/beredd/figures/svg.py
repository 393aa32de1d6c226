"""Shapes as SVG text: small, in a fixed order, the same bytes each time."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from beredd.figures.geometry import direction, toward, turned

SIZE = 320
FLOOR = 296.0
INK = "#222"
ACCENT = "#c2410c"


def number(value: float) -> str:
    """A coordinate with at most one decimal, and never "-0"."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def xy(point: complex) -> str:
    """A point as path data."""
    return f"{number(point.real)} {number(point.imag)}"


def capsule(start: complex, start_radius: float, end: complex, end_radius: float) -> str:
    """Path data of a rounded bone: two circles and the lines that touch both."""
    length = abs(end - start)
    if length <= abs(start_radius - end_radius) + 0.01:
        return circle(start, start_radius) if start_radius > end_radius else circle(end, end_radius)
    unit = (end - start) / length
    opening = math.degrees(math.acos((start_radius - end_radius) / length))
    left, right = turned(unit, -opening), turned(unit, opening)
    return (
        f"M{xy(start + right * start_radius)}{arc(start_radius, start_radius > end_radius)}"
        f"{xy(start + left * start_radius)}L{xy(end + left * end_radius)}"
        f"{arc(end_radius, end_radius > start_radius)}{xy(end + right * end_radius)}Z"
    )


def arc(radius: float, large: bool) -> str:
    """The beginning of a clockwise arc; the point it ends in follows."""
    return f"A{number(radius)} {number(radius)} 0 {int(large)} 1 "


def circle(centre: complex, radius: float) -> str:
    """Path data of a circle, clockwise as the capsules are."""
    return f"M{xy(centre - radius)}{arc(radius, False)}{xy(centre + radius)}{arc(radius, False)}{xy(centre - radius)}Z"


def chain(*joints: tuple[complex, float]) -> str:
    """Path data of a limb: capsules from joint to joint, each joint with its radius."""
    return "".join(capsule(*a, *b) for a, b in pairwise(joints))


def blob(points: Sequence[complex]) -> str:
    """Path data of a smooth closed curve through the points (Catmull-Rom)."""
    count = len(points)
    data = f"M{xy(points[0])}"
    for i in range(count):
        before, here, there, after = (points[(i + k) % count] for k in (-1, 0, 1, 2))
        data += f"C{xy(here + (there - before) / 6)} {xy(there - (after - here) / 6)} {xy(there)}"
    return data + "Z"


def polygon(*points: complex) -> str:
    """Path data of straight lines through the points, closed."""
    return "M" + "L".join(xy(p) for p in points) + "Z"


def box(left: float, top: float, width: float, height: float, fill: str, round_: float = 0) -> str:
    """A rectangle with the outline that everything has."""
    corner = f' rx="{number(round_)}"' if round_ else ""
    place = f'x="{number(left)}" y="{number(top)}" width="{number(width)}" height="{number(height)}"'
    return f'<rect {place}{corner} fill="{fill}"/>'


def shape(data: str, fill: str) -> str:
    """A filled shape; its outline lies outside, so joined parts have no line between them."""
    return f'<path d="{data}" fill="{fill}"/>'


def line(data: str, width: float = 1.8, colour: str = INK) -> str:
    """A line without filling."""
    ink = "" if colour == INK else f' stroke="{colour}"'
    return f'<path d="{data}" fill="none" stroke-width="{number(width)}"{ink}/>'


def rod(*points: complex, width: float = 5, fill: str = "#fff") -> str:
    """A tube with an outline, such as a chair leg or a frame."""
    data = "M" + "L".join(xy(p) for p in points)
    return line(data, width + 5) + line(data, width, fill)


def placed(parts: Iterable[str], at: complex, degrees: float = 0, mirrored: bool = False) -> str:
    """Parts drawn around 0,0, moved to a point, turned and perhaps mirrored."""
    turn = f" rotate({number(degrees)})" if degrees else ""
    flip = " scale(-1 1)" if mirrored else ""
    return f'<g transform="translate({xy(at)}){turn}{flip}">{"".join(parts)}</g>'


def straight_arrow(start: complex, end: complex) -> str:
    """An arrow of movement along a line."""
    return _arrow(f"M{xy(start)}L{xy(end)}", end, direction(end - start))


def round_arrow(centre: complex, radius: float, start: float, end: float, flat: float = 1) -> str:
    """An arrow of movement along an arc from one direction to another; `flat` squeezes it to an ellipse."""

    def on_arc(degrees: float) -> complex:
        unit = toward(degrees)
        return centre + complex(unit.real * radius, unit.imag * radius * flat)

    clockwise = int(end < start)
    long_way = int(abs(end - start) > 180)
    data = f"M{xy(on_arc(start))}A{number(radius)} {number(radius * flat)} 0 {long_way} {clockwise} {xy(on_arc(end))}"
    step = math.copysign(1, end - start)
    return _arrow(data, on_arc(end), direction(on_arc(end + step) - on_arc(end - step)))


def _arrow(shaft: str, tip: complex, heading: float) -> str:
    ahead = toward(heading)
    aside = complex(ahead.imag, -ahead.real)
    head = polygon(tip + ahead * 13, tip + aside * 10 - ahead * 3, tip - aside * 10 - ahead * 3)
    halo = f'<g stroke="#fff" stroke-width="13" fill="none"><path d="{shaft}"/><path d="{head}" stroke-width="7"/></g>'
    return f'{halo}<path d="{shaft}" fill="none" stroke="{ACCENT}" stroke-width="6.5"/>' + (
        f'<path d="{head}" fill="{ACCENT}" stroke="{ACCENT}" stroke-width="1"/>'
    )


def document(parts: Iterable[str], zoom: float = 1, centre: float = SIZE / 2) -> str:
    """A whole picture: white paper, a floor, and the parts enlarged around a point on the floor."""
    move = f"translate({number(SIZE / 2 - centre * zoom)} {number(FLOOR * (1 - zoom))}) scale({zoom:g})"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">'
        f'<rect width="{SIZE}" height="{SIZE}" fill="#fff"/>'
        f'<rect y="{number(FLOOR)}" width="{SIZE}" height="{number(SIZE - FLOOR)}" fill="#e4e4e4"/>'
        f'<path d="M0 {number(FLOOR)}H{SIZE}" stroke="{INK}" stroke-width="2.5"/>'
        f'<g transform="{move}" stroke="{INK}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"'
        f' paint-order="stroke">{"".join(parts)}</g></svg>\n'
    )
