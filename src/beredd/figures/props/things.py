"""What hands carry, pull, squeeze and put on."""

from beredd.figures import front
from beredd.figures.props.furniture import BOARD, METAL
from beredd.figures.support import Props
from beredd.figures.svg import FLOOR, blob, box, chain, circle, line, placed, rod, shape, xy

BAND = "#f2c14e"
CLOTH = "#b9c4cc"
GARMENT = "#5f6b76"


def cup(at: complex, degrees: float = 0) -> Props:
    """A cup; `at` is the middle of its underside."""
    parts = [line("M8-15q9 0 8 6q-1 5-9 5", 3), shape("M-9-20h18l-2 18q-7 2-14 0z", "#fff")]
    return Props((), (placed(parts, at, degrees),))


def jug(at: complex, degrees: float = 0) -> Props:
    """A jug with its handle to the left; `at` is the middle of its underside."""
    parts = [line("M-9-30q-13 2-12 12q1 9 13 8", 4), shape("M-11-36l26-4l-5 9l2 29q-11 3-22 0l2-24z", "#fff")]
    return Props((), (placed(parts, at, degrees),))


def bottle(at: complex) -> Props:
    """A small bottle of water, seen from its end behind the hand that holds it."""
    parts = [box(-8, -20, 16, 36, "#fff", 5), box(-4, -27, 8, 7, METAL, 1), line("M-8-6h16M-8 4h16", 1.5)]
    return Props((), (placed(parts, at),))


def band(start: complex, end: complex) -> Props:
    """An elastic band between two points."""
    data = f"M{xy(start)}L{xy(end)}"
    return Props((line(data, 8) + line(data, 4.5, BAND),))


def band_before(start: complex, end: complex) -> Props:
    """The same in front of the body."""
    return Props((), band(start, end).behind)


def ball(at: complex, radius: float) -> Props:
    """A soft ball."""
    return Props((), (shape(circle(at, radius), "#b8b8b8"),))


def cushion(at: complex, width: float, height: float) -> Props:
    """A cushion; `at` is its middle."""
    return Props((), (box(at.real - width / 2, at.imag - height / 2, width, height, CLOTH, min(width, height) * 0.3),))


def rolled_towel(start: complex, end: complex, thick: float = 9) -> Props:
    """A rolled towel from hand to hand."""
    stripes = [
        line(f"M{xy(start + (end - start) * k - 4j)}L{xy(start + (end - start) * k + 3 + 5j)}", 1.5)
        for k in (0.3, 0.5, 0.7)
    ]
    return Props((), (shape(chain((start, thick), (end, thick)), CLOTH), *stripes))


def cloth(at: complex) -> Props:
    """A cloth under the hand, flat on what it wipes."""
    return Props((), (shape(f"M{at.real - 16:g} {at.imag:g}q2-7 10-7h14q9 1 12 7q-18 3-36 0z", CLOTH),))


def broom(upper: complex, lower: complex) -> Props:
    """A broom whose handle goes through both hands down to its brush."""
    along = (lower - upper) / abs(lower - upper)
    foot = lower + along * (FLOOR - 14 - lower.imag) / along.imag
    brush = [shape("M-15 0h30l4 14h-38z", BOARD), line("M-8 3v9M0 3v9M8 3v9", 1.5)]
    return Props((), (rod(foot, upper - along * 36, width=4, fill=METAL), placed(brush, foot - 1j)))


def shoehorn(hand: complex, heel: complex) -> Props:
    """A long shoehorn from the hand to the heel."""
    return Props((), (rod(hand - (heel - hand) * 0.3, heel, width=5, fill=BAND),))


def mat(at: complex) -> Props:
    """A thin cloth on the floor under a foot."""
    return Props((shape(f"M{at.real - 24:g} {at.imag - 2.5:g}h46q4 0 4 3h-54q0-3 4-3z", CLOTH),))


def band_around(left: complex, right: complex) -> Props:
    """A band around both knees."""
    parts = box(left.real, left.imag - 10, right.real - left.real, 13, BAND, 5)
    return Props((), (parts,))


def brush(wrist: complex, degrees: float) -> Props:
    """A hairbrush in a fist."""
    parts = [rod(-6 + 4j, 12 - 8j, width=3, fill=METAL), rod(12 - 8j, 26 - 18j, width=7, fill=METAL)]
    return Props((), (placed(parts, wrist + complex(4, 2), degrees),))


def sock(top: complex, ankle: complex) -> Props:
    """A dark sock from its top down over the toes of a foot on a stool."""
    toes = ankle + complex(20, 4)
    return Props((), (shape(chain((toes, 8), ((toes + top) / 2 + 1j, 8), (top, 6.5)), GARMENT),))


def cardigan_on(pose: object) -> Props:
    """A cardigan hanging from the right shoulder, or worn with both panels open."""
    assert isinstance(pose, front.Pose)
    worn = pose.sleeves[0] is not None
    panels = [pose.trunk(out, up) for out, up in ((25, 66), (10, 70), (12, 40), (14, 2), (30, 2), (26, 40))]
    parts = [shape(blob(panels), GARMENT)]
    if worn:
        parts.append(
            shape(
                blob([pose.trunk(-out, up) for out, up in ((25, 66), (10, 70), (12, 40), (14, 2), (30, 2), (26, 40))]),
                GARMENT,
            )
        )
        return Props((), tuple(parts))
    hanging = [pose.trunk(out, up) for out, up in ((30, 66), (46, 40), (56, -6), (34, -18), (26, 10))]
    return Props((shape(blob(hanging), GARMENT),), tuple(parts))


def folded(at: complex) -> str:
    """A folded newspaper on the floor; `at` is the middle of its underside."""
    return box(at.real - 16, at.imag - 8, 32, 7, "#fff", 2) + line(f"M{at.real - 12:g} {at.imag - 4.5:g}h24", 1.5)


def roll(at: complex, radius: float) -> Props:
    """A rolled towel seen from its end."""
    return Props((shape(circle(at, radius), CLOTH), line(f"M{xy(at - 3)}a3 3 0 1 1 3 3", 1.5)))
