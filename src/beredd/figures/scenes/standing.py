"""On the feet, with something to hold on to."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Frame, Scene, scene, then
from beredd.figures.geometry import toward
from beredd.figures.props import room
from beredd.figures.scenes.places import AT_WORKTOP, TOP, along, at_worktop, beside_worktop, from_behind, hip_at
from beredd.figures.side import Pose, arm, flat, hold, leg, on_heel, on_toes, shoulder
from beredd.figures.svg import FLOOR, round_arrow, straight_arrow


def heel_raise() -> Scene:
    """Up on the toes."""
    rest = at_worktop(AT_WORKTOP, ASTRID)
    raised = replace(AT_WORKTOP, hip=hip_at(155, -6), lean=1).on(on_toes(145, 38), on_toes(152, 38))
    return scene(rest, then(rest, raised, straight_arrow(112 + 282j, 112 + 232j)))


def toe_raise() -> Scene:
    """Up on the heels."""
    rest = at_worktop(AT_WORKTOP, BERTIL)
    raised = replace(AT_WORKTOP, hip=hip_at(141, -1.6), lean=6, nod=-4).on(on_heel(145, 24), on_heel(152, 24))
    return scene(rest, then(rest, raised, straight_arrow(181 + 284j, 181 + 258j)))


def mini_squat() -> Scene:
    """Knees and hips bend a little, as before sitting down."""
    rest = at_worktop(AT_WORKTOP, YUSUF)
    bent = replace(AT_WORKTOP, hip=hip_at(130, 16), lean=22, nod=-14)
    return scene(rest, then(rest, bent, straight_arrow(92 + 128j, 92 + 178j)))


def hip_extension() -> Scene:
    """One leg goes straight back."""
    rest = at_worktop(AT_WORKTOP, ELSA)
    back = replace(AT_WORKTOP, lean=7, nod=-4, hip=hip_at(150), near_foot=leg(hip_at(150), -24, -28, 26))
    return scene(rest, then(rest, back, round_arrow(hip_at(150), 122, -36, -56)))


def knee_bend() -> Scene:
    """The heel goes towards the seat."""
    rest = at_worktop(AT_WORKTOP, BERTIL)
    bent = replace(AT_WORKTOP, near_foot=leg(AT_WORKTOP.hip, 3, -78, 74))
    return scene(rest, then(rest, bent, round_arrow(AT_WORKTOP.hip + 56j, 68, -34, -66)))


def march() -> Scene:
    """One knee at a time, like marching on the spot."""
    stand = along(146)
    lifted = replace(stand, near_foot=leg(stand.hip, 70, -8, 12))
    knee = stand.hip + complex(82, 34)
    rest = beside_worktop(stand, BERTIL)
    return scene(rest, then(rest, lifted, straight_arrow(knee + 44j, knee - 6j)))


def tandem() -> Scene:
    """One foot straight in front of the other, heel to toe."""
    stand = along(150)
    placed = replace(stand, hip=hip_at(154, 2), near_foot=flat(172), far_foot=flat(138))
    rest = beside_worktop(stand, ASTRID)
    return scene(rest, then(rest, placed, straight_arrow(206 + 270j, 246 + 270j)))


def tandem_walk() -> Scene:
    """Step by step on a line."""
    one = replace(along(112), hip=hip_at(116, 2), near_foot=flat(100), far_foot=flat(134))
    two = replace(along(150), hip=hip_at(150, 2), near_foot=flat(168), far_foot=flat(134))
    rest = beside_worktop(one, ELSA)
    return scene(rest, then(rest, two, straight_arrow(206 + 270j, 250 + 270j)), returns=False)


def step_forward() -> Scene:
    """A long step forward and back again."""
    stand = along(136)
    hip = hip_at(152, 9)
    hand = arm(shoulder(hip, 2), -8, 10)
    step = replace(stand, hip=hip, near_foot=flat(188), far_foot=on_toes(128, 26), near_hand=hand)
    rest = beside_worktop(stand, YUSUF)
    return scene(rest, then(rest, step, straight_arrow(226 + 270j, 266 + 270j)))


def one_leg() -> Scene:
    """One foot leaves the floor."""
    stand = along(146)
    lifted = replace(stand, near_foot=leg(stand.hip, 26, -56, 42))
    rest = beside_worktop(stand, ASTRID)
    return scene(rest, then(rest, lifted, straight_arrow(96 + 286j, 96 + 240j)))


def side_step() -> Scene:
    """A step to the side, hands following along the worktop."""
    rest = beside_worktop(from_behind(124, (113, 135)), ASTRID)
    step = from_behind(142, (113, 171), 1)
    return scene(rest, then(rest, step, straight_arrow(200 + 262j, 250 + 262j)))


def weight_shift() -> Scene:
    """The weight goes over to one foot, then the other."""
    middle = from_behind(160, (136, 184), 1)
    over = replace(middle, hip=front.standing(170, 3), lean=3)
    rest = beside_worktop(middle, BERTIL)
    return scene(rest, then(rest, over, straight_arrow(222 + 206j, 268 + 206j)))


def feet_together() -> Scene:
    """Standing still with the feet together."""
    apart = from_behind(160, (138, 182), 1)
    together = from_behind(160, (151, 169))
    rest = beside_worktop(apart, YUSUF)
    arrows = [straight_arrow(complex(160 + side * 66, 272), complex(160 + side * 34, 272)) for side in (-1, 1)]
    return scene(rest, then(rest, together, *arrows))


def hip_abduction() -> Scene:
    """One leg is lifted out to the side."""
    hip = hip_at(176)
    stand = front.Pose(
        hip=hip,
        feet=front.on_floor(165, 188),
        hands=(complex(108, TOP), complex(212, 182)),
        fingers=(-90, 5),
        holds=(True, False),
    )
    foot = hip + front.HIP_OUT + toward(30) * 109.5
    lifted = replace(stand, feet=(stand.feet[0], foot), tilts=(0, -30), air=(False, True))
    rest = Frame(stand, BERTIL, room.worktop_left(118, 84), centre=165)
    return scene(rest, then(rest, lifted, round_arrow(hip + front.HIP_OUT, 92, 42, 62)))


def reach_forward() -> Scene:
    """One hand on the worktop, the other reaches forward over it."""
    low = replace(AT_WORKTOP, near_hand=arm(AT_WORKTOP.shoulder, 60, 84))
    hip = hip_at(138)
    far = replace(low, hip=hip, lean=20, nod=-10, near_hand=arm(shoulder(hip, 20), 86, 90))
    rest = at_worktop(low, ELSA)
    return scene(rest, then(rest, far, straight_arrow(212 + 92j, 256 + 92j)))


WALL = 258.0


def _leaning(tilt: float, wrist: complex) -> Pose:
    ankle = complex(148, FLOOR - 10)
    hip = ankle - toward(-tilt) * 109
    hand = hold(wrist, 172)
    near, far = flat(148), flat(153)
    return Pose(hip, tilt, near, far, hand, replace(hand, wrist=wrist + 2j), nod=-tilt / 2)


def wall_push() -> Scene:
    """A push-up against the wall, the body straight as a plank."""
    wrist = complex(WALL - 7, 122)
    rest = Frame(_leaning(8, wrist), YUSUF, room.wall(WALL), centre=170)
    return scene(rest, then(rest, _leaning(18, wrist), straight_arrow(126 + 100j, 168 + 100j)))


def wall_walk() -> Scene:
    """The fingers walk up the wall."""
    hip = hip_at(160)
    low = Pose(hip, 2, flat(157), flat(164), hold(206 + 132j, 170), arm(shoulder(hip, 2), -6, 10))
    high = replace(low, near_hand=hold(207 + 62j, 178), nod=-12)
    rest = Frame(low, ASTRID, room.wall(214), zoom=1.05, centre=170)
    return scene(rest, then(rest, high, straight_arrow(238 + 128j, 238 + 66j)))


def calf_stretch() -> Scene:
    """One foot back, the heel down, the front knee bends."""
    hip, wall = hip_at(146, 6), room.wall(236)
    hand = hold(229 + 124j, 172)
    stand = Pose(hip, 4, flat(118), flat(172), hand, replace(hand, wrist=hand.wrist + 2j))
    stretch = replace(stand, hip=hip_at(158, 15), lean=9, nod=-4)
    rest = Frame(stand, BERTIL, wall, zoom=1.08, centre=170)
    return scene(rest, then(rest, stretch, straight_arrow(100 + 176j, 128 + 176j)))
