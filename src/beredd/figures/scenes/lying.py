"""In bed."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF, Look
from beredd.figures.frame import Frame, Pose, Scene, scene, then
from beredd.figures.hands import closeup, foot_in_sock
from beredd.figures.props import furniture, things
from beredd.figures.scenes.places import HEEL, LYING, LYING_HIP, LYING_SHOULDER, MATTRESS, in_bed
from beredd.figures.side import Foot, arm, leg
from beredd.figures.svg import FLOOR, round_arrow, straight_arrow

BENT = Foot(complex(216, HEEL))
BENT_FAR = Foot(complex(221, HEEL))


def ankle_pump() -> Scene:
    """Toes towards the shin, then away."""
    up = replace(LYING, near_foot=replace(LYING.near_foot, pitch=-108), far_foot=replace(LYING.far_foot, pitch=-104))
    away = replace(LYING, near_foot=replace(LYING.near_foot, pitch=-42), far_foot=replace(LYING.far_foot, pitch=-46))
    return scene(_pumping(up, -104), _pumping(away, -42, round_arrow(4 + 30j, 60, 172, 124)))


def _pumping(pose: Pose, pitch: float, *marks: str) -> Frame:
    return replace(in_bed(pose, ASTRID), inset=closeup(complex(226, 90), [*foot_in_sock(pitch), *marks], 72))


def bridge() -> Scene:
    """The seat is lifted, feet and shoulders stay on the bed."""
    bent = LYING.on(BENT, BENT_FAR)
    lifted = replace(bent, hip=LYING_SHOULDER + complex(57, -26), lean=-114.5, nod=38)
    rest = in_bed(bent, BERTIL)
    return scene(rest, then(rest, lifted, straight_arrow(142 + 140j, 142 + 92j)))


def heel_slide() -> Scene:
    """The heel slides along the mattress towards the seat."""
    rest = in_bed(LYING, ELSA)
    drawn = replace(LYING, near_foot=Foot(complex(206, HEEL), -6))
    return scene(rest, then(rest, drawn, straight_arrow(268 + 190j, 226 + 190j)))


def leg_raise() -> Scene:
    """A straight leg is lifted, the other knee bent."""
    bent = replace(LYING, far_foot=BENT_FAR)
    raised = replace(bent, near_foot=leg(LYING_HIP, 122, 121, -116))
    rest = in_bed(bent, YUSUF)
    return scene(rest, then(rest, raised, round_arrow(LYING_HIP, 128, 96, 114)))


def arms_overhead() -> Scene:
    """Both arms go up and back towards the pillow."""
    back = LYING.hands(arm(LYING_SHOULDER, 206, 214), arm(LYING_SHOULDER + 3, 200, 208))
    rest = in_bed(LYING, ASTRID)
    return scene(rest, then(rest, back, round_arrow(LYING_SHOULDER, 92, 110, 186)))


def knee_press() -> Scene:
    """The knee is pressed down on a rolled towel, the toes drawn up."""
    towel = things.roll(complex(LYING_HIP.real + 54, MATTRESS - 9), 9)
    rest_pose = replace(LYING, near_foot=Foot(complex(LYING_HIP.real + 102, HEEL), -76))
    press = replace(rest_pose, near_foot=Foot(complex(LYING_HIP.real + 109, HEEL), -102))
    rest = replace(in_bed(rest_pose, BERTIL), props=in_bed(rest_pose, BERTIL).props + towel)
    return scene(rest, then(rest, press, straight_arrow(complex(202, 130), complex(202, 172))))


LOW = FLOOR - 53.0
SIDE_HIP = complex(150, LOW - 27)
ON_SIDE = front.Pose(
    hip=SIDE_HIP,
    feet=(SIDE_HIP + complex(-12, 88), SIDE_HIP + complex(12, 84)),
    knees=(SIDE_HIP + complex(-12, 46), SIDE_HIP + complex(13, 44)),
    hands=(SIDE_HIP + complex(-23, -84), SIDE_HIP + complex(4, -28)),
    fingers=(176, -30),
    elbows=(1, 1),
    roll=-90,
    socks=True,
)


def _bed(pose: Pose, look: Look) -> Frame:
    bed = furniture.bed(14, 292, 53) + furniture.pillow(52, LOW)
    return Frame(pose, look, bed, zoom=1)


def roll_over() -> Scene:
    """One knee bent and the arm across, over on the side."""
    down = complex(0, LOW - MATTRESS)
    flat_ = replace(
        LYING, hip=LYING.hip + down, near_foot=Foot(BENT.ankle + down), far_foot=Foot(LYING.far_foot.ankle + down, -84)
    )
    at = LYING_SHOULDER + down
    flat_ = flat_.hands(arm(at, 118, 150), arm(at + 3, 92, 92))
    rest = _bed(flat_, ELSA)
    return scene(rest, then(rest, ON_SIDE, round_arrow(complex(150, 168), 46, 236, 124)))


def sit_up() -> Scene:
    """On the side, legs over the edge, up with the arms."""
    rest = _bed(ON_SIDE, YUSUF)
    hip = complex(160, LOW - 15)
    half = front.Pose(
        hip=hip,
        feet=(hip + complex(-14, 56), hip + complex(18, 58)),
        knees=(hip + complex(-20, 10), hip + complex(22, 10)),
        hands=(hip + complex(-74, 9), hip + complex(-52, 4)),
        fingers=(-70, -60),
        holds=(True, True),
        lean=-34,
        nod=10,
        socks=True,
        reach=1,
    )
    seated = front.sitting(160)
    up = replace(
        seated,
        hip=hip,
        feet=front.on_floor(136, 184),
        hands=(hip + complex(-48, 10), hip + complex(48, 10)),
        fingers=(-20, 20),
        holds=(True, True),
        socks=True,
        reach=1,
    )
    return scene(
        rest,
        then(rest, half, round_arrow(hip + complex(-30, -20), 116, 236, 200)),
        then(rest, up, round_arrow(hip + complex(-6, -20), 122, 232, 200)),
        returns=False,
    )
