"""The person seen from the front or from behind: for movements to the side, and for turning."""

from collections.abc import Sequence
from dataclasses import dataclass

from . import body
from .body import Look
from .geometry import OutOfReachError, direction, middle_joint, toward
from .svg import FLOOR, blob, chain, placed, shape

HIP_OUT, SHOULDER_OUT = 12.0, 25.0


@dataclass(frozen=True)
class Pose:
    """Left and right are those of the picture. Without knees the person stands."""

    hip: complex
    feet: tuple[complex, complex]
    hands: tuple[complex, complex]
    fingers: tuple[float | None, float | None] = (None, None)
    tilts: tuple[float, float] = (0, 0)
    knees: tuple[complex, complex] | None = None
    away: bool = False
    reach: float = 0.88  # arms that also point at us or away from us look shorter
    turn: float = 0  # 0 looks at us, 1 has turned the chest to the right


def on_floor(left: float, right: float) -> tuple[complex, complex]:
    """Both feet on the floor."""
    return body.on_floor(left), body.on_floor(right)


def standing(x: float) -> complex:
    """The middle of the hips of someone who stands."""
    return complex(x, FLOOR - body.STANDING)


def legs(pose: Pose) -> list[str]:
    """Both legs with shoes."""
    shoe = body.shoe_back if pose.away else body.shoe_front
    parts = [placed(shoe(), foot, tilt) for foot, tilt in zip(pose.feet, pose.tilts, strict=True)]
    data = ""
    for side, foot in zip((-1, 1), pose.feet, strict=True):
        hip = pose.hip + side * HIP_OUT
        knee = pose.knees[side > 0] if pose.knees else _straight_knee(hip, foot)
        radius = body.KNEE_R + (3 if pose.knees else 0)
        cuff = foot + (knee - foot) / abs(knee - foot) * 5
        data += chain((hip, body.HIP_R - 1), (knee, radius), (cuff, body.ANKLE_R + 0.5))
    return [*parts, *_trousers(data, pose)]


def _straight_knee(hip: complex, foot: complex) -> complex:
    """A standing knee bends towards us, so it is on the line from hip to foot."""
    span = abs(foot - hip)
    if not 0.9 < span / (body.THIGH + body.SHIN) < 1.005:
        raise OutOfReachError(f"a straight leg of {span:.1f} units")
    return hip + (foot - hip) * body.THIGH / (body.THIGH + body.SHIN)


def _trousers(data: str, pose: Pose) -> list[str]:
    return [shape(data + chain((pose.hip - 8, 15), (pose.hip + 8, 15)), body.TROUSERS)]


def trunk(pose: Pose, look: Look) -> list[str]:
    """Neck, top and head."""
    neck = shape(chain((pose.hip - 66j, 8), (pose.hip - 88j, 7.5)), body.SKIN)
    return [neck, shape(blob([pose.hip + p for p in _outline(pose)]), body.TOP), head(pose, look)]


def _outline(pose: Pose) -> Sequence[complex]:
    hem = 2 if pose.knees else 9
    right = [9 - 75j, 21 - 71j, 27 - 60j, 23 - 40j, 21 - 18j, complex(25, hem - 2)]
    narrow = 1 - 0.22 * pose.turn
    half = [complex(p.real * narrow, p.imag) for p in right]
    return [complex(0, -73), *half, complex(0, hem + 1), *(complex(-p.real, p.imag) for p in reversed(half))]


def head(pose: Pose, look: Look) -> str:
    """The head: looking at us, away from us, or turned to the side."""
    at = pose.hip - body.HEAD_UP * 1j
    if pose.turn > 0.5:
        return placed(body.head_side(look), at + 4)
    return placed(body.head_back(look) if pose.away else body.head_front(look), at)


def arms(pose: Pose) -> list[str]:
    """Both arms, elbows out to the sides."""
    out = SHOULDER_OUT * (1 - 0.22 * pose.turn)
    parts: list[str] = []
    for side, wrist, fingers in zip((-1, 1), pose.hands, pose.fingers, strict=True):
        root = pose.hip + complex(side * out, -body.SHOULDER_UP + 1)
        elbow = middle_joint(root, wrist, body.UPPER_ARM * pose.reach, body.FOREARM * pose.reach, side)
        parts += _arm(root, elbow, wrist, fingers)
    return parts


def _arm(root: complex, elbow: complex, wrist: complex, fingers: float | None) -> list[str]:
    along = (wrist - elbow) / abs(wrist - elbow)
    ahead = toward(direction(along) if fingers is None else fingers)
    palm = chain((wrist, 5), (wrist + ahead * 7, 5.5), (wrist + ahead * 15, 4))
    sleeve = chain((root, body.SHOULDER_R - 1), (elbow, body.ELBOW_R), (wrist - along * 9, body.WRIST_R + 1.3))
    return [
        shape(chain((elbow, body.ELBOW_R - 1.5), (wrist, body.WRIST_R)) + palm, body.SKIN),
        shape(sleeve, body.TOP),
    ]


def person(pose: Pose, look: Look) -> list[str]:
    """Everything, arms in front; from behind the arms are beyond the body."""
    if pose.away:
        return [*arms(pose), *legs(pose), *trunk(pose, look)]
    return [*legs(pose), *trunk(pose, look), *arms(pose)]
