"""The person seen from the side, facing right; lying on the back the face is up and the head to the left."""

from dataclasses import dataclass, replace

from beredd.figures import body
from beredd.figures.body import Look
from beredd.figures.geometry import direction, middle_joint, toward, turned
from beredd.figures.heads import head_side
from beredd.figures.svg import blob, chain, circle, line, placed, shape, xy


@dataclass(frozen=True)
class Foot:
    """Where an ankle is; `pitch` lifts the toes (negative) or the heel (positive); `air`: it rests on nothing."""

    ankle: complex
    pitch: float = 0
    on_ball: bool = False
    air: bool = False


@dataclass(frozen=True)
class Hand:
    """Where a wrist is and where the fingers point; without a direction they follow the forearm.

    `holds`: the hand rests on or grips something that stands still.
    """

    wrist: complex
    fingers: float | None = None
    fist: bool = False
    holds: bool = False


@dataclass(frozen=True)
class Pose:
    """A whole person: the hip joint, how far the trunk leans forward, and where hands and feet are.

    Hands and feet are places rather than angles, so that what stands or holds stays where it is; the joint
    angles follow from the lengths of the bones (`skeleton`).
    """

    hip: complex
    lean: float
    near_foot: Foot
    far_foot: Foot
    near_hand: Hand
    far_hand: Hand
    nod: float = 0
    breath: float = 0
    slump: float = 0
    socks: bool = False

    def on(self, near: Foot, far: Foot) -> "Pose":
        """The same person with the feet elsewhere."""
        return replace(self, near_foot=near, far_foot=far)

    def hands(self, near: Hand, far: Hand) -> "Pose":
        """The same person with the hands elsewhere."""
        return replace(self, near_hand=near, far_hand=far)

    def trunk(self, forward: float, up: float) -> complex:
        """A point of the trunk, from the hip joint."""
        return self.hip + turned(complex(forward, -up), self.lean)

    @property
    def shoulder(self) -> complex:
        """The shoulder joint."""
        return shoulder(self.hip, self.lean)

    @property
    def head(self) -> complex:
        """The middle of the head; the neck takes half of a nod."""
        return self.trunk(2 + self.slump, body.NECK_UP - 4 - self.slump / 2) + turned(5 - 27j, self.lean + self.nod / 2)

    def face(self, forward: float, down: float) -> complex:
        """A point of the face, from the middle of the head."""
        return self.head + turned(complex(forward, down), self.lean + self.nod)


def shoulder(hip: complex, lean: float) -> complex:
    """Where the shoulder joint is for a hip and a lean."""
    return hip + turned(complex(0, -body.SHOULDER_UP), lean)


def flat(x: float, on: float = body.GROUND) -> Foot:
    """A foot flat on the floor, or on a surface at that height of the picture."""
    return Foot(complex(x, on - body.ANKLE))


def on_toes(x: float, pitch: float, on: float = body.GROUND) -> Foot:
    """A foot that stands on its ball, the heel lifted; x is where the ankle is when flat."""
    ball = complex(x + 15, on)
    return Foot(ball + turned(complex(-15, -body.ANKLE), pitch), pitch, on_ball=True)


def on_heel(x: float, pitch: float, on: float = body.GROUND) -> Foot:
    """A foot that stands on its heel, the toes lifted."""
    heel = complex(x - 9, on)
    return Foot(heel + turned(complex(9, -body.ANKLE), -pitch), -pitch)


def leg(hip: complex, thigh: float, shin: float, pitch: float = 0) -> Foot:
    """A foot in the air, from the directions of thigh and shin."""
    return Foot(hip + toward(thigh) * body.THIGH + toward(shin) * body.SHIN, pitch, air=True)


def arm(at: complex, upper: float, fore: float, *, fingers: float | None = None, fist: bool = False) -> Hand:
    """A hand in the air, from the shoulder and the directions of upper arm and forearm."""
    return Hand(at + toward(upper) * body.UPPER_ARM + toward(fore) * body.FOREARM, fingers, fist)


def hold(wrist: complex, fingers: float | None = 90, *, fist: bool = False) -> Hand:
    """A hand that rests on or grips something that stands still."""
    return Hand(wrist, fingers, fist, holds=True)


FAR_HIP, FAR_SHOULDER = 2.0, 3.0  # the far limbs begin a little further forward, so that they show


def knee(hip: complex, foot: Foot) -> complex:
    """Where the knee is."""
    return middle_joint(hip, foot.ankle, body.THIGH, body.SHIN, 1)


def elbow(root: complex, hand: Hand) -> complex:
    """Where the elbow is."""
    return middle_joint(root, hand.wrist, body.UPPER_ARM, body.FOREARM, -1)


def pointing(root: complex, hand: Hand) -> float:
    """Where the fingers point."""
    return direction(hand.wrist - elbow(root, hand)) if hand.fingers is None else hand.fingers


def person(pose: Pose, look: Look) -> tuple[list[str], list[str]]:
    """The body, and the near arm that goes over things the person holds."""
    parts = [
        *_arm(pose.shoulder + FAR_SHOULDER, pose.far_hand, look, look.top_far),
        *_leg(pose.hip + FAR_HIP, pose.far_foot, body.TROUSERS_FAR, pose.socks),
        shape(chain((pose.trunk(2 + pose.slump / 2, 66), 8.5), (pose.face(-2, 8), 7.5)), look.skin),
        *_leg(pose.hip, pose.near_foot, body.TROUSERS, pose.socks),
        _top(pose, look),
        placed(head_side(look), pose.head, pose.lean + pose.nod),
    ]
    return parts, _arm(pose.shoulder, pose.near_hand, look, look.top)


def _leg(hip: complex, foot: Foot, fill: str, socks: bool) -> list[str]:
    bent = knee(hip, foot)
    cuff = foot.ankle + (bent - foot.ankle) / body.SHIN * 5
    return [
        placed(_shoe(foot, socks), foot.ankle, foot.pitch),
        shape(chain((hip, body.HIP_R), (bent, body.KNEE_R), (cuff, body.ANKLE_R)), fill),
    ]


def _shoe(foot: Foot, socks: bool) -> list[str]:
    if socks:
        return body.sock_side()
    return body.shoe_bent(foot.pitch) if foot.on_ball else body.shoe_side()


def _top(pose: Pose, look: Look) -> str:
    folded = min(max((direction(knee(pose.hip, pose.near_foot) - pose.hip) + pose.lean) / 90, 0), 1)
    breath, slump = pose.breath, pose.slump
    outline = [
        (-16.5, -7 + 4 * folded), (-15 - slump * 0.6, 14), (-17 - breath / 3 - slump, 38), (-16.5 - slump * 0.6, 56),
        (-9, 71), (0 + slump / 2, 76), (10 + slump / 2, 72),
        (15.5 + breath, 56), (17 + breath, 38), (18.5 + breath, 20), (17, -8 + 21 * folded), (2, -9 + 14 * folded),
    ]  # fmt: skip
    return shape(blob([pose.trunk(forward, up) for forward, up in outline]), look.top)


def _arm(root: complex, hand: Hand, look: Look, sleeve: str) -> list[str]:
    bent = elbow(root, hand)
    along = (hand.wrist - bent) / body.FOREARM
    fingers = pointing(root, hand)
    cuff = hand.wrist - along * 9
    return [
        shape(chain((bent, body.ELBOW_R - 1.5), (hand.wrist, body.WRIST_R)) + _palm(hand, fingers), look.skin),
        *_knuckles(hand, fingers),
        shape(chain((root, body.SHOULDER_R), (bent, body.ELBOW_R), (cuff, body.WRIST_R + 1.3)), sleeve),
    ]


def _palm(hand: Hand, fingers: float) -> str:
    ahead = toward(fingers)
    if hand.fist:
        return circle(hand.wrist + ahead * 5, 7)
    return chain((hand.wrist, 5), (hand.wrist + ahead * 7, 5.5), (hand.wrist + ahead * 16, 3.8))


def _knuckles(hand: Hand, fingers: float) -> list[str]:
    if not hand.fist:
        return []
    ahead = toward(fingers)
    aside = complex(ahead.imag, -ahead.real)
    middle = hand.wrist + ahead * 6
    start, end, mid = middle - aside * 5, middle + ahead * 4 - aside * 2, middle - aside
    return [line(f"M{xy(start)}L{xy(end)}M{xy(mid)}L{xy(mid + ahead * 5)}", 1.5)]
