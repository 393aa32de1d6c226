"""From one place to another: bed, chair, toilet, floor."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, SEAT, YUSUF
from beredd.figures.frame import Frame, Scene, scene, then
from beredd.figures.props import furniture
from beredd.figures.scenes.places import HIP, SEATED
from beredd.figures.side import Foot, Pose, arm, flat, hold, shoulder
from beredd.figures.support import Grip, Props, Top
from beredd.figures.svg import FLOOR, round_arrow, straight_arrow

EDGE = furniture.SEAT_TOP - 5.5


def from_bed() -> Scene:
    """Up from the edge of the bed, hands pressing on the mattress."""
    bed = furniture.bed_end(134)
    hands = hold(HIP + complex(2, 9.5), 60)
    ready = SEATED.on(flat(140), flat(146)).hands(hands, hold(HIP + complex(14, 9.5), 60))
    hip = HIP + 5
    forward = replace(ready, hip=hip, lean=36, nod=-20)
    hip = complex(143, 177.4)
    at = shoulder(hip, 3)
    up = replace(ready, hip=hip, lean=3, nod=-3).hands(arm(at, -6, 8), arm(at + 3, -2, 14))
    rest = Frame(ready, ELSA, bed, zoom=1.08, centre=128)
    return scene(
        rest,
        then(rest, forward, round_arrow(HIP, 132, 178, 148)),
        then(rest, up, straight_arrow(205 + 205j, 205 + 110j)),
    )


def toilet() -> Scene:
    """Down on the toilet, hands on the armrests."""
    props = furniture.toilet(84)
    hip = complex(143, 177.4)
    at = shoulder(hip, 3)
    stand = replace(SEATED, hip=hip, lean=3, nod=-3).on(flat(140), flat(146)).hands(arm(at, -6, 8), arm(at + 3, -2, 14))
    level = furniture.SEAT_TOP - furniture.ARMREST - 6
    grip = hold(complex(112, level), 80, fist=True)
    down = replace(stand, hip=HIP + 14 - 22j, lean=34, nod=-16).hands(grip, replace(grip, wrist=grip.wrist + 5))
    sit = SEATED.on(flat(140), flat(146)).hands(grip, replace(grip, wrist=grip.wrist + 5))
    rest = Frame(stand, BERTIL, props, zoom=1.08, centre=128)
    return scene(rest, then(rest, down, straight_arrow(206 + 120j, 206 + 176j)), then(rest, sit))


def bed_to_chair() -> Scene:
    """Sit on the edge, stand, turn, sit on the chair beside."""
    bed = furniture.bed(-130, 270, SEAT) + furniture.pillow(18, furniture.SEAT_TOP)
    props = bed + furniture.chair_front(222)

    def seated(x: float) -> front.Pose:
        base = front.sitting(x)
        out = (complex(x - 46, EDGE + 1), complex(x + 46, EDGE + 1))
        return replace(base, hands=out if x < 150 else base.hands, fingers=(-20, 20), reach=1 if x < 150 else 0.88)

    up = front.Pose(
        hip=front.standing(160),
        feet=front.on_floor(150, 172),
        hands=(complex(124, 182), complex(208, 188)),
        fingers=(-8, 8),
        reach=1,
    )
    on_bed = replace(seated(84), holds=(True, True))
    rest = Frame(on_bed, YUSUF, props, zoom=1.1, centre=150)
    return scene(
        rest,
        then(rest, up, straight_arrow(64 + 100j, 108 + 100j)),
        then(rest, front.sitting(222), round_arrow(complex(208, 136), 56, 196, 156)),
        returns=False,
    )


def floor_rise() -> Scene:
    """On all fours by a chair, one foot forward, up with the arms."""
    chair = furniture.chair_back(304)
    ground = Props(grips=(Grip(complex(0, FLOOR), complex(320, FLOOR)),), tops=(Top(0, 320, FLOOR),))
    seat = furniture.SEAT_TOP - 5.5

    def kneeling(x: float) -> Foot:
        return Foot(complex(x, FLOOR - 11), 148)

    hip = complex(120, FLOOR - 67)
    hands = hold(complex(190, FLOOR - 6), 84)
    fours = Pose(hip, 76, kneeling(66), kneeling(69), hands, replace(hands, wrist=hands.wrist + 6), nod=-34)
    hip = complex(176, FLOOR - 67)
    on_seat = hold(complex(253, seat), 88)
    half = Pose(hip, 32, flat(222), kneeling(122), on_seat, replace(on_seat, wrist=on_seat.wrist + 5), nod=-10)
    hip = complex(184, 196)
    up = replace(half, hip=hip, lean=56, nod=-20, near_foot=flat(206), far_foot=flat(186))
    up = up.hands(on_seat, replace(on_seat, wrist=on_seat.wrist + 5))
    rest = Frame(fours, ASTRID, chair + ground, zoom=1, centre=165)
    return scene(
        rest,
        then(rest, half, round_arrow(complex(168, 236), 70, 238, 190)),
        then(rest, up, straight_arrow(140 + 190j, 140 + 138j)),
        returns=False,
    )
