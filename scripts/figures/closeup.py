"""A hand or a foot seen close, in a frame beside the person."""

from collections.abc import Iterable

from . import body
from .svg import chain, circle, line, placed, polygon, shape, straight_arrow

BALL = "#b8b8b8"
FINGERS = (-23, -8, 7, 22)  # where each finger begins, across the hand


def closeup(at: complex, parts: Iterable[str], half: float = 60) -> list[str]:
    """A framed detail around a point; parts that leave the frame should end where it stands."""
    square = f"M{-half} {-half}H{half}V{half}H{-half}Z"
    paper = f'<path d="{square}" fill="#fff" stroke="none"/>'
    return [placed([paper, *parts, line(square, 4, "#777")], at)]


def squeezing_hand(grip: int) -> list[str]:
    """The palm towards us with a soft ball: 0 holds it in an open hand, 1 squeezes it."""
    palm = polygon(-17 + 60j, -17 + 44j, 17 + 44j, 17 + 60j) + chain((41j, 17), (30j, 25), (8j, 28))
    ball = f'<ellipse cx="0" cy="{10 + 4 * grip}" rx="{22 + 3 * grip}" ry="{22 - 5 * grip}" fill="{BALL}"/>'
    return _squeezed(palm, ball) if grip else _open(palm, ball)


def _open(palm: str, ball: str) -> list[str]:
    tips = (-30 - 39j, -11 - 46j, 9 - 46j, 28 - 38j)
    fingers = [shape(chain((complex(x, -8), 8), (tip, 6.5)), body.SKIN) for x, tip in zip(FINGERS, tips, strict=True)]
    thumb = chain((-20 + 30j, 11), (-38 + 14j, 8.5), (-45 - 4j, 7))
    return [*fingers, shape(palm + thumb, body.SKIN), ball]


def _squeezed(palm: str, ball: str) -> list[str]:
    knuckles = (-19, -25, -25, -20)
    fingers = [
        shape(chain((complex(x, top), 8.5), (complex(x * 0.9, 1), 7)), body.SKIN)
        for x, top in zip(FINGERS, knuckles, strict=True)
    ]
    thumb = chain((-20 + 36j, 11), (-30 + 22j, 9), (-17 + 15j, 7))
    arrows = [straight_arrow(complex(side * 56, -2), complex(side * 48, -2)) for side in (-1, 1)]
    return [shape(palm, body.SKIN), ball, *fingers, shape(thumb, body.SKIN), *arrows]


def foot_in_sock(pitch: float) -> list[str]:
    """A lower leg from the left, and the foot at an angle."""
    leg = polygon(-72 + 8j, -14 + 14j, -14 + 46j, -72 + 52j) + circle(-14 + 30j, 16)
    foot = "".join(body.sock_side())
    turn = f"translate(4 30) rotate({pitch:g}) scale(2.1)"
    return [f'<g transform="{turn}" stroke-width="1.9">{foot}</g>', shape(leg, body.TROUSERS)]
