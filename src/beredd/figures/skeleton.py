"""Where every joint of a pose is, and the angles between the bones: what the checker judges."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch

from beredd.figures import body, front, side
from beredd.figures.geometry import direction, nearest_turn, toward, turned

FOOT = (-10 + 10j, 23 + 10j, -11 + 2j, 20 + 0j)  # heel, toe, back and upper side of a shoe, from the ankle
FOOT_BENT = (-10 + 10j, 15 + 10j, -11 + 2j)  # the same up to the ball, where the toes bend
FOOT_FRONT = (-9 + 10j, 9 + 10j)


@dataclass(frozen=True)
class Leg:
    """From hip to sole; `flexed` is None where the view does not show how far the joints are bent."""

    hip: complex
    knee: complex
    ankle: complex
    outline: tuple[complex, ...]
    air: bool
    hip_flexed: float | None = None
    knee_flexed: float | None = None
    ankle_raised: float | None = None

    @property
    def lowest(self) -> complex:
        """The point of the foot that is furthest down."""
        return max(self.outline, key=lambda point: point.imag)


@dataclass(frozen=True)
class Arm:
    """From shoulder to palm."""

    shoulder: complex
    elbow: complex
    wrist: complex
    palm: complex
    holds: bool
    shoulder_raised: float | None = None
    elbow_flexed: float | None = None


@dataclass(frozen=True)
class Skeleton:
    """`shortened` is how much shorter bones may look because they point at us; 1 where they never do."""

    legs: tuple[Leg, Leg]
    arms: tuple[Arm, Arm]
    hip: complex
    shoulder: complex
    head: complex
    neck_bent: float
    shortened: float
    under_hip: float

    def points(self) -> Iterator[tuple[complex, float]]:
        """Every joint with the thickness around it."""
        yield self.head, body.HEAD_R
        for leg in self.legs:
            yield from ((leg.hip, body.HIP_R), (leg.knee, body.KNEE_R), *((point, 1.0) for point in leg.outline))
        for arm in self.arms:
            yield from ((arm.elbow, body.ELBOW_R), (arm.palm, 9.0))


@singledispatch
def skeleton(pose: object) -> Skeleton:
    """The joints of a pose. Raises OutOfReachError when a limb cannot span what it is asked to."""
    raise TypeError(f"a pose of kind {type(pose).__name__}")


@skeleton.register
def _(pose: side.Pose) -> Skeleton:
    return Skeleton(
        legs=(_leg(pose, pose.hip, pose.near_foot), _leg(pose, pose.hip + side.FAR_HIP, pose.far_foot)),
        arms=(
            _arm(pose, pose.shoulder, pose.near_hand),
            _arm(pose, pose.shoulder + side.FAR_SHOULDER, pose.far_hand),
        ),
        hip=pose.hip,
        shoulder=pose.shoulder,
        head=pose.head,
        neck_bent=pose.nod,
        shortened=1,
        under_hip=body.HIP_R,
    )


def _leg(pose: side.Pose, hip: complex, foot: side.Foot) -> Leg:
    knee = side.knee(hip, foot)
    thigh, shin = direction(knee - hip), direction(foot.ankle - knee)
    return Leg(
        hip,
        knee,
        foot.ankle,
        tuple(foot.ankle + turned(point, foot.pitch) for point in (FOOT_BENT if foot.on_ball else FOOT)),
        foot.air,
        hip_flexed=nearest_turn(thigh + pose.lean),
        knee_flexed=nearest_turn(thigh - shin),
        ankle_raised=nearest_turn(-foot.pitch - shin),
    )


def _arm(pose: side.Pose, root: complex, hand: side.Hand) -> Arm:
    elbow = side.elbow(root, hand)
    upper, fore = direction(elbow - root), direction(hand.wrist - elbow)
    return Arm(
        root,
        elbow,
        hand.wrist,
        hand.wrist + toward(side.pointing(root, hand)) * 8,
        hand.holds,
        shoulder_raised=nearest_turn(upper + pose.lean),
        elbow_flexed=nearest_turn(fore - upper),
    )


@skeleton.register
def _(pose: front.Pose) -> Skeleton:
    def seen(point: complex) -> complex:
        return pose.hip + turned(point - pose.hip, pose.roll)

    def leg(which: int) -> Leg:
        ankle, tilt = pose.feet[which > 0], pose.tilts[which > 0]
        outline = tuple(seen(ankle + turned(point, tilt)) for point in FOOT_FRONT)
        hip = pose.hip + which * front.HIP_OUT
        return Leg(seen(hip), seen(pose.knee(which)), seen(ankle), outline, pose.air[which > 0])

    def arm(which: int) -> Arm:
        wrist, elbow, fingers = pose.hands[which > 0], pose.elbow(which), pose.fingers[which > 0]
        ahead = toward(direction(wrist - elbow) if fingers is None else fingers)
        return Arm(seen(pose.shoulder(which)), seen(elbow), seen(wrist), seen(wrist + ahead * 8), pose.holds[which > 0])

    return Skeleton(
        legs=(leg(-1), leg(1)),
        arms=(arm(-1), arm(1)),
        hip=pose.hip,
        shoulder=seen(pose.trunk(0, body.SHOULDER_UP)),
        head=seen(pose.head),
        neck_bent=pose.nod,
        shortened=0.2,
        under_hip=front.HIP_OUT + body.HIP_R if pose.roll else body.HIP_R,
    )
