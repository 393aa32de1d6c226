"""Exercises on the feet, with something to hold on to."""

from dataclasses import replace

from .. import front, props
from ..body import ASTRID, BERTIL, STANDING, Look
from ..geometry import toward
from ..side import Hand, Pose, arm, flat, leg, on_heel, on_toes, person, shoulder
from ..svg import FLOOR, document, round_arrow, straight_arrow

TOP = FLOOR - props.WORKTOP - 5.5  # a wrist whose hand lies on the worktop
EDGE = 184.0


def hip_at(x: float, drop: float = 0) -> complex:
    """The hip of someone who stands, lowered by so much."""
    return complex(x, FLOOR - STANDING + drop)


AT_WORKTOP = Pose(
    hip=hip_at(147),
    lean=2,
    near_foot=flat(145),
    far_foot=flat(152),
    near_hand=Hand(complex(EDGE + 9, TOP), 92),
    far_hand=Hand(complex(EDGE + 17, TOP - 1), 92),
)


def at_worktop(pose: Pose, look: Look, *marks: str) -> str:
    """Someone facing the worktop with both hands on it."""
    body, near_arm = person(pose, look)
    return document([*props.worktop_end(EDGE, 92), *body, *near_arm, *marks], 1.12, 175)


def heel_raise() -> tuple[str, ...]:
    """Up on the toes."""
    raised = replace(AT_WORKTOP, hip=hip_at(155, -6), lean=1).on(on_toes(145, 38), on_toes(152, 38))
    return at_worktop(AT_WORKTOP, ASTRID), at_worktop(raised, ASTRID, straight_arrow(112 + 282j, 112 + 232j))


def toe_raise() -> tuple[str, ...]:
    """Up on the heels."""
    raised = replace(AT_WORKTOP, hip=hip_at(141, -1.6), lean=6, nod=-4).on(on_heel(145, 24), on_heel(152, 24))
    return at_worktop(AT_WORKTOP, BERTIL), at_worktop(raised, BERTIL, straight_arrow(181 + 284j, 181 + 258j))


def beside_worktop(pose: Pose, look: Look, *marks: str) -> str:
    """Someone walking or standing along the worktop, the far hand on it."""
    body, near_arm = person(pose, look)
    return document([*props.worktop_along(), *body, *near_arm, *marks], 1.1)


def _along(x: float) -> Pose:
    hip = hip_at(x)
    hand = arm(shoulder(hip, 2), -8, 10)
    return Pose(hip, 2, flat(x - 3), flat(x + 5), near_hand=hand, far_hand=Hand(complex(x + 48, TOP), 90))


def march() -> tuple[str, ...]:
    """One knee at a time, like marching on the spot."""
    stand = _along(146)
    lifted = replace(stand, near_foot=leg(stand.hip, 70, -8, 12))
    knee = stand.hip + complex(82, 34)
    return beside_worktop(stand, BERTIL), beside_worktop(lifted, BERTIL, straight_arrow(knee + 44j, knee - 6j))


def tandem() -> tuple[str, ...]:
    """One foot straight in front of the other, heel to toe."""
    stand = _along(150)
    placed = replace(stand, hip=hip_at(154, 2), near_foot=flat(172), far_foot=flat(138))
    return beside_worktop(stand, ASTRID), beside_worktop(placed, ASTRID, straight_arrow(206 + 270j, 246 + 270j))


def side_step() -> tuple[str, ...]:
    """A step to the side, hands following along the worktop."""
    stand = _back(124, (113, 135))
    step = _back(142, (113, 171))
    return _stepping(stand), _stepping(step, straight_arrow(200 + 262j, 250 + 262j))


def _back(x: float, feet: tuple[float, float]) -> front.Pose:
    return front.Pose(
        hip=hip_at(x, 1 if feet[1] - feet[0] > 40 else 0),
        feet=front.on_floor(*feet),
        hands=(complex(x - 42, TOP), complex(x + 42, TOP)),
        fingers=(-90, 90),
        away=True,
    )


def _stepping(pose: front.Pose, *marks: str) -> str:
    return document([*props.worktop_along(), *front.person(pose, ASTRID), *marks], 1.1)


def hip_abduction() -> tuple[str, ...]:
    """One leg is lifted out to the side."""
    hip = hip_at(176)
    stand = front.Pose(
        hip=hip,
        feet=front.on_floor(165, 188),
        hands=(complex(108, TOP), complex(212, 182)),
        fingers=(-90, 5),
    )
    swing = toward(30)
    lifted = replace(stand, feet=(stand.feet[0], hip + front.HIP_OUT + swing * 109.5), tilts=(0, -30))
    arrow = round_arrow(hip + front.HIP_OUT, 92, 42, 62)
    return _holding(stand), _holding(lifted, arrow)


def _holding(pose: front.Pose, *marks: str) -> str:
    return document([*props.worktop_left(118, 84), *front.person(pose, BERTIL), *marks], 1.12, 165)


def walk_with_rollator() -> tuple[str, ...]:
    """A step forward between the rollator's wheels."""
    grip = Hand(complex(176, FLOOR - props.GRIP), 90, fist=True)
    stand = Pose(hip_at(142), 4, flat(139), flat(146), grip, replace(grip, wrist=grip.wrist + 5))
    step = replace(stand, hip=hip_at(140, 5), lean=7, nod=-4, near_foot=flat(170), far_foot=on_toes(106, 32))
    return _rolling(stand), _rolling(step, straight_arrow(262 + 150j, 304 + 150j))


def _rolling(pose: Pose, *marks: str) -> str:
    body, near_arm = person(pose, BERTIL)
    x = 172
    return document([*props.rollator_far(x), *body, *props.rollator_near(x), *near_arm, *marks], 1.12, 180)


def reach_to_shelf() -> tuple[str, ...]:
    """A cup is put up on the shelf, the other hand on the worktop."""
    low = replace(AT_WORKTOP, near_hand=Hand(complex(EDGE + 16, TOP - 10), 90, fist=True))
    hip = hip_at(151)
    high = replace(low, hip=hip, near_hand=arm(shoulder(hip, 2), 112, 128, fingers=92, fist=True))
    return _shelving(low), _shelving(high, round_arrow(150 + 118j, 88, 64, 90))


def _shelving(pose: Pose, *marks: str) -> str:
    body, near_arm = person(pose, ASTRID)
    cup = props.cup(pose.near_hand.wrist + complex(14, 14.5))
    scene = [*props.worktop_end(EDGE, 110), *props.shelf(222, 205, 72)]
    return document([*scene, *body, *cup, *near_arm, *marks], 1.12, 180)
