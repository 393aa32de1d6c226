"""What stands fast in a home: worktop, shelf, wall, door, step, stairs."""

from beredd.figures.props.furniture import BOARD, METAL
from beredd.figures.support import Grip, Props, Top
from beredd.figures.svg import FLOOR, box, circle, line, placed, rod, shape

WOOD = "#efefef"
WORKTOP = 122.0  # height of a worktop
RISE, GOING = 24.0, 62.0  # a stair's step: how high and how deep
RAIL = 112.0  # height of a handrail above the step
DOWN_RAIL = 122.0  # the same, from the step one leaves
WALL_RAIL = 136.0  # a level rail on the wall, above the floor


def worktop_end(edge: float, width: float = 90) -> Props:
    """A kitchen worktop seen from its end; `edge` is where it begins, to the right of the person."""
    top = FLOOR - WORKTOP
    parts = (
        box(edge + 10, FLOOR - 14, width - 10, 14, METAL),
        box(edge + 6, top + 9, width - 6, WORKTOP - 23, WOOD),
        box(edge, top + 1.5, width, 9, BOARD, 2),
    )
    return Props(parts, grips=(Grip(complex(edge, top), complex(edge + width, top)),))


def open_cupboard(edge: float, width: float = 100) -> Props:
    """The same with its cupboard open: a shelf with pots inside."""
    top = FLOOR - WORKTOP
    parts = (
        *worktop_end(edge, width).behind,
        box(edge + 12, top + 18, width - 18, WORKTOP - 38, "#8a8a8a"),
        line(f"M{edge + 12:g} {top + 54:g}H{edge + width - 6:g}", 4),
        shape(f"M{edge + 26:g} {FLOOR - 46:g}h34v18q-2 6-8 6h-18q-7 0-8-6z", "#fff"),
        shape(f"M{edge + 40:g} {top + 38:g}h30v13h-30z", "#fff"),
    )
    return Props(parts, grips=(Grip(complex(edge, top), complex(edge + width, top)),))


def worktop_left(edge: float, width: float = 80) -> Props:
    """The same to the left of the person; `edge` is where it ends."""
    top = FLOOR - WORKTOP
    parts = (placed(worktop_end(0, width).behind, complex(edge, 0), mirrored=True),)
    return Props(parts, grips=(Grip(complex(edge - width, top), complex(edge, top)),))


def worktop_along(left: float = -30, width: float = 380) -> Props:
    """A worktop seen from the front, beyond the person, with cupboard doors."""
    top = FLOOR - WORKTOP
    doors = [box(left + 6 + i * (width - 12) / 3, top + 17, (width - 12) / 3, 84, "#f7f7f7") for i in range(3)]
    knobs = [shape(circle(complex(left + 6 + (width - 12) * k / 3, top + 30), 2), METAL) for k in (0.85, 1.15, 2.15)]
    parts = (
        box(left + 8, FLOOR - 16, width - 16, 15, METAL),
        box(left + 3, top + 9, width - 6, WORKTOP - 24, WOOD),
        *doors,
        *knobs,
        box(left, top + 1.5, width, 10, BOARD, 2),
    )
    return Props(parts, grips=(Grip(complex(left, top), complex(left + width, top)),))


def shelf(left: float, height: float, width: float = 70) -> Props:
    """A shelf on the wall, its upper side at a height above the floor, with a bracket and a bowl."""
    top, right = FLOOR - height, left + width
    parts = (
        line(f"M{right - 4:g} {top - 60:g}V{FLOOR - WORKTOP:g}", 3),
        line(f"M{right - 6:g} {top + 38:g}L{right - 34:g} {top + 8:g}", 3),
        box(left, top + 1.5, width - 6, 8, BOARD, 2),
        shape(f"M{right - 40:g} {top - 17:g}h30q-2 16-10 16h-10q-8 0-10-16z", "#fff"),
    )
    return Props(parts)


def wall(x: float) -> Props:
    """A wall to the right of the person."""
    parts = (f'<path d="M{x:g}-60H400V{FLOOR:g}H{x:g}Z" fill="{WOOD}"/>', box(x - 4, FLOOR - 12, 14, 12, BOARD))
    return Props(parts, grips=(Grip(complex(x, -60), complex(x, FLOOR)),))


def door(x: float, handle: float) -> Props:
    """A closed door seen from its edge, with a handle at a height above the floor."""
    at = FLOOR - handle
    knob = rod(complex(x, at), complex(x - 12, at), width=4, fill=METAL)
    return Props((box(x, FLOOR - 214, 12, 212, WOOD, 1), knob))


def low_step(left: float, width: float = 70, height: float = RISE) -> Props:
    """A single sturdy step."""
    top = FLOOR - height
    parts = (box(left + 2, top + 2, width - 4, height - 3, WOOD), box(left - 2, top + 1.5, width + 4, 7, BOARD, 2))
    return Props(parts, tops=(Top(left - 2, left + width + 2, top),))


def wall_rail(left: float, right: float) -> Props:
    """A level handrail on the wall beyond the person."""
    y = FLOOR - WALL_RAIL
    start, end = complex(left, y), complex(right, y)
    brackets = [line(f"M{x:g} {y:g}v12h-8", 4) for x in (left + 24, right - 16)]
    return Props((*brackets, rod(start, end, width=6, fill=BOARD)), grips=(Grip(start, end),))


def stairs(left: float, count: int = 3) -> Props:
    """Stairs going up to the right from x `left`, the rail beyond the person."""
    data = f"M{left:g} {FLOOR:g}"
    for i in range(count):
        data += f"V{FLOOR - RISE * (i + 1):g}H{left + GOING * (i + 1) if i < count - 1 else 420:g}"
    slope = RISE / GOING
    start, end = complex(left - 60, FLOOR - RAIL + 18), complex(left + 190, FLOOR - RAIL + 18 - 250 * slope)
    posts = [
        rod(at, complex(at.real, FLOOR - RISE * step), width=4, fill=METAL)
        for at, step in ((start + 12 - 12j * slope, 0), (start + 144 - 144j * slope, 2))
    ]
    parts = (*posts, rod(start, end, width=6, fill=BOARD), shape(data + f"V{FLOOR:g}Z", WOOD))
    tops = tuple(
        Top(left + GOING * i, left + GOING * (i + 1) if i < count - 1 else 420, FLOOR - RISE * (i + 1))
        for i in range(count)
    )
    return Props(parts, tops=tops, grips=(Grip(start, end),))


def stairs_down(right: float) -> Props:
    """Stairs going down to the right; the upper step ends at x `right`, the lower one a going further."""
    upper, lower = FLOOR - 2 * RISE, FLOOR - RISE
    slope = RISE / GOING
    start = complex(right - 130, upper - DOWN_RAIL + (right - 130 - 126) * slope)
    end = complex(right + 150, upper - DOWN_RAIL + (right + 150 - 126) * slope)
    posts = [
        rod(complex(x, start.imag + (x - start.real) * slope), complex(x, floor), width=4, fill=METAL)
        for x, floor in ((right - 104, upper), (right + 138, FLOOR))
    ]
    body = shape(f"M-90 {upper:g}H{right:g}V{lower:g}H{right + GOING:g}V{FLOOR:g}H-90Z", WOOD)
    tops = (Top(-90, right, upper), Top(right, right + GOING, lower))
    return Props((*posts, rod(start, end, width=6, fill=BOARD), body), tops=tops, grips=(Grip(start, end),))
