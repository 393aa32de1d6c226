"""Chairs, tables and beds."""

from beredd.figures.body import SEAT
from beredd.figures.support import Grip, Props, Top
from beredd.figures.svg import FLOOR, box, line, placed, rod, shape

METAL, BOARD = "#bdbdbd", "#cfcfcf"
BED = 78.0  # height of a bed with its mattress
EDGE = 68.0 - 15.0  # height of a bed's edge when one sits on it: low enough for the feet
TABLE = 91.0
SEAT_TOP = FLOOR - SEAT


def chair(back: float, arms: bool = False) -> Props:
    """A sturdy chair facing right; `back` is the x of the backrest's front."""
    seat = SEAT_TOP
    parts = (
        rod(complex(back + 52, seat + 6), complex(back + 54, FLOOR - 3), fill=METAL),
        rod(complex(back - 12, seat - 78), complex(back - 4, seat + 4), complex(back - 10, FLOOR - 3), fill=METAL),
        shape(f"M{back - 15:g} {seat - 84:g}q5-4 10 0l5 58q-4 4-9 1z", BOARD),
        box(back - 6, seat + 1, 62, 9, BOARD, 4),
    )
    front, level = complex(back + 50, seat), seat - ARMREST
    rest = (
        rod(complex(back + 46, seat + 2), complex(back + 46, level), fill=METAL),
        box(back - 8, level - 3, 62, 8, BOARD, 4),
    )
    grips = (
        Grip(complex(back, seat), front + 8),
        Grip(complex(back - 10, seat - 82), complex(back - 2, seat)),
    )
    held = (Grip(complex(back, level), complex(back + 54, level)),) if arms else ()
    return Props(parts, rest if arms else (), (), (Top(back - 6, back + 56, seat),), grips + held)


ARMREST = 27.0  # above the seat


def chair_front(x: float) -> Props:
    """A chair facing us, its middle at x: the back above and the legs below."""
    seat = SEAT_TOP
    legs = [rod(complex(x + dx, seat + 6), complex(x + dx * 1.08, FLOOR - 3), fill=METAL) for dx in (-33, 33)]
    parts = (*legs, box(x - 33, seat - 84, 66, 62, BOARD, 8), box(x - 37, seat - 4, 74, 14, BOARD, 5))
    return Props(parts, tops=(Top(x - 37, x + 37, seat),), grips=(Grip(complex(x - 37, seat), complex(x + 37, seat)),))


def chair_back(x: float) -> Props:
    """A chair facing left, so that somebody in front of it, to its left, may hold its seat."""
    whole = chair(0)
    return Props(
        (placed(whole.behind, complex(x, 0), mirrored=True),),
        tops=(Top(x - 56, x + 6, SEAT_TOP),),
        grips=(
            Grip(complex(x - 56, SEAT_TOP), complex(x, SEAT_TOP)),
            Grip(x + 8 + (SEAT_TOP - 84) * 1j, x + SEAT_TOP * 1j),
        ),
    )


def bed(left: float = 14, width: float = 292, height: float = BED) -> Props:
    """A bed seen from its side, the head to the left."""
    top, right = FLOOR - height, left + width
    parts = (
        box(left - 4, top - 34, 10, height + 34, METAL, 3),
        box(right - 6, top - 8, 10, height + 8, METAL, 3),
        box(left + 4, top + 26, width - 8, 14, BOARD),
        box(left + 4, top + 2, width - 8, 26, "#fff", 8),
        line(f"M{left + 16:g} {top + 15:g}H{right - 16:g}", 1.5, "#999"),
    )
    return Props(parts, tops=(Top(left, right, top, soft=5),), grips=(Grip(complex(left, top), complex(right, top)),))


def bed_end(right: float, height: float = SEAT) -> Props:
    """A bed seen from its foot end; `right` is the edge that one sits on."""
    top = FLOOR - height
    parts = (
        box(right - 112, top + 22, 112, 16, BOARD),
        rod(complex(right - 12, top + 38), complex(right - 12, FLOOR - 3), fill=METAL),
        rod(complex(right - 100, top + 38), complex(right - 100, FLOOR - 3), fill=METAL),
        box(right - 116, top + 2, 118, 22, "#fff", 8),
    )
    grips = (Grip(complex(right - 112, top), complex(right + 2, top + 4)),)
    return Props(parts, tops=(Top(right - 112, right, top),), grips=grips)


def pillow(x: float, on: float = FLOOR - BED) -> Props:
    """A pillow on the bed; x is its middle."""
    data = f"M{x - 32:g} {on:g}q-5-13 5-18q27-6 52 0q9 5 5 18q-32 3-62 0z"
    return Props((shape(data, "#f4f4f4"),))


def table(edge: float, width: float, height: float = TABLE) -> Props:
    """A table to the right of the person, going over the knees."""
    top = FLOOR - height
    legs = tuple(rod(complex(edge + dx, top + 8), complex(edge + dx, FLOOR - 3), fill=METAL) for dx in (12, width - 12))
    board = (box(edge, top + 1.5, width, 8, BOARD, 2),)
    return Props(legs, board, grips=(Grip(complex(edge, top), complex(edge + width, top)),))


def toilet(back: float) -> Props:
    """A toilet with armrests facing right; `back` is the x of the cistern's front."""
    seat, level = SEAT_TOP, SEAT_TOP - ARMREST
    parts = (
        box(back - 26, seat - 46, 24, 44, "#fff", 4),
        shape(f"M{back - 24:g} {seat + 6:g}H{back + 48:g}Q{back + 44:g} {seat + 26:g} {back + 18:g} {seat + 30:g}"
              f"L{back + 22:g} {FLOOR - 1:g}H{back - 22:g}Z", "#fff"),
        box(back - 6, seat + 1, 58, 7, BOARD, 3),
    )  # fmt: skip
    rail = (rod(complex(back - 14, level), complex(back + 48, level), width=6, fill=METAL),)
    grip = Grip(complex(back, level), complex(back + 50, level))
    return Props(parts, rail, tops=(Top(back - 8, back + 54, seat),), grips=(grip,))
