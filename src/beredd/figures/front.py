"""The person seen from the front or from behind: for movements to the side, and for turning."""

from dataclasses import dataclass, replace

from beredd.figures import body
from beredd.figures.body import Look
from beredd.figures.geometry import OutOfReachError, direction, middle_joint, toward, turned
from beredd.figures.heads import head_back, head_front, head_side
from beredd.figures.svg import blob, chain, placed, shape

HIP_OUT, SHOULDER_OUT = 12.0, 25.0
Two = tuple[complex, complex]


@dataclass(frozen=True)
class Pose:
    """Left and right are those of the picture. Without knees the person stands.

    Everything is given as if the person were upright; `roll` then turns it around the hip, for lying on the side.
    """

    hip: complex
    feet: Two
    hands: Two
    fingers: tuple[float | None, float | None] = (None, None)
    holds: tuple[bool, bool] = (False, False)
    air: tuple[bool, bool] = (False, False)
    tilts: tuple[float, float] = (0, 0)
    knees: Two | None = None
    elbows: tuple[float, float] = (1, 1)  # 1 points outwards below the shoulder, -1 above it
    away: bool = False
    reach: float = 0.88  # arms that also point at us or away from us look shorter
    turn: float = 0  # 0 looks at us, 1 has turned the chest to the right
    gaze: float | None = None  # as turn, for the head alone
    nod: float = 0  # the head tilted to the side
    lean: float = 0  # the trunk tilted to the side
    shrug: float = 0
    roll: float = 0
    sleeves: tuple[str | None, str | None] = (None, None)
    socks: bool = False

    def trunk(self, out: float, up: float) -> complex:
        """A point of the trunk, from the hip."""
        return self.hip + turned(complex(out, -up), self.lean)

    @property
    def head(self) -> complex:
        """The middle of the head."""
        return self.trunk(0, body.NECK_UP) + turned(complex(0, body.NECK_UP - body.HEAD_UP), self.lean + self.nod)

    def shoulder(self, side: int) -> complex:
        """A shoulder joint: -1 left, 1 right."""
        out = SHOULDER_OUT * (1 - 0.22 * abs(self.turn))
        return self.trunk(side * out, body.SHOULDER_UP - 1 + self.shrug)

    def elbow(self, side: int) -> complex:
        """Where an elbow is."""
        hand = self.hands[side > 0]
        lengths = body.UPPER_ARM * self.reach, body.FOREARM * self.reach
        return middle_joint(self.shoulder(side), hand, *lengths, side * self.elbows[side > 0])

    def knee(self, side: int) -> complex:
        """Where a knee is; a standing knee bends towards us, so it is on the line from hip to foot."""
        if self.knees:
            return self.knees[side > 0]
        hip, foot = self.hip + side * HIP_OUT, self.feet[side > 0]
        span = abs(foot - hip)
        if not 0.9 < span / (body.THIGH + body.SHIN) < 1.005:
            raise OutOfReachError(f"a straight leg of {span:.1f} units")
        return hip + (foot - hip) * body.THIGH / (body.THIGH + body.SHIN)


def on_floor(left: float, right: float, on: float = body.GROUND) -> Two:
    """Both feet on the floor, or on a surface at that height of the picture."""
    return complex(left, on - body.ANKLE), complex(right, on - body.ANKLE)


def standing(x: float, drop: float = 0) -> complex:
    """The middle of the hips of someone who stands."""
    return complex(x, body.GROUND - body.STANDING + drop)


def sitting(x: float, **others: object) -> Pose:
    """Someone on a chair, facing us, the hands on the thighs."""
    hip = complex(x, body.GROUND - body.SITTING)
    rest = Pose(
        hip=hip,
        feet=on_floor(x - 24, x + 24),
        knees=(hip + complex(-23, 11), hip + complex(23, 11)),
        hands=(hip + complex(-27, 4), hip + complex(27, 4)),
        fingers=(8, -8),
    )
    return replace(rest, **others)  # type: ignore[arg-type]


def _legs(pose: Pose) -> list[str]:
    parts = [placed(_shoe(pose), foot, tilt) for foot, tilt in zip(pose.feet, pose.tilts, strict=True)]
    data = ""
    for side, foot in zip((-1, 1), pose.feet, strict=True):
        hip, knee = pose.hip + side * HIP_OUT, pose.knee(side)
        radius = body.KNEE_R + (3 if pose.knees else 0)
        shin = foot - knee
        cuff = foot - shin / abs(shin) * 5 if abs(shin) > 8 else foot
        data += chain((hip, body.HIP_R - 1), (knee, radius), (cuff, body.ANKLE_R + 0.5))
    return [*parts, shape(data + chain((pose.hip - 8, 15), (pose.hip + 8, 15)), body.TROUSERS)]


def _shoe(pose: Pose) -> list[str]:
    if pose.socks:
        return body.sock_front()
    return body.shoe_back() if pose.away else body.shoe_front()


def _trunk(pose: Pose, look: Look) -> list[str]:
    neck = shape(chain((pose.trunk(0, 66), 8), (pose.head + 9j, 7.5)), look.skin)
    hem = 2 if pose.knees else 9
    narrow, up = 1 - 0.22 * abs(pose.turn), pose.shrug
    right = [(9, 75 + up / 3), (21, 71 + up), (27, 60 + up), (23, 40), (21, 18), (25, 2 - hem)]
    half = [(out * narrow, high) for out, high in right]
    outline = [(0.0, 73.0), *half, (0.0, -hem - 1.0), *((-out, high) for out, high in reversed(half))]
    return [neck, shape(blob([pose.trunk(*point) for point in outline]), look.top), _head(pose, look)]


def _head(pose: Pose, look: Look) -> str:
    gaze = pose.turn if pose.gaze is None else pose.gaze
    at, degrees = pose.head, pose.lean + pose.nod
    if abs(gaze) > 0.5:
        return placed(head_side(look), at + (4 if gaze > 0 else -4), degrees, mirrored=gaze < 0)
    return placed(head_back(look) if pose.away else head_front(look), at, degrees)


def _arms(pose: Pose, look: Look) -> list[str]:
    parts: list[str] = []
    for side in (-1, 1):
        parts += _arm(pose, look, side)
    return parts


def _arm(pose: Pose, look: Look, side: int) -> list[str]:
    root, elbow, wrist = pose.shoulder(side), pose.elbow(side), pose.hands[side > 0]
    fingers, sleeve = pose.fingers[side > 0], pose.sleeves[side > 0]
    along = (wrist - elbow) / abs(wrist - elbow)
    ahead = toward(direction(along) if fingers is None else fingers)
    palm = chain((wrist, 5), (wrist + ahead * 7, 5.5), (wrist + ahead * 15, 4))
    cuff = chain((root, body.SHOULDER_R - 1), (elbow, body.ELBOW_R), (wrist - along * 9, body.WRIST_R + 1.3))
    return [
        shape(chain((elbow, body.ELBOW_R - 1.5), (wrist, body.WRIST_R)) + palm, look.skin),
        shape(cuff, sleeve or look.top),
    ]


def person(pose: Pose, look: Look) -> tuple[list[str], list[str]]:
    """The body, and the arms; from behind the arms are beyond the body."""
    if pose.away:
        return _rolled(pose, [*_arms(pose, look), *_legs(pose), *_trunk(pose, look)]), []
    return _rolled(pose, [*_legs(pose), *_trunk(pose, look)]), _rolled(pose, _arms(pose, look))


def _rolled(pose: Pose, parts: list[str]) -> list[str]:
    return [placed(parts, pose.hip - turned(pose.hip, pose.roll), pose.roll)] if pose.roll else parts
