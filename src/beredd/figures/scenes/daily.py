"""What an occupational therapist prescribes: dressing, eating, reaching, kitchen."""

from dataclasses import replace

from beredd.figures import front
from beredd.figures.body import ASTRID, BERTIL, ELSA, YUSUF
from beredd.figures.frame import Frame, Scene, scene, then
from beredd.figures.props import furniture, room, things
from beredd.figures.scenes.places import (
    AT_WORKTOP,
    CHAIR,
    EDGE,
    HIP,
    LAP,
    SEATED,
    SHOULDER,
    TABLE_TOP,
    TOP,
    at_table,
    at_worktop,
    facing,
    hip_at,
    on_chair,
)  # fmt: skip
from beredd.figures.scenes.sitting_arms import REST
from beredd.figures.side import Hand, arm, flat, hold, on_toes, shoulder
from beredd.figures.side import Pose as Side
from beredd.figures.support import Props
from beredd.figures.svg import FLOOR, round_arrow, straight_arrow

FAR_REST = hold(complex(160, TABLE_TOP), 90)


def comb() -> Scene:
    """The hand goes up to comb the hair."""

    def brush(pose: Side) -> Props:
        raised = (pose.near_hand.wrist.imag - high.near_hand.wrist.imag) / (
            low.near_hand.wrist.imag - high.near_hand.wrist.imag
        )
        return things.brush(pose.near_hand.wrist, -155 * (1 - raised))

    low = replace(SEATED, near_hand=replace(LAP, fist=True))
    high = replace(low, near_hand=Hand(complex(132, 106), 250, fist=True))
    rest = replace(on_chair(low, ASTRID), held=brush)
    return scene(rest, then(rest, high, round_arrow(SHOULDER, 84, 62, 122)))


def drink() -> Scene:
    """A cup is lifted to the mouth and put back."""

    def cup(pose: Side) -> Props:
        hand = pose.near_hand.wrist
        raised = (low.near_hand.wrist.imag - hand.imag) / (low.near_hand.wrist.imag - high.near_hand.wrist.imag)
        return things.cup(hand + complex(15 - 15 * raised, 13 - 20 * raised), -42 * raised)

    low = SEATED.hands(Hand(complex(160, TABLE_TOP - 6), 90, fist=True), replace(FAR_REST, wrist=FAR_REST.wrist + 6))
    high = replace(low, near_hand=Hand(complex(142, 166), 170, fist=True))
    rest = replace(at_table(low, BERTIL), held=cup)
    return scene(rest, then(rest, high, straight_arrow(192 + 190j, 192 + 142j)))


def pour() -> Scene:
    """Water is poured from a jug into a cup."""

    def jug(pose: Side) -> Props:
        hand = pose.near_hand.wrist
        return things.jug(hand + complex(20, 14), max(0.0, (TABLE_TOP - 8 - hand.imag) * 1.7))

    low = SEATED.hands(Hand(complex(160, TABLE_TOP - 8), 90, fist=True), FAR_REST)
    high = replace(low, near_hand=Hand(complex(162, TABLE_TOP - 40), 90, fist=True))
    standing = Props((), things.cup(complex(222, TABLE_TOP + 5.5)).between)
    rest = replace(at_table(low, ELSA), held=jug, props=CHAIR + furniture.table(146, 110) + standing)
    return scene(rest, then(rest, high, round_arrow(complex(200, 158), 44, 190, 128)))


def wipe() -> Scene:
    """A cloth wipes the table, away and back."""

    def cloth(pose: Side) -> Props:
        hand = pose.near_hand
        return things.cloth(hand.wrist + complex(10, 5.5))

    near = SEATED.hands(hold(complex(158, TABLE_TOP), 92), FAR_REST)
    at = shoulder(HIP, 26)
    away = replace(near, lean=26, nod=-12, near_hand=hold(complex(at.real + 70, TABLE_TOP), 92))
    rest = replace(at_table(near, YUSUF), held=cloth)
    return scene(rest, then(rest, away, straight_arrow(176 + 158j, 226 + 158j)))


def reach_across() -> Scene:
    """A cup on the far side of the table is fetched."""
    cup_at = complex(224, TABLE_TOP + 5.5)
    near = SEATED.hands(hold(complex(160, TABLE_TOP), 92), FAR_REST)
    far = replace(near, lean=30, nod=-14, near_hand=Hand(complex(207, TABLE_TOP - 8), 88, fist=True))
    props = CHAIR + furniture.table(146, 110) + things.cup(cup_at)
    rest = replace(at_table(near, ASTRID), props=props)
    return scene(rest, then(rest, far, round_arrow(HIP, 132, 168, 138)))


def sock() -> Scene:
    """A sock is drawn over the foot, the foot on a low stool."""
    stool = room.low_step(152, 50, 12)
    foot = flat(170, FLOOR - 12)
    low = Hand(complex(184, 260), 60, fist=True)
    bent = replace(SEATED, lean=56, nod=-8, near_foot=foot, far_foot=flat(140), socks=True)
    bent = bent.hands(low, replace(low, wrist=low.wrist + 5))
    high = Hand(complex(176, 252), 60, fist=True)
    drawn = replace(bent, lean=49, nod=-10).hands(high, replace(high, wrist=high.wrist + 5))

    def cloth(pose: Side) -> Props:
        wrist = pose.near_hand.wrist
        return things.sock(wrist + complex(4, 6), foot.ankle)

    rest = replace(on_chair(bent, ELSA, CHAIR + stool), held=cloth)
    return scene(rest, then(rest, drawn, straight_arrow(224 + 262j, 206 + 222j)))


def shoe() -> Scene:
    """The heel slides down into the shoe along a long shoehorn."""
    at = shoulder(HIP, 12)
    hand = Hand(at + complex(26, 54), 40, fist=True)
    heel_up = replace(SEATED, lean=12, nod=10, near_foot=on_toes(150, 36), far_foot=flat(164)).hands(hand, LAP)
    down = replace(heel_up, near_foot=flat(150), near_hand=replace(hand, wrist=hand.wrist + 3 + 4j))

    def horn(pose: Side) -> Props:
        ankle = pose.near_foot.ankle
        return things.shoehorn(pose.near_hand.wrist + complex(3, 4), ankle + complex(-10, 3))

    rest = replace(on_chair(heel_up, BERTIL), held=horn)
    return scene(rest, then(rest, down, straight_arrow(118 + 250j, 118 + 286j)))


def cardigan() -> Scene:
    """One sleeve, round the back, the other sleeve."""
    hip = REST.hip
    first = replace(
        REST, hands=(hip + complex(-20, -34), hip + complex(52, -20)), fingers=(70, 40), sleeves=(None, things.GARMENT)
    )
    both = replace(
        REST,
        hands=(hip + complex(-58, -22), hip + complex(56, -18)),
        fingers=(-30, 30),
        sleeves=(things.GARMENT, things.GARMENT),
    )
    rest = replace(facing(first, ASTRID), held=things.cardigan_on)
    return scene(rest, then(rest, both, round_arrow(hip - 62j, 66, 118, 242)), returns=False)


def shelf() -> Scene:
    """A cup is put up on the shelf, the other hand on the worktop."""

    def cup(pose: Side) -> Props:
        return things.cup(pose.near_hand.wrist + complex(14, 14.5))

    low = replace(AT_WORKTOP, near_hand=Hand(complex(EDGE + 16, TOP - 10), 90, fist=True))
    hip = hip_at(151)
    high = replace(low, hip=hip, near_hand=arm(shoulder(hip, 2), 112, 128, fingers=92, fist=True))
    rest = replace(at_worktop(low, ASTRID, room.shelf(222, 205, 72)), held=cup, centre=180)
    return scene(rest, then(rest, high, round_arrow(150 + 118j, 88, 64, 90)))


def low_cupboard() -> Scene:
    """Knees bent, one hand on the worktop, something is taken out of a low cupboard."""
    hip = hip_at(126, 42)
    deep = replace(AT_WORKTOP, hip=hip, lean=34, nod=-4, near_foot=flat(138), far_foot=flat(146))
    stand = AT_WORKTOP.on(deep.near_foot, deep.far_foot)
    stand = replace(stand, hip=hip_at(140), near_hand=arm(shoulder(hip_at(140), 2), 8, 26))
    deep = replace(deep, near_hand=Hand(complex(194, 238), 90, fist=True))
    rest = Frame(stand, YUSUF, room.open_cupboard(EDGE), zoom=1.12, centre=175)
    return scene(rest, then(rest, deep, straight_arrow(100 + 120j, 100 + 178j)))


def sweep() -> Scene:
    """The floor is swept, the weight moving from foot to foot."""

    def broom(pose: Side) -> Props:
        return things.broom(pose.near_hand.wrist + 4, pose.far_hand.wrist + 4)

    hip = hip_at(130, 3)
    near = front_foot = flat(108)
    stand = replace(AT_WORKTOP, hip=hip, lean=4, near_foot=near, far_foot=flat(152))
    stand = stand.hands(Hand(complex(146, 156), 80, fist=True), Hand(complex(160, 186), 80, fist=True))
    push = replace(stand, hip=hip_at(138, 5), lean=14, nod=-6, near_foot=on_toes(front_foot.ankle.real, 14))
    push = push.hands(Hand(complex(176, 156), 80, fist=True), Hand(complex(194, 184), 80, fist=True))
    rest = Frame(stand, ELSA, held=broom, zoom=1.1, centre=165)
    return scene(rest, then(rest, push, straight_arrow(228 + 236j, 276 + 236j)))


def pick_up() -> Scene:
    """Something is picked up from the floor, one hand on the worktop."""
    stand = AT_WORKTOP.on(flat(116), flat(128))
    hip = hip_at(126)
    stand = replace(stand, hip=hip, lean=10, nod=6).hands(
        arm(shoulder(hip, 10), 0, 12), hold(complex(EDGE + 9, TOP), 92)
    )
    deep = replace(
        stand,
        hip=hip_at(106, 50),
        lean=58,
        nod=-10,
        near_hand=Hand(complex(166, 268), 30),
        far_hand=hold(complex(EDGE + 34, TOP), 92),
    )
    paper = Props((things.folded(complex(170, FLOOR)),))
    rest = Frame(stand, BERTIL, room.worktop_end(EDGE, 92) + paper, zoom=1.1, centre=165)
    return scene(rest, then(rest, deep, round_arrow(complex(120, 200), 128, 176, 146)))


def wring() -> Scene:
    """A rolled towel is wrung."""

    def towel(pose: front.Pose) -> Props:
        left, right = pose.hands
        return things.rolled_towel(left - 8, right + 8)

    hip = REST.hip
    hold_ = replace(REST, hands=(hip + complex(-26, -32), hip + complex(26, -32)), fingers=(90, -90))
    wrung = replace(hold_, hands=(hip + complex(-26, -26), hip + complex(26, -38)), fingers=(60, -120))
    rest = replace(facing(hold_, YUSUF, 1.35), held=towel)
    marks = (
        round_arrow(hip + complex(-66, -30), 20, -150, -20),
        round_arrow(hip + complex(66, -30), 20, 30, 150),
    )
    return scene(rest, then(rest, wrung, *marks))
