"""Hands and fingers, at a table, with a close-up."""

from collections.abc import Sequence
from dataclasses import replace

from beredd.figures import hands
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF, Look
from beredd.figures.frame import Frame, Scene, scene
from beredd.figures.hands import closeup
from beredd.figures.scenes.places import SEATED, TABLE_TOP, at_table
from beredd.figures.side import hold
from beredd.figures.svg import round_arrow, straight_arrow

RESTING = replace(SEATED, near_hand=hold(complex(166, TABLE_TOP), 90), lean=4)
FIST = replace(RESTING, near_hand=hold(complex(166, TABLE_TOP - 1), 90, fist=True))
AT = complex(211, TABLE_TOP - 76)


def _near(look: Look, fist: bool, parts: Sequence[str], *marks: str) -> Frame:
    detail = closeup(AT, [*parts, *marks], 64)
    return replace(at_table(FIST if fist else RESTING, look), inset=detail)


def squeeze() -> Scene:
    """A soft ball is squeezed in the hand."""
    loose = hands.palm(ASTRID, hands.OPEN, hands.THUMB)
    arrows = [straight_arrow(complex(side * 58, -2), complex(side * 46, -2)) for side in (-1, 1)]
    return scene(
        _near(ASTRID, False, [*loose, hands.ball(False)]),
        _near(ASTRID, True, hands.fist(ASTRID, hands.ball(True)), *arrows),
    )


def fist_and_stretch() -> Scene:
    """Make a fist, then stretch all fingers."""
    return scene(
        _near(BERTIL, True, hands.fist(BERTIL)),
        _near(BERTIL, False, hands.palm(BERTIL, hands.SPREAD, hands.THUMB_OUT)),
    )


def thumb_to_fingers() -> Scene:
    """The thumb meets one fingertip after another."""
    index = ((-35 - 30j, -43 - 16j), *hands.OPEN[1:])
    little = (*hands.OPEN[:3], (25 - 24j, 12 + 4j))
    meets_index = (-20 + 30j, -42 + 14j, -50 - 10j)
    meets_little = (-20 + 30j, -6 + 26j, 8 + 14j)
    return scene(
        _near(ELSA, False, hands.palm(ELSA, index, meets_index)),
        _near(ELSA, False, hands.palm(ELSA, little, meets_little, over=(3,))),
    )


def spread() -> Scene:
    """The fingers go apart and together."""
    arrows = [straight_arrow(-24 - 56j, -42 - 52j), straight_arrow(24 - 56j, 42 - 52j)]
    return scene(
        _near(YUSUF, False, hands.palm(YUSUF, hands.TOGETHER, hands.THUMB_NEAR)),
        _near(YUSUF, False, hands.palm(YUSUF, hands.SPREAD, hands.THUMB_OUT), *arrows),
    )


def wrist() -> Scene:
    """The hand hangs over the edge of the table, and is lifted."""
    return scene(
        _near(BERTIL, False, hands.resting_hand(BERTIL, -38)),
        _near(BERTIL, False, hands.resting_hand(BERTIL, 32), round_arrow(-16 + 4j, 68, 74, 102)),
    )


def turn_over() -> Scene:
    """Palm up, palm down."""
    return scene(
        _near(ASTRID, False, hands.palm(ASTRID, hands.OPEN, hands.THUMB)),
        _near(ASTRID, False, hands.back_of_hand(ASTRID), round_arrow(46j, 42, -70, 66, 0.22)),
    )


def coins() -> Scene:
    """Coins are picked up from the table between thumb and finger."""
    return scene(
        _near(ELSA, True, hands.pinching(ELSA, 0)),
        _near(ELSA, True, hands.pinching(ELSA, 14), straight_arrow(46 + 30j, 46 - 2j)),
    )


def jar() -> Scene:
    """A lid is twisted."""
    return scene(
        _near(YUSUF, True, hands.twisting(YUSUF, -40)),
        _near(YUSUF, True, hands.twisting(YUSUF, 40), round_arrow(-2 - 30j, 34, 240, 130, 0.35)),
    )
