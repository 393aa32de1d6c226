"""On a chair: arms, shoulders, neck and trunk."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Scene, scene, then
from beredd.figures.geometry import toward
from beredd.figures.props import room, things
from beredd.figures.scenes.places import CHAIR, HIP, SEATED, SHOULDER, facing, on_chair
from beredd.figures.side import Hand, arm, flat, pointing
from beredd.figures.side import Pose as Side
from beredd.figures.support import Props
from beredd.figures.svg import FLOOR, round_arrow, straight_arrow

BOTH = (-1, 1)
REST = front.sitting(160)


def band_row() -> Scene:
    """A band from the door is pulled in to the waist."""
    anchor = complex(234, FLOOR - 119)

    def bands(pose: Side) -> Props:
        near, far = pose.near_hand.wrist + 5, pose.far_hand.wrist + 5
        return things.band(anchor, far) + Props((), things.band(anchor, near).behind)

    reach = SEATED.hands(arm(SHOULDER, 72, 88, fist=True), arm(SHOULDER + 3, 76, 92, fist=True))
    pull = SEATED.hands(arm(SHOULDER, -42, 92, fist=True), arm(SHOULDER + 3, -34, 94, fist=True))
    rest = replace(on_chair(reach, ASTRID, CHAIR + room.door(246, 119), centre=148), held=bands)
    return scene(rest, then(rest, pull, straight_arrow(212 + 150j, 160 + 150j)))


def shoulder_lift() -> Scene:
    """Both arms are lifted forward and up."""
    rest = on_chair(SEATED, BERTIL)
    lifted = replace(SEATED, near_hand=arm(SHOULDER, 106, 112), far_hand=arm(SHOULDER + 3, 101, 108), nod=-6)
    return scene(rest, then(rest, lifted, round_arrow(SHOULDER, 88, 46, 84)))


def arms_up() -> Scene:
    """Both hands go from the shoulders to the ceiling."""
    bent = SEATED.hands(arm(SHOULDER, 26, 168), arm(SHOULDER + 3, 32, 172))
    high = replace(bent, near_hand=arm(SHOULDER, 152, 160), far_hand=arm(SHOULDER + 3, 147, 156), nod=-8)
    rest = on_chair(bent, ELSA, zoom=1.15)
    return scene(rest, then(rest, high, straight_arrow(182 + 140j, 182 + 84j)))


def biceps_curl() -> Scene:
    """A bottle of water is lifted by bending the elbow."""

    def bottle(pose: Side) -> Props:
        return things.bottle(pose.near_hand.wrist + toward(pointing(pose.shoulder, pose.near_hand)) * 5)

    low = replace(SEATED, near_hand=arm(SHOULDER, 4, 22, fist=True))
    high = replace(SEATED, near_hand=arm(SHOULDER, 6, 138, fist=True))
    rest = replace(on_chair(low, YUSUF), held=bottle)
    return scene(rest, then(rest, high, round_arrow(SHOULDER + 42j, 76, 46, 88)))


def band_apart() -> Scene:
    """A band is pulled apart in front of the chest."""

    def band(pose: front.Pose) -> Props:
        left, right = pose.hands
        return things.band_before(left - 6, right + 6)

    hip = REST.hip
    close = replace(REST, hands=(hip + complex(-22, -34), hip + complex(22, -34)), fingers=(70, -70))
    apart = replace(REST, hands=(hip + complex(-76, -46), hip + complex(76, -46)), fingers=(-80, 80))
    rest = replace(facing(close, ASTRID), held=band)
    arrows = [straight_arrow(hip + complex(side * 40, -104), hip + complex(side * 82, -104)) for side in BOTH]
    return scene(rest, then(rest, apart, *arrows))


def arms_out() -> Scene:
    """Both arms are lifted out to the sides."""
    hip = REST.hip
    out = replace(REST, hands=(hip + complex(-103, -66), hip + complex(103, -66)), fingers=(-90, 90), reach=1)
    rest = facing(replace(REST, reach=0.94), BERTIL, 1.2)
    arrows = [round_arrow(hip + complex(side * 25, -62), 76, side * 36, side * 70) for side in BOTH]
    return scene(rest, then(rest, out, *arrows))


def shrug() -> Scene:
    """The shoulders go up towards the ears, and down."""
    rest = facing(REST, YUSUF)
    hip = REST.hip
    up = replace(REST, shrug=10, reach=0.95, hands=(hip + complex(-26, -2), hip + complex(26, -2)))
    arrows = [straight_arrow(REST.hip + complex(side * 52, -54), REST.hip + complex(side * 52, -92)) for side in BOTH]
    return scene(rest, then(rest, up, *arrows))


def neck_turn() -> Scene:
    """The head turns to the side."""
    rest = facing(REST, ASTRID, 1.35)
    return scene(rest, then(rest, replace(REST, gaze=1), round_arrow(REST.hip - 144j, 40, -62, 64, 0.35)))


def neck_tilt() -> Scene:
    """The ear goes towards the shoulder."""
    rest = facing(REST, BERTIL, 1.35)
    return scene(rest, then(rest, replace(REST, nod=24), round_arrow(REST.hip - 82j, 54, 190, 148)))


def side_lean() -> Scene:
    """The trunk leans to the side, the hand down along the chair."""
    hip = REST.hip
    leaning = replace(REST, lean=18, hands=(hip + complex(-22, -6), hip + complex(52, 14)), fingers=(10, 4))
    rest = facing(REST, ELSA)
    return scene(rest, then(rest, leaning, round_arrow(hip, 132, 184, 152)))


def trunk_rotation() -> Scene:
    """The trunk turns, the hips and knees stay."""
    hip = REST.hip
    ahead = replace(REST, hands=(hip + complex(10, -52), hip + complex(-10, -44)), fingers=(112, -112))
    turned = replace(ahead, turn=1, hands=(hip + complex(17, -50), hip + complex(2, -42)), fingers=(112, -105))
    rest = facing(ahead, BERTIL)
    return scene(rest, then(rest, turned, round_arrow(hip - 142j, 40, -62, 64, 0.4)))


def sit_tall() -> Scene:
    """From a rounded back to a long one."""
    round_back = replace(SEATED, lean=9, slump=11, nod=16)
    rest = on_chair(round_back, ASTRID)
    return scene(rest, then(rest, SEATED, straight_arrow(160 + 176j, 160 + 122j)))


def lean_forward() -> Scene:
    """Down towards the feet and up again."""
    low = replace(SEATED, lean=52, nod=-14).on(flat(146), flat(152))
    down = Hand(HIP + complex(66, 30), 12)
    low = low.hands(down, replace(down, wrist=down.wrist + 6))
    up = SEATED.on(flat(146), flat(152))
    rest = on_chair(up, YUSUF)
    return scene(rest, then(rest, low, round_arrow(HIP, 128, 176, 138)))
