"""What the person sits on, lies on and holds on to."""

from .body import SEAT
from .svg import FLOOR, box, circle, line, placed, rod, shape

WOOD = "#efefef"
METAL = "#bdbdbd"
SHADE = "#6b6b6b"
WORKTOP = 122.0  # height of a worktop
BED = 78.0  # height of a bed
GRIP = 124.0  # height of a rollator's handles


def chair_side(back: float) -> list[str]:
    """A sturdy chair facing right; `back` is the x of the backrest's front."""
    seat = FLOOR - SEAT
    return [
        rod(complex(back + 52, seat + 6), complex(back + 54, FLOOR - 3), fill=METAL),
        rod(complex(back - 12, seat - 78), complex(back - 4, seat + 4), complex(back - 10, FLOOR - 3), fill=METAL),
        shape(f"M{back - 15:g} {seat - 84:g}q5-4 10 0l5 58q-4 4-9 1z", "#cfcfcf"),
        box(back - 6, seat + 1, 62, 9, "#cfcfcf", 4),
    ]


def chair_front(x: float) -> list[str]:
    """A chair facing us, its middle at x: the back above and the legs below."""
    seat = FLOOR - SEAT
    legs = [rod(complex(x + dx, seat + 6), complex(x + dx * 1.08, FLOOR - 3), fill=METAL) for dx in (-33, 33)]
    return [*legs, box(x - 33, seat - 84, 66, 62, "#cfcfcf", 8), box(x - 37, seat - 4, 74, 14, "#cfcfcf", 5)]


def worktop_end(edge: float, width: float = 90) -> list[str]:
    """A kitchen worktop seen from its end; `edge` is where it begins, to the right of the person."""
    top = FLOOR - WORKTOP
    return [
        box(edge + 10, FLOOR - 14, width - 10, 14, METAL),
        box(edge + 6, top + 9, width - 6, WORKTOP - 23, WOOD),
        box(edge, top + 1.5, width, 9, "#cfcfcf", 2),
    ]


def worktop_left(edge: float, width: float = 80) -> list[str]:
    """The same to the left of the person; `edge` is where it ends."""
    return [placed(worktop_end(0, width), complex(edge, 0), mirrored=True)]


def worktop_along(left: float = -30, width: float = 380) -> list[str]:
    """A worktop seen from the front, beyond the person, with cupboard doors."""
    top = FLOOR - WORKTOP
    doors = [box(left + 6 + i * (width - 12) / 3, top + 17, (width - 12) / 3, 84, "#f7f7f7") for i in range(3)]
    knobs = [shape(circle(complex(left + 6 + (width - 12) * k / 3, top + 30), 2), METAL) for k in (0.85, 1.15, 2.15)]
    return [
        box(left + 8, FLOOR - 16, width - 16, 15, METAL),
        box(left + 3, top + 9, width - 6, WORKTOP - 24, WOOD),
        *doors,
        *knobs,
        box(left, top + 1.5, width, 10, "#cfcfcf", 2),
    ]


def shelf(left: float, height: float, width: float = 70) -> list[str]:
    """A shelf on the wall, its upper side at a height above the floor, with a bracket and a bowl."""
    top = FLOOR - height
    right = left + width
    return [
        line(f"M{right - 4:g} {top - 60:g}V{FLOOR - WORKTOP:g}", 3),
        line(f"M{right - 6:g} {top + 38:g}L{right - 34:g} {top + 8:g}", 3),
        box(left, top + 1.5, width - 6, 8, "#cfcfcf", 2),
        shape(f"M{right - 40:g} {top - 17:g}h30q-2 16-10 16h-10q-8 0-10-16z", "#fff"),
    ]


def cup(at: complex) -> list[str]:
    """A cup; `at` is the middle of its underside."""
    handle = f"M{at.real + 8:g} {at.imag - 15:g}q9 0 8 6q-1 5-9 5"
    body = f"M{at.real - 9:g} {at.imag - 20:g}h18l-2 18q-7 2-14 0z"
    return [line(handle, 3), shape(body, "#fff")]


def bed(left: float = 14, width: float = 292) -> list[str]:
    """A bed seen from its side, the pillow to the left."""
    top = FLOOR - BED
    right = left + width
    return [
        box(left - 4, top - 34, 10, BED + 34, METAL, 3),
        box(right - 6, top - 8, 10, BED + 8, METAL, 3),
        box(left + 4, top + 26, width - 8, 14, "#cfcfcf"),
        box(left + 4, top + 2, width - 8, 26, "#fff", 8),
        line(f"M{left + 16:g} {top + 15:g}H{right - 16:g}", 1.5, "#999"),
    ]


def pillow(x: float) -> list[str]:
    """A pillow on the bed; x is its middle."""
    top = FLOOR - BED
    return [shape(f"M{x - 32:g} {top:g}q-5-13 5-18q27-6 52 0q9 5 5 18q-32 3-62 0z", "#f4f4f4")]


def wheel(x: float, radius: float = 15) -> list[str]:
    """A wheel on the floor."""
    hub = complex(x, FLOOR - radius)
    return [shape(circle(hub, radius), SHADE), shape(circle(hub, radius - 5), "#fff"), shape(circle(hub, 2), "#222")]


def rollator_far(x: float) -> list[str]:
    """The far side of a rollator, whose handle's end is at x."""
    return [*wheel(x + 8, 13), *wheel(x + 70, 13)]


def rollator_near(x: float) -> list[str]:
    """The near side of a rollator: grip, frame, seat and wheels."""
    grip = FLOOR - GRIP
    return [
        rod(complex(x + 2, FLOOR - 16), complex(x + 26, grip + 62), complex(x + 40, grip + 58), fill=METAL),
        rod(complex(x + 64, FLOOR - 18), complex(x + 22, grip), fill=METAL),
        box(x + 16, grip + 56, 44, 9, "#cfcfcf", 3),
        *wheel(x + 2),
        *wheel(x + 64),
        rod(complex(x, grip), complex(x + 22, grip), width=7, fill=SHADE),
    ]


def door(x: float, handle: float) -> list[str]:
    """A closed door seen from its edge, with a handle at a height above the floor."""
    at = FLOOR - handle
    return [box(x, FLOOR - 214, 12, 212, WOOD, 1), rod(complex(x, at), complex(x - 12, at), width=4, fill=METAL)]


def band(anchor: complex, hand: complex) -> list[str]:
    """An elastic band from its fastening to the hand."""
    data = f"M{anchor.real:g} {anchor.imag:g}L{hand.real:.1f} {hand.imag:.1f}"
    return [line(data, 8), line(data, 4.5, "#f2c14e")]


def table_legs(edge: float, width: float, height: float) -> list[str]:
    """The legs of a table to the right of the person."""
    top = FLOOR - height
    return [rod(complex(edge + dx, top + 8), complex(edge + dx, FLOOR - 3), fill=METAL) for dx in (12, width - 12)]


def table_top(edge: float, width: float, height: float) -> list[str]:
    """The top of the same table, which goes over the knees."""
    return [box(edge, FLOOR - height + 1.5, width, 8, "#cfcfcf", 2)]


def ball(at: complex, radius: float) -> list[str]:
    """A soft ball."""
    return [shape(circle(at, radius), "#b8b8b8")]
