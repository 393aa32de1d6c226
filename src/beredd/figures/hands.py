"""A hand or a foot seen close, in a frame beside the person. The thumb is to the left: a right palm, a left back."""

from collections.abc import Iterable, Sequence

from beredd.figures import body
from beredd.figures.body import Look
from beredd.figures.svg import chain, circle, line, placed, polygon, shape

BALL = "#b8b8b8"
FINGERS = (-23, -8, 7, 22)  # where each finger begins, across the hand
WRIST = polygon(-17 + 60j, -17 + 44j, 17 + 44j, 17 + 60j)
PALM = WRIST + chain((41j, 17), (30j, 25), (8j, 28))
Joints = Sequence[complex]
OPEN: tuple[Joints, ...] = ((-30 - 39j,), (-11 - 46j,), (9 - 46j,), (28 - 38j,))
SPREAD: tuple[Joints, ...] = ((-42 - 32j,), (-15 - 46j,), (14 - 46j,), (43 - 29j,))
TOGETHER: tuple[Joints, ...] = ((-22 - 40j,), (-8 - 46j,), (7 - 46j,), (21 - 38j,))
THUMB: Joints = (-20 + 30j, -38 + 14j, -45 - 4j)
THUMB_OUT: Joints = (-20 + 30j, -42 + 18j, -53 + 4j)
THUMB_NEAR: Joints = (-20 + 30j, -34 + 12j, -35 - 8j)


def closeup(at: complex, parts: Iterable[str], half: float = 60) -> tuple[str, ...]:
    """A framed detail around a point; parts that leave the frame should end where it stands."""
    square = f"M{-half} {-half}H{half}V{half}H{-half}Z"
    paper = f'<path d="{square}" fill="#fff" stroke="none"/>'
    return (placed([paper, *parts, line(square, 4, "#777")], at),)


def _digit(joints: Joints, start: float, end: float) -> str:
    step = (start - end) / max(len(joints) - 1, 1)
    return chain(*((joint, start - step * i) for i, joint in enumerate(joints)))


def palm(look: Look, fingers: Sequence[Joints], thumb: Joints, over: Sequence[int] = ()) -> list[str]:
    """An open hand, palm towards us; the fingers numbered in `over` bend in front of the palm."""
    drawn = [
        shape(_digit((complex(x, -8), *joints), 8, 6.5), look.skin) for x, joints in zip(FINGERS, fingers, strict=True)
    ]
    behind = [digit for i, digit in enumerate(drawn) if i not in over]
    front = [drawn[i] for i in over]
    if over:
        return [*behind, shape(PALM, look.skin), *front, shape(_digit(thumb, 11, 7), look.skin)]
    return [*behind, shape(PALM + _digit(thumb, 11, 7), look.skin)]


def back_of_hand(look: Look) -> list[str]:
    """The same hand turned over: knuckles and nails."""
    mirrored = [[complex(-p.real, p.imag) for p in joints] for joints in reversed(OPEN)]
    thumb = [complex(-p.real, p.imag) for p in THUMB]
    nails = "".join(f"M{tip[-1].real - 3.5:g} {tip[-1].imag - 1:g}q3.5-5 7 0" for tip in mirrored)
    knuckles = "".join(f"M{x - 4} -6q4-3 8 0" for x in FINGERS)
    return [
        *palm(look, mirrored, thumb),
        line(nails + knuckles + f"M{thumb[-1].real - 2:g} {thumb[-1].imag - 2:g}q3-4 6 0", 1.5),
    ]


def fist(look: Look, held: str = "") -> list[str]:
    """Closed around something, or nothing."""
    tops = (-19, -25, -25, -20)
    fingers = [
        shape(chain((complex(x, top), 8.5), (complex(x * 0.9, 1), 7)), look.skin)
        for x, top in zip(FINGERS, tops, strict=True)
    ]
    thumb = shape(chain((-20 + 36j, 11), (-30 + 22j, 9), (-10 + 13j, 7)), look.skin)
    return [shape(PALM, look.skin), held, *fingers, thumb] if held else [shape(PALM, look.skin), *fingers, thumb]


def ball(squeezed: bool) -> str:
    """A soft ball in the palm."""
    if squeezed:
        return f'<ellipse cx="0" cy="14" rx="25" ry="17" fill="{BALL}"/>'
    return f'<ellipse cx="0" cy="10" rx="22" ry="22" fill="{BALL}"/>'


def resting_hand(look: Look, degrees: float) -> list[str]:
    """A forearm on the table's edge, from the side, and the hand bent up (positive) or down over the edge."""
    table = '<path d="M-64 22H6V64H-64Z" fill="#cfcfcf"/>'
    hand = shape(chain((0j, 13), (20 + 0j, 12), (34 + 1j, 8), (50 + 4j, 5.5)), look.skin)
    thumb = shape(chain((10 + 2j, 7), (26 + 10j, 5.5)), look.skin)
    forearm = shape(polygon(-64 - 15j, -8 - 12j, -8 + 12j, -64 + 17j) + circle(-6 + 0j, 12.5), look.skin)
    return [
        table,
        forearm,
        placed([hand, thumb], -4 + 4j, -degrees),
        shape(polygon(-64 - 19j, -34 - 17j, -34 + 19j, -64 + 21j), look.top),
    ]


def pinching(look: Look, up: float) -> list[str]:
    """Thumb and forefinger around a coin over the table, lifted by so much."""
    coin = f'<ellipse cx="14" cy="{36 - up:g}" rx="11" ry="4" fill="#f2c14e"/>'
    lying = '<ellipse cx="-26" cy="40" rx="11" ry="4" fill="#f2c14e"/>'
    lift = -1j * up
    hand = [
        shape(polygon(-64 - 64j, -40 - 64j, -8 - 42j + lift, -22 - 20j + lift, -64 - 36j), look.skin),
        shape(chain((-4 - 24j + lift, 9), (6 - 4j + lift, 8), (-2 + 8j + lift, 7)), look.skin),
        shape(
            chain((-4 - 36j + lift, 9), (24 - 26j + lift, 8), (28 - 2j + lift, 7), (22 + 32j + lift, 5.5)), look.skin
        ),
        shape(chain((-22 - 20j + lift, 10), (-8 + 4j + lift, 8), (5 + 32j + lift, 6)), look.skin),
    ]
    return ['<path d="M-64 42H64V64H-64Z" fill="#cfcfcf"/>', lying, *hand[:2], coin, *hand[2:]]


def twisting(look: Look, degrees: float) -> list[str]:
    """A jar from the side, one hand around it and the other on its lid."""
    jar = shape("M-22-6h44q5 6 5 14v36q0 8-8 8h-38q-8 0-8-8v-36q0-8 5-14z", "#f7f7f7")
    lid = shape("M-21-20h42v14h-42z", "#bdbdbd") + line("M-12-18v10M-4-18v10M4-18v10M12-18v10", 1.5)
    below = [shape(polygon(64 + 22j, 64 + 48j, 30 + 40j, 30 + 14j), look.skin)]
    below += [shape(chain((32 + y * 1j, 6.5), (2 + y * 1j, 5.5)), look.skin) for y in (16, 27, 38)]
    shift = degrees / 6
    above = [
        shape(
            polygon(-64 - 64j, -42 - 64j, complex(-18 + shift, -46), complex(-38 + shift, -26), -64 - 40j), look.skin
        ),
        shape(chain((complex(-28 + shift, -38), 14), (complex(-14 + shift, -38), 12)), look.skin),
        *(
            shape(chain((complex(x + shift, -36), 8), (complex(x + 3 + shift, -14), 6)), look.skin)
            for x in (-22, -8, 6)
        ),
    ]
    return [jar, lid, *below, *above]


def foot_in_sock(pitch: float) -> list[str]:
    """A lower leg from the left, and the foot at an angle."""
    leg = polygon(-72 + 8j, -14 + 14j, -14 + 46j, -72 + 52j) + circle(-14 + 30j, 16)
    foot = "".join(body.sock_side())
    turn = f"translate(4 30) rotate({pitch:g}) scale(2.1)"
    return [f'<g transform="{turn}" stroke-width="1.9">{foot}</g>', shape(leg, body.TROUSERS)]
