"""Exercises on a chair."""

from dataclasses import replace

from .. import front, props
from ..body import ASTRID, BERTIL, SITTING, STANDING, Look
from ..closeup import closeup, squeezing_hand
from ..side import Hand, Pose, arm, flat, leg, person, shoulder
from ..svg import FLOOR, document, round_arrow, straight_arrow

HIP = complex(100, FLOOR - SITTING)
SHOULDER = shoulder(HIP, 0)
LAP = Hand(HIP + complex(34, -17), 84)
SEATED = Pose(
    hip=HIP,
    lean=0,
    near_foot=flat(HIP.real + 54),
    far_foot=flat(HIP.real + 60),
    near_hand=LAP,
    far_hand=Hand(LAP.wrist + 6, 84),
)
STEADY = replace(SEATED, near_hand=Hand(HIP + complex(13, 5), 62), far_hand=Hand(HIP + 18, 62))
CHAIR = props.chair_side(HIP.real - 18)


def on_chair(pose: Pose, look: Look, *marks: str, zoom: float = 1.25, centre: float = 128) -> str:
    """Someone sitting on the chair, with arrows on top."""
    body, near_arm = person(pose, look)
    return document([*CHAIR, *body, *near_arm, *marks], zoom, centre)


def chair_rise() -> tuple[str, ...]:
    """Feet back, nose over toes, up."""
    ready = SEATED.on(flat(142), flat(148))
    hip = HIP + 3
    knees = Hand(hip + complex(62, -8), 40)
    forward = replace(ready, hip=hip, lean=38, nod=-22, near_hand=knees, far_hand=replace(knees, wrist=knees.wrist + 6))
    hip = complex(143, FLOOR - STANDING + 0.6)
    at = shoulder(hip, 3)
    up = replace(ready, hip=hip, lean=3, near_hand=arm(at, -6, 8), far_hand=arm(at + 3, -2, 14), nod=-3)
    return (
        on_chair(ready, BERTIL, zoom=1.08),
        on_chair(forward, BERTIL, round_arrow(HIP, 132, 178, 148), zoom=1.08),
        on_chair(up, BERTIL, straight_arrow(205 + 205j, 205 + 110j), zoom=1.08),
    )


def knee_extension() -> tuple[str, ...]:
    """One leg is stretched out in front."""
    straight = replace(STEADY, near_foot=leg(HIP, 86, 82, -84))
    return on_chair(STEADY, ASTRID), on_chair(straight, ASTRID, round_arrow(HIP + 58, 72, 24, 47))


def march() -> tuple[str, ...]:
    """One knee is lifted at a time."""
    lifted = replace(STEADY, near_foot=leg(HIP, 112, 0, 8))
    knee = HIP + complex(82, -8)
    return on_chair(STEADY, BERTIL), on_chair(lifted, BERTIL, straight_arrow(knee + 4j, knee - 44j))


def band_row() -> tuple[str, ...]:
    """A band from the door is pulled in to the waist."""
    anchor = complex(234, FLOOR - 119)
    reach = replace(SEATED, near_hand=arm(SHOULDER, 72, 88, fist=True), far_hand=arm(SHOULDER + 3, 76, 92, fist=True))
    pull = replace(SEATED, near_hand=arm(SHOULDER, -42, 92, fist=True), far_hand=arm(SHOULDER + 3, -34, 94, fist=True))
    return _row(reach, anchor), _row(pull, anchor, straight_arrow(212 + 150j, 160 + 150j))


def _row(pose: Pose, anchor: complex, *marks: str) -> str:
    body, near_arm = person(pose, ASTRID)
    bands = [props.band(anchor, hand.wrist + 5) for hand in (pose.far_hand, pose.near_hand)]
    parts = [*CHAIR, *props.door(246, 119), *bands[0], *body, *bands[1], *near_arm, *marks]
    return document(parts, 1.25, 148)


def shoulder_lift() -> tuple[str, ...]:
    """Both arms are lifted forward and up."""
    lifted = replace(SEATED, near_hand=arm(SHOULDER, 106, 112), far_hand=arm(SHOULDER + 3, 101, 108), nod=-6)
    return on_chair(SEATED, BERTIL), on_chair(lifted, BERTIL, round_arrow(SHOULDER, 88, 46, 84))


def deep_breathing() -> tuple[str, ...]:
    """In through the nose, the belly comes out; out through the mouth."""
    calm = replace(SEATED, near_hand=Hand(HIP + complex(8, -22), 86), far_hand=Hand(HIP + complex(9, -23), 86))
    full = replace(calm, breath=5)
    mouth = calm.face(24, 12)
    into = [straight_arrow(mouth + complex(58, -10), mouth + complex(14, -8))]
    belly = [straight_arrow(HIP + complex(36, -34), HIP + complex(54, -34))]
    return (
        on_chair(full, ASTRID, *into, *belly, zoom=1.35),
        on_chair(calm, ASTRID, straight_arrow(mouth + complex(4, 3), mouth + complex(52, 12)), zoom=1.35),
    )


def trunk_rotation() -> tuple[str, ...]:
    """The trunk turns, the hips and knees stay."""
    hip = complex(160, FLOOR - SITTING)
    ahead = front.Pose(
        hip=hip,
        feet=front.on_floor(136, 184),
        knees=(hip + complex(-23, 11), hip + complex(23, 11)),
        hands=(hip + complex(10, -52), hip + complex(-10, -44)),
        fingers=(112, -112),
    )
    side = replace(ahead, turn=1, hands=(hip + complex(17, -50), hip + complex(2, -42)), fingers=(112, -105))
    arrow = round_arrow(hip - 142j, 40, -62, 64, 0.4)
    return _turning(ahead), _turning(side, arrow)


def _turning(pose: front.Pose, *marks: str) -> str:
    return document([*props.chair_front(160), *front.person(pose, BERTIL), *marks], 1.3)


def hand_squeeze() -> tuple[str, ...]:
    """A soft ball is squeezed in the hand, the forearm on the table."""
    resting = replace(SEATED, near_hand=Hand(HIP + complex(68, -29), 92, fist=True))
    return _squeeze(resting, 0), _squeeze(resting, 1)


def _squeeze(pose: Pose, grip: int) -> str:
    body, near_arm = person(pose, ASTRID)
    top = FLOOR - 91
    table = [*props.table_legs(146, 110, 91), *body, *props.table_top(146, 110, 91)]
    ball = props.ball(pose.near_hand.wrist + complex(8, -4), 7)
    parts = [*CHAIR, *table, *ball, *near_arm, *closeup(complex(210, top - 82), squeezing_hand(grip))]
    return document(parts, 1.25, 150)
