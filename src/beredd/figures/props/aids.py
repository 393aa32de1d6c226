"""What one walks with."""

from beredd.figures.props.furniture import BOARD, METAL
from beredd.figures.support import Grip, Props
from beredd.figures.svg import FLOOR, box, circle, rod, shape

SHADE = "#6b6b6b"
GRIP = 124.0  # height of the handles of whatever one walks with


def _wheel(x: float, radius: float = 15) -> tuple[str, ...]:
    hub = complex(x, FLOOR - radius)
    return shape(circle(hub, radius), SHADE), shape(circle(hub, radius - 5), "#fff"), shape(circle(hub, 2), "#222")


def rollator(x: float) -> Props:
    """A rollator, whose handle's end is at x."""
    grip = FLOOR - GRIP
    near = (
        rod(complex(x + 2, FLOOR - 16), complex(x + 26, grip + 62), complex(x + 40, grip + 58), fill=METAL),
        rod(complex(x + 64, FLOOR - 18), complex(x + 22, grip), fill=METAL),
        box(x + 16, grip + 56, 44, 9, BOARD, 3),
        *_wheel(x + 2),
        *_wheel(x + 64),
        rod(complex(x, grip), complex(x + 22, grip), width=7, fill=SHADE),
    )
    return Props((*_wheel(x + 8, 13), *_wheel(x + 70, 13)), near, grips=(_handle(x),))


def walker(x: float, lifted: float = 0) -> Props:
    """A walking frame without wheels, whose handle's end is at x."""
    grip, floor = FLOOR - GRIP - lifted, FLOOR - 3 - lifted

    def side(dx: float) -> tuple[str, ...]:
        back, front = complex(x + dx, grip), complex(x + dx + 40, grip)
        legs = rod(complex(x + dx - 6, floor), back, front, complex(x + dx + 52, floor), fill=METAL)
        return legs, rod(complex(x + dx - 3, grip + 66), complex(x + dx + 46, grip + 66), width=4, fill=METAL)

    handle = rod(complex(x + 2, grip), complex(x + 24, grip), width=7, fill=SHADE)
    return Props(side(8), (*side(0), handle), grips=(_handle(x, lifted),))


def _handle(x: float, lifted: float = 0) -> Grip:
    level = FLOOR - GRIP - lifted
    return Grip(complex(x, level), complex(x + 24, level))


def cane(hand: complex, foot: complex) -> Props:
    """A cane from the hand to the floor."""
    up = (hand - foot) / abs(hand - foot)
    top = hand + up * 3
    return Props(
        (),
        (
            rod(foot - 1.5j, top, width=4, fill=METAL),
            rod(top - 11, top + 7, width=6, fill=SHADE),
            shape(circle(foot - 3j, 3.5), SHADE),
        ),
        grips=(Grip(top - 10, top + 8),),
    )
