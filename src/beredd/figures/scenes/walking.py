"""Walking, with aids and on stairs."""

from dataclasses import replace

from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Frame, Scene, scene, then
from beredd.figures.props import aids, room
from beredd.figures.scenes.places import hip_at
from beredd.figures.side import Pose as Side
from beredd.figures.side import arm, flat, hold, on_toes, shoulder
from beredd.figures.support import Props
from beredd.figures.svg import FLOOR, straight_arrow

AWAY = straight_arrow(250 + 150j, 292 + 150j)


def rollator() -> Scene:
    """A step forward between the rollator's wheels."""
    grip = hold(complex(176, FLOOR - aids.GRIP), 90, fist=True)
    stand = Side(hip_at(142), 4, flat(139), flat(146), grip, replace(grip, wrist=grip.wrist + 5))
    step = replace(stand, hip=hip_at(140, 5), lean=7, nod=-4, near_foot=flat(170), far_foot=on_toes(106, 32))
    rest = Frame(stand, BERTIL, aids.rollator(172), centre=180)
    return scene(rest, then(rest, step, AWAY), returns=False)


def walker() -> Scene:
    """The frame is moved forward, then one steps into it."""
    grip = hold(complex(164, FLOOR - aids.GRIP), 90, fist=True)
    stand = Side(hip_at(132), 4, flat(128), flat(136), grip, replace(grip, wrist=grip.wrist + 6))
    out = replace(grip, wrist=grip.wrist + 28)
    reach = replace(stand, hip=hip_at(136, 1), lean=10, nod=-6).hands(out, replace(out, wrist=out.wrist + 6))
    step = replace(reach, hip=hip_at(150, 5), lean=8, near_foot=flat(172), far_foot=on_toes(136, 20))
    rest = Frame(stand, ASTRID, aids.walker(160), centre=180)
    moved = replace(rest, props=aids.walker(188))
    return scene(
        rest,
        then(moved, reach, straight_arrow(252 + 140j, 294 + 140j)),
        then(moved, step, straight_arrow(96 + 176j, 128 + 176j)),
        returns=False,
    )


def cane() -> Scene:
    """Cane and weaker leg together, then the other leg."""

    def stick(pose: Side) -> Props:
        hand = pose.near_hand.wrist + complex(4, 4)
        return aids.cane(hand, complex(hand.real + 6, FLOOR))

    hip = hip_at(132)
    grip = hold(complex(156, 178), 80, fist=True)
    stand = Side(hip, 2, flat(129), flat(136), grip, arm(shoulder(hip, 2), -10, 8))
    hip = hip_at(140, 6)
    step = Side(
        hip, 5, on_toes(112, 30), flat(168), replace(grip, wrist=184 + 180j), arm(shoulder(hip, 5), -24, -6), nod=-2
    )
    rest = Frame(stand, YUSUF, held=stick, centre=165)
    return scene(rest, then(rest, step, straight_arrow(238 + 150j, 280 + 150j)), returns=False)


STEP = FLOOR - room.RISE


def _rail(x: float, left: float) -> complex:
    """A wrist whose hand holds the stairs' rail above x."""
    start = complex(left - 60, FLOOR - room.RAIL + 18)
    return complex(x, start.imag - (x + 8 - start.real) * room.RISE / room.GOING)


def stairs_up() -> Scene:
    """The stronger leg first, then the other to the same step, a hand on the rail."""
    left = 150.0
    hip = hip_at(124)
    low = Side(hip, 2, flat(121), flat(127), arm(shoulder(hip, 2), -8, 10), hold(_rail(150, left), 108, fist=True))
    hip = hip_at(134)
    lead = replace(low, hip=hip, lean=8, nod=-6, near_foot=flat(172, STEP), far_foot=flat(127))
    lead = lead.hands(arm(shoulder(hip, 8), -8, 16), hold(_rail(172, left), 108, fist=True))
    hip = hip_at(178, -room.RISE)
    both = Side(
        hip, 3, flat(175, STEP), flat(181, STEP), arm(shoulder(hip, 3), -8, 10), hold(_rail(206, left), 108, fist=True)
    )
    rest = Frame(low, BERTIL, room.stairs(left), zoom=1, centre=165)
    up = straight_arrow(230 + 116j, 264 + 92j)
    return scene(rest, then(rest, lead, up), then(rest, both), returns=False)


def stairs_down() -> Scene:
    """The weaker leg first, then the other to the same step, a hand on the rail."""
    stairs = room.stairs_down(150)
    upper, lower = FLOOR - 2 * room.RISE, FLOOR - room.RISE

    def rail(x: float) -> complex:
        return complex(x, upper - room.DOWN_RAIL + (x + 8 - 126) * room.RISE / room.GOING)

    hip = hip_at(118, -2 * room.RISE)
    high = Side(
        hip, 2, flat(115, upper), flat(121, upper), arm(shoulder(hip, 2), -8, 10), hold(rail(148), 72, fist=True)
    )
    hip = hip_at(138, -2 * room.RISE + 30)
    lead = replace(high, hip=hip, lean=5, near_foot=flat(168, lower), far_foot=on_toes(118, 22, upper))
    lead = lead.hands(arm(shoulder(hip, 5), -8, 10), hold(rail(168), 72, fist=True))
    hip = hip_at(172, -room.RISE)
    low = Side(
        hip, 2, flat(168, lower), flat(174, lower), arm(shoulder(hip, 2), -8, 10), hold(rail(196), 72, fist=True)
    )
    rest = Frame(high, ASTRID, stairs, zoom=1, centre=165)
    down = straight_arrow(222 + 120j, 256 + 144j)
    return scene(rest, then(rest, lead, down), then(rest, low), returns=False)


def step_up() -> Scene:
    """Up on a step and down again, a hand on the rail."""
    rail = FLOOR - room.WALL_RAIL
    hip = hip_at(130)
    low = Side(hip, 2, flat(127), flat(133), arm(shoulder(hip, 2), -8, 10), hold(complex(160, rail), 90, fist=True))
    hip = hip_at(138)
    lead = replace(low, hip=hip, lean=8, nod=-6, near_foot=flat(178, STEP))
    lead = lead.hands(arm(shoulder(hip, 8), -8, 16), hold(complex(184, rail), 90, fist=True))
    hip = hip_at(186, -room.RISE)
    grip = hold(complex(212, rail), 90, fist=True)
    high = Side(hip, 3, flat(182, STEP), flat(188, STEP), arm(shoulder(hip, 3), -8, 10), grip)
    rest = Frame(low, ELSA, room.low_step(162, 80) + room.wall_rail(70, 290), zoom=1.05, centre=165)
    return scene(rest, then(rest, lead), then(rest, high, straight_arrow(262 + 130j, 262 + 80j)))
