"""On a chair: feet, knees and hips."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Scene, scene, then
from beredd.figures.props import furniture, things
from beredd.figures.scenes.places import HIP, SEATED, STEADY, facing, on_chair
from beredd.figures.side import Hand, arm, flat, leg, on_heel, on_toes, shoulder
from beredd.figures.side import Pose as Side
from beredd.figures.support import Props
from beredd.figures.svg import round_arrow, straight_arrow


def knee_extension() -> Scene:
    """One leg is stretched out in front."""
    rest = on_chair(STEADY, ASTRID)
    straight = replace(STEADY, near_foot=leg(HIP, 86, 82, -84))
    return scene(rest, then(rest, straight, round_arrow(HIP + 58, 72, 24, 47)))


def march() -> Scene:
    """One knee is lifted at a time."""
    rest = on_chair(STEADY, BERTIL)
    lifted = replace(STEADY, near_foot=leg(HIP, 112, 0, 8))
    knee = HIP + complex(82, -8)
    return scene(rest, then(rest, lifted, straight_arrow(knee + 4j, knee - 44j)))


def heel_raise() -> Scene:
    """The heels leave the floor, the toes stay."""
    rest = on_chair(SEATED, ELSA)
    raised = SEATED.on(on_toes(154, 34), on_toes(160, 34))
    return scene(rest, then(rest, raised, straight_arrow(116 + 288j, 116 + 264j)))


def toe_raise() -> Scene:
    """The toes leave the floor, the heels stay."""
    rest = on_chair(SEATED, YUSUF)
    raised = SEATED.on(on_heel(154, 26), on_heel(160, 26))
    return scene(rest, then(rest, raised, straight_arrow(198 + 284j, 198 + 246j)))


def heel_slide() -> Scene:
    """A foot slides out and back on a cloth."""

    def cloth(pose: Side) -> Props:
        ankle = pose.near_foot.ankle
        return things.mat(ankle + complex(8, 10))

    rest = replace(on_chair(STEADY.on(flat(138), flat(160)), BERTIL), held=cloth)
    out = STEADY.on(flat(188), flat(160))
    return scene(rest, then(rest, out, straight_arrow(200 + 250j, 232 + 250j)))


def knee_squeeze() -> Scene:
    """A cushion is pressed between the knees."""

    def between(pose: front.Pose) -> Props:
        left, right = pose.knee(-1), pose.knee(1)
        return things.cushion((left + right) / 2 + 2j, right.real - left.real - 22, 40)

    hip = front.sitting(160).hip
    wide = front.sitting(160, knees=(hip + complex(-30, 11), hip + complex(30, 11)), feet=front.on_floor(134, 186))
    close = replace(wide, knees=(hip + complex(-25, 11), hip + complex(25, 11)), feet=front.on_floor(137, 183))
    rest = replace(facing(wide, ASTRID), held=between)
    arrows = [straight_arrow(hip + complex(side * 78, 12), hip + complex(side * 52, 12)) for side in (-1, 1)]
    return scene(rest, then(rest, close, *arrows))


def knees_apart() -> Scene:
    """The knees go apart against a band."""

    def band(pose: front.Pose) -> Props:
        left, right = pose.knee(-1), pose.knee(1)
        return things.band_around(left - 13, right + 13)

    hip = front.sitting(160).hip
    close = front.sitting(160, knees=(hip + complex(-18, 11), hip + complex(18, 11)), feet=front.on_floor(140, 180))
    apart = replace(close, knees=(hip + complex(-36, 11), hip + complex(36, 11)), feet=front.on_floor(130, 190))
    rest = replace(facing(close, YUSUF), held=band)
    arrows = [straight_arrow(hip + complex(side * 58, 12), hip + complex(side * 84, 12)) for side in (-1, 1)]
    return scene(rest, then(rest, apart, *arrows))


def chair_rise() -> Scene:
    """Feet back, nose over toes, up."""
    ready = SEATED.on(flat(142), flat(148))
    hip = HIP + 3
    knees = Hand(hip + complex(62, -8), 40)
    forward = replace(ready, hip=hip, lean=38, nod=-22, near_hand=knees, far_hand=replace(knees, wrist=knees.wrist + 6))
    hip = complex(143, 176.8 + 0.6)
    at = shoulder(hip, 3)
    up = replace(ready, hip=hip, lean=3, near_hand=arm(at, -6, 8), far_hand=arm(at + 3, -2, 14), nod=-3)
    rest = on_chair(ready, BERTIL, zoom=1.08)
    return scene(
        rest,
        then(rest, forward, round_arrow(HIP, 132, 178, 148)),
        then(rest, up, straight_arrow(205 + 205j, 205 + 110j)),
    )


def push_up() -> Scene:
    """The arms press the seat off the chair."""
    chair = furniture.chair(HIP.real - 18, arms=True)
    hands = Hand(HIP + complex(20, -20), 84, holds=True)
    rest_pose = SEATED.on(flat(140), flat(146)).hands(hands, replace(hands, wrist=hands.wrist + 5))
    up = replace(rest_pose, hip=HIP + complex(7, -20), lean=10, nod=-6)
    rest = on_chair(rest_pose, YUSUF, chair)
    return scene(rest, then(rest, up, straight_arrow(190 + 220j, 190 + 172j)))


def scoot() -> Scene:
    """Forward on the seat, one side at a time."""
    back = replace(STEADY, lean=0)
    hip = HIP + 17
    hands = Hand(hip + complex(2, 5), 62, holds=True)
    forward = replace(back, hip=hip, lean=12, nod=-6).hands(hands, replace(hands, wrist=hands.wrist + 5))
    rest = on_chair(back, ELSA)
    return scene(rest, then(rest, forward, straight_arrow(152 + 186j, 196 + 186j)))
