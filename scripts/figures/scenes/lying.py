"""Exercises in bed, on the back."""

from dataclasses import replace

from .. import props
from ..body import ASTRID, BERTIL, Look
from ..closeup import closeup, foot_in_sock
from ..side import Foot, Hand, Pose, person
from ..svg import FLOOR, document, round_arrow, straight_arrow

MATTRESS = FLOOR - props.BED
HIP = complex(146, MATTRESS - 17)
SHOULDER = HIP - 63
ANKLE = MATTRESS - 10
BESIDE = Hand(SHOULDER + complex(79, 5), 92)
LYING = Pose(
    hip=HIP,
    lean=-90,
    nod=14,
    near_foot=Foot(complex(HIP.real + 109, ANKLE), -84),
    far_foot=Foot(complex(HIP.real + 110, ANKLE - 2), -84),
    near_hand=BESIDE,
    far_hand=Hand(BESIDE.wrist + 4 - 2j, 92),
    socks=True,
)


def in_bed(pose: Pose, look: Look, *marks: str) -> str:
    """Someone on the bed, head on the pillow."""
    body, near_arm = person(pose, look)
    return document([*props.bed(), *props.pillow(50), *body, *near_arm, *marks])


def ankle_pump() -> tuple[str, ...]:
    """Toes towards the shin, then away."""
    up = replace(LYING, near_foot=replace(LYING.near_foot, pitch=-108), far_foot=replace(LYING.far_foot, pitch=-104))
    away = replace(LYING, near_foot=replace(LYING.near_foot, pitch=-42), far_foot=replace(LYING.far_foot, pitch=-46))
    return _pumping(up, -104), _pumping(away, -42, round_arrow(4 + 30j, 60, 172, 124))


def _pumping(pose: Pose, pitch: float, *marks: str) -> str:
    return in_bed(pose, ASTRID, *closeup(complex(226, 90), [*foot_in_sock(pitch), *marks], 72))


def bridge() -> tuple[str, ...]:
    """The seat is lifted, feet and shoulders stay on the bed."""
    bent = LYING.on(Foot(complex(216, ANKLE)), Foot(complex(221, ANKLE - 1)))
    lifted = replace(bent, hip=SHOULDER + complex(57, -26), lean=-114.5, nod=38)
    return in_bed(bent, BERTIL), in_bed(lifted, BERTIL, straight_arrow(142 + 140j, 142 + 92j))
