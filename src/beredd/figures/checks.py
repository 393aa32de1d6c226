"""Judges a picture by its skeleton: bones of their own length, joints that bend as joints do, nothing that floats."""

from collections.abc import Iterator
from dataclasses import dataclass

from beredd.figures import body
from beredd.figures.frame import Frame, Scene
from beredd.figures.geometry import OutOfReachError
from beredd.figures.skeleton import Arm, Leg, Skeleton, skeleton
from beredd.figures.support import Grip, Top
from beredd.figures.svg import FLOOR, SIZE

GROUND = Top(-1000, 1000, FLOOR)
SOLE, SEAT, BACK, KNEE = 2.0, 3.0, 9.0, 2.0  # how near is on, in picture units
PALM = 9.0
LENGTH = 0.6  # a joint is drawn to a tenth of a unit
LIMITS = {
    "hip_flexed": (-35.0, 155.0),  # hip and lower back together
    "knee_flexed": (-2.0, 150.0),
    "ankle_raised": (-65.0, 50.0),
    "shoulder_raised": (-65.0, 200.0),
    "elbow_flexed": (-2.0, 155.0),
}
NECK = 45.0


@dataclass(frozen=True)
class Problem:
    """What is wrong with which picture, in words for whoever drew it."""

    picture: int
    what: str


def check_scene(scene: Scene) -> list[Problem]:
    """Everything that is wrong with the pictures of one exercise; at least two are asked for."""
    found = [] if len(scene.frames) >= 2 else [Problem(len(scene.frames), "the movement needs at least two pictures")]
    for number, frame in enumerate(scene.frames, start=1):
        found += [Problem(number, what) for what in check_frame(frame)]
    return found


def check_frame(frame: Frame) -> list[str]:
    """Everything that is wrong with one picture."""
    try:
        bones = skeleton(frame.pose)
    except OutOfReachError as why:
        return [f"a limb is asked to span {why}"]
    return check_bones(bones, frame)


def check_bones(bones: Skeleton, frame: Frame) -> list[str]:
    """The same, for joints that are known already."""
    tops = (GROUND, *frame.props.tops)
    return [
        *_lengths(bones),
        *_limits(bones),
        *_floating(bones, tops),
        *_holding(bones, frame),
        *_outside(bones, frame),
    ]


def _lengths(bones: Skeleton) -> Iterator[str]:
    pairs = [(leg.hip, leg.knee, body.THIGH) for leg in bones.legs] + [(x.knee, x.ankle, body.SHIN) for x in bones.legs]
    pairs += [(arm.shoulder, arm.elbow, body.UPPER_ARM) for arm in bones.arms]
    pairs += [(arm.elbow, arm.wrist, body.FOREARM) for arm in bones.arms]
    for start, end, length in pairs:
        span = abs(end - start)
        if not length * bones.shortened - LENGTH <= span <= length + LENGTH:
            yield f"a bone of {length:g} is drawn {span:.1f} long"


def _limits(bones: Skeleton) -> Iterator[str]:
    for limb in (*bones.legs, *bones.arms):
        for name, (least, most) in LIMITS.items():
            angle = getattr(limb, name, None)
            if angle is not None and not least <= _around(angle, least) <= most:
                yield f"{name} is {angle:.0f}°, outside {least:g}–{most:g}"
    if abs(bones.neck_bent) > NECK:
        yield f"the neck is bent {bones.neck_bent:.0f}°"


def _around(angle: float, least: float) -> float:
    """An arm lifted past straight up is 190°, not -170°."""
    return angle + 360 if angle < least and angle + 360 <= 200 else angle


def _floating(bones: Skeleton, tops: tuple[Top, ...]) -> Iterator[str]:
    """Something bears the person, and every foot that is not lifted on purpose stands on something."""

    def rests(point: complex, within: float) -> bool:
        return any(top.bears(point, within) for top in tops)

    kneeling = [rests(leg.knee + body.KNEE_R * 1j, KNEE) for leg in bones.legs]
    standing = [not leg.air and _stands(leg, tops) for leg in bones.legs]
    seat = rests(bones.hip + bones.under_hip * 1j, SEAT)
    back = rests(bones.shoulder + 17j, BACK)
    if not (seat or any(standing) or any(kneeling) or back):
        yield "nothing bears the person"
    for leg, stands, kneels in zip(bones.legs, standing, kneeling, strict=True):
        if not (leg.air or stands or kneels or (seat and bones.shortened < 1 and leg.lowest.imag < FLOOR)):
            yield f"a foot is {leg.lowest.imag:.0f}, on nothing"
        if leg.lowest.imag > FLOOR + SOLE:
            yield f"a foot is {leg.lowest.imag - FLOOR:.0f} below the floor"


def _stands(leg: Leg, tops: tuple[Top, ...]) -> bool:
    return any(top.bears(leg.lowest, SOLE) for top in tops)


def _holding(bones: Skeleton, frame: Frame) -> Iterator[str]:
    grips = (*frame.props.grips, *frame.held(frame.pose).grips)
    for arm in bones.arms:
        if arm.holds and _distance(arm, grips) > PALM:
            yield f"a hand that holds is {_distance(arm, grips):.0f} from what it holds"


def _distance(arm: Arm, grips: tuple[Grip, ...]) -> float:
    return min((grip.distance(arm.palm) for grip in grips), default=999.0)


def _outside(bones: Skeleton, frame: Frame) -> Iterator[str]:
    for point, around in bones.points():
        x = SIZE / 2 + (point.real - frame.centre) * frame.zoom
        y = FLOOR + (point.imag - FLOOR) * frame.zoom
        if not (x - around >= 0 and x + around <= SIZE and y - around >= 0 and y <= SIZE):
            yield f"a part at {x:.0f}, {y:.0f} leaves the frame"
