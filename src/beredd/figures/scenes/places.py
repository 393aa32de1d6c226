"""Where exercises are done: the chair, the worktop, the bed; with a person at rest in each."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import SITTING, STANDING, Look
from beredd.figures.frame import Frame, Pose
from beredd.figures.props import furniture, room
from beredd.figures.side import Foot, Hand, arm, flat, hold, shoulder
from beredd.figures.side import Pose as Side
from beredd.figures.support import Props
from beredd.figures.svg import FLOOR

HIP = complex(100, FLOOR - SITTING)
SHOULDER = shoulder(HIP, 0)
LAP = Hand(HIP + complex(34, -17), 84)
SEATED = Side(
    hip=HIP,
    lean=0,
    near_foot=flat(HIP.real + 54),
    far_foot=flat(HIP.real + 60),
    near_hand=LAP,
    far_hand=replace(LAP, wrist=LAP.wrist + 6),
)
STEADY = SEATED.hands(hold(HIP + complex(13, 5), 62), hold(HIP + complex(18, 5), 62))
CHAIR = furniture.chair(HIP.real - 18)

TOP = FLOOR - room.WORKTOP - 5.5  # a wrist whose hand lies on the worktop
EDGE = 184.0
TABLE_TOP = FLOOR - furniture.TABLE - 5.5
TABLE = furniture.table(146, 110)

MATTRESS = FLOOR - furniture.BED
LYING_HIP = complex(146, MATTRESS - 15)
LYING_SHOULDER = LYING_HIP - 63
HEEL = MATTRESS - 10
BESIDE = Hand(LYING_SHOULDER + complex(79, 5), 92)
LYING = Side(
    hip=LYING_HIP,
    lean=-90,
    nod=14,
    near_foot=Foot(complex(LYING_HIP.real + 109, HEEL), -84),
    far_foot=Foot(complex(LYING_HIP.real + 110, HEEL), -84),
    near_hand=BESIDE,
    far_hand=replace(BESIDE, wrist=BESIDE.wrist + 4 - 2j),
    socks=True,
)


def on_chair(pose: Pose, look: Look, props: Props = CHAIR, zoom: float = 1.25, centre: float = 128) -> Frame:
    """Someone sitting on the chair."""
    return Frame(pose, look, props, zoom=zoom, centre=centre)


def at_table(pose: Pose, look: Look) -> Frame:
    """Someone sitting at a table."""
    return Frame(pose, look, CHAIR + TABLE, zoom=1.25, centre=150)


def facing(pose: front.Pose, look: Look, zoom: float = 1.3) -> Frame:
    """Someone on a chair, facing us."""
    return Frame(pose, look, furniture.chair_front(pose.hip.real), zoom=zoom)


def hip_at(x: float, drop: float = 0) -> complex:
    """The hip of someone who stands, lowered by so much."""
    return complex(x, FLOOR - STANDING + drop)


AT_WORKTOP = Side(
    hip=hip_at(147),
    lean=2,
    near_foot=flat(145),
    far_foot=flat(152),
    near_hand=hold(complex(EDGE + 9, TOP), 92),
    far_hand=hold(complex(EDGE + 17, TOP), 92),
)


def at_worktop(pose: Pose, look: Look, *more: Props) -> Frame:
    """Someone facing the worktop, seen from the side."""
    props = sum(more, room.worktop_end(EDGE, 110 if more else 92))
    return Frame(pose, look, props, zoom=1.12, centre=175)


def along(x: float) -> Side:
    """Someone standing with the far hand on the worktop beyond."""
    hip = hip_at(x)
    free = arm(shoulder(hip, 2), -8, 10)
    return Side(hip, 2, flat(x - 3), flat(x + 5), near_hand=free, far_hand=hold(complex(x + 48, TOP)))


def beside_worktop(pose: Pose, look: Look) -> Frame:
    """Someone walking or standing along the worktop."""
    return Frame(pose, look, room.worktop_along(), zoom=1.1)


def from_behind(x: float, feet: tuple[float, float], drop: float = 0) -> front.Pose:
    """Someone facing the worktop, seen from behind, both hands on it."""
    return front.Pose(
        hip=front.standing(x, drop),
        feet=front.on_floor(*feet),
        hands=(complex(x - 42, TOP), complex(x + 42, TOP)),
        fingers=(-90, 90),
        holds=(True, True),
        away=True,
    )


def in_bed(pose: Pose, look: Look) -> Frame:
    """Someone on the bed, head on the pillow."""
    return Frame(pose, look, furniture.bed() + furniture.pillow(50), zoom=1)
