"""Breathing, on a chair."""

from dataclasses import replace

from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Scene, scene, then
from beredd.figures.props import things
from beredd.figures.scenes.places import HIP, SEATED, facing, on_chair
from beredd.figures.scenes.sitting_arms import BOTH, REST
from beredd.figures.side import Hand, shoulder
from beredd.figures.side import Pose as Side
from beredd.figures.support import Props
from beredd.figures.svg import round_arrow, straight_arrow

IN, OUT = (complex(58, -10), complex(14, -8)), (complex(4, 3), complex(52, 12))


def _mouth(pose: Side) -> complex:
    return pose.face(24, 12)


def deep_breathing() -> Scene:
    """In through the nose, the belly comes out; out through the mouth."""
    hands = Hand(HIP + complex(8, -22), 86)
    calm = SEATED.hands(hands, replace(hands, wrist=hands.wrist + 1 - 1j))
    full = replace(calm, breath=5)
    mouth = _mouth(calm)
    belly = straight_arrow(HIP + complex(36, -34), HIP + complex(54, -34))
    rest = replace(on_chair(full, ASTRID, zoom=1.35), marks=(_arrow(mouth, IN), belly))
    return scene(rest, then(rest, calm, _arrow(mouth, OUT)))


def _arrow(at: complex, ends: tuple[complex, complex]) -> str:
    return straight_arrow(at + ends[0], at + ends[1])


def pursed_lips() -> Scene:
    """Forearms on the thighs; out slowly through narrow lips."""
    at = shoulder(HIP, 30)
    elbows = Hand(at + complex(38, 54), 70)
    calm = replace(SEATED, lean=30, nod=-22).hands(elbows, replace(elbows, wrist=elbows.wrist + 5))
    full = replace(calm, breath=4)
    mouth = _mouth(calm)
    long = straight_arrow(mouth + 4 + 4j, mouth + 58 + 14j)
    rest = replace(on_chair(full, BERTIL, zoom=1.3), marks=(_arrow(mouth, IN),))
    return scene(rest, then(rest, calm, long))


def arms_and_breath() -> Scene:
    """In while the arms go out and up, out while they come down."""
    hip = REST.hip
    up = replace(
        REST, hands=(hip + complex(-72, -122), hip + complex(72, -122)), fingers=(-150, 150), elbows=(-1, -1), reach=1
    )
    rest = facing(REST, ELSA, 1.2)
    arrows = [round_arrow(hip + complex(side * 25, -62), 84, side * 60, side * 112) for side in BOTH]
    return scene(rest, then(rest, up, *arrows))


def huff() -> Scene:
    """A short push of air, a cushion held against the belly."""

    def cushion(pose: Side) -> Props:
        return Props(between=things.cushion(pose.trunk(27, 22), 26, 44).between)

    hands = Hand(HIP + complex(24, -26), 100)
    calm = replace(SEATED, breath=4).hands(hands, replace(hands, wrist=hands.wrist + 4 - 5j))
    hip_lean = replace(calm, lean=14, breath=0, nod=-4).hands(
        Hand(HIP + complex(30, -24), 100), Hand(HIP + complex(34, -29), 100)
    )
    rest = replace(on_chair(calm, YUSUF, zoom=1.3), held=cushion, marks=(_arrow(_mouth(calm), IN),))
    mouth = _mouth(hip_lean)
    return scene(rest, then(rest, hip_lean, straight_arrow(mouth + 4 + 3j, mouth + 46 + 10j)))
