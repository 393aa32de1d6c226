"""How the person is made: lengths of bones, thickness, clothes, and the parts that never bend."""

from dataclasses import dataclass

from .svg import FLOOR, INK, circle, line, placed, shape

THIGH, SHIN, ANKLE = 56.0, 54.0, 10.0
UPPER_ARM, FOREARM = 42.0, 38.0
SHOULDER_UP, NECK_UP, HEAD_UP = 63.0, 74.0, 97.0
STANDING = THIGH + SHIN + ANKLE - 0.8  # hip above the floor; knees are never locked
SITTING = 68.0  # hip above the floor on a chair
SEAT = 53.0  # height of a chair's seat: the hip minus what one sits on

HIP_R, KNEE_R, ANKLE_R = 15.0, 11.0, 7.5
SHOULDER_R, ELBOW_R, WRIST_R = 10.5, 8.0, 5.2

SKIN = "#f6e3d3"
TOP = "#fff"
TOP_FAR = "#e2e2e2"
TROUSERS = "#8d939a"
TROUSERS_FAR = "#737980"
HAIR = "#d9d9d9"
SHOE = "#4a4a4a"


@dataclass(frozen=True)
class Look:
    """Which of our people it is."""

    bun: bool
    glasses: bool


ASTRID = Look(bun=True, glasses=False)
BERTIL = Look(bun=False, glasses=True)


def on_floor(x: float) -> complex:
    """The ankle of a foot that stands flat, with the ankle above x."""
    return complex(x, FLOOR - ANKLE)


def shoe_side() -> list[str]:
    """A shoe seen from the side; the ankle is 0,0 and the sole 10 below."""
    upper = "M-7-7C-10-1-11 5-10 8H23C24 3 19 0 14-1C10-3 8-5 7-8Z"
    return [shape(upper, SHOE), shape("M-10 8H23Q24 10 22 10H-9Q-11 10-10 8Z", "#fff")]


def shoe_bent(pitch: float) -> list[str]:
    """A shoe on its ball, the heel lifted by so many degrees; drawn in the turned frame, so the toes turn back."""
    toes = [shape("M-5-9C2-10 9-7 9-2H-5Z", SHOE), shape("M-4-2H9Q10 0 8 0H-4Z", "#fff")]
    heel = [shape("M-7-7C-10-1-11 5-10 8H14L15-1C10-3 8-5 7-8Z", SHOE), shape("M-10 8H14V10H-9Q-11 10-10 8Z", "#fff")]
    return [*heel, placed(toes, 15 + 10j, -pitch)]


def sock_side() -> list[str]:
    """A foot in a sock, seen from the side, for someone in bed."""
    return [
        shape("M-7-7C-9-1-12 3-10 8C-8 11 18 11 22 9C25 6 20 1 14-1C10-3 8-5 7-8Z", "#fff"),
        line("M-1 9Q5 6 10 9", 1.5),
    ]


def shoe_front() -> list[str]:
    """A shoe pointing at us; the ankle is 0,0 and the sole 10 below."""
    return [shape("M-7-6C-10 1-11 7-9 10H9C11 7 10 1 7-6Z", SHOE), line("M-5 3Q0 0 5 3", 1.6, "#fff")]


def shoe_back() -> list[str]:
    """A shoe pointing away from us."""
    return [shape("M-7-6C-9 1-9 7-8 10H8C9 7 9 1 7-6Z", SHOE)]


def head_side(look: Look) -> list[str]:
    """A head looking to the right; 0,0 is its middle."""
    parts = [shape(circle(-21 - 9j, 7), HAIR)] if look.bun else []
    parts.append(shape(_FACE_SIDE, SKIN))
    parts.append(shape(_HAIR_SIDE if look.bun else _FRINGE_SIDE, HAIR))
    parts.append(line("M-3 1C-7-2-8 5-4 7Q-2 8-1 5"))
    parts.append(line("M9-8Q12-10 14-8M10 11.5Q13 13 16 11", 1.6))
    parts.append(f'<circle cx="11.5" cy="-2" r="1.6" fill="{INK}" stroke="none"/>')
    if look.glasses:
        parts.append(line("M7-2A4.5 4.5 0 1 0 16-2A4.5 4.5 0 1 0 7-2L-3-1", 1.5))
    return parts


_FACE_SIDE = (
    "M3-18C11-18 15-13 15-5C16-3 19 2 20 4C20 6 17 6 16 6.5C16 8 17 9 16 11"
    "C17 15 13 19 8 18.5C3 18 0 16-2 13L-12 12C-19 4-18-17 3-18Z"
)
_HAIR_SIDE = "M12-16C6-24-13-23-19-10C-22 0-18 11-11 13C-7 13-7 9-8 5C-9 0-6-3-2-3C2-6 4-12 12-16Z"
_FRINGE_SIDE = "M-4-12C-9-15-14-13-17-8C-20 0-17 10-11 13C-7 12-8 8-8 5C-9 0-6-3-2-2C0-5-1-10-4-12Z"


def head_front(look: Look) -> list[str]:
    """A head looking at us; 0,0 is its middle."""
    parts = [shape(circle(-22j, 8), HAIR)] if look.bun else []
    parts.append(shape("M-16 0C-20-3-20 7-15 7M16 0C20-3 20 7 15 7", SKIN))
    parts.append(shape("M-15.5-4C-16 10-9 19 0 19C9 19 16 10 15.5-4C15-22-15-22-15.5-4Z", SKIN))
    parts += [shape(d, HAIR) for d in (_HAIR_FRONT if look.bun else _FRINGE_FRONT)]
    parts.append(line("M-10-8Q-6-10-3-8M3-8Q6-10 10-8M0 0Q3 5 0 6M-5 11Q0 15 5 11", 1.6))
    parts += [f'<circle cx="{x}" cy="-1" r="1.5" fill="{INK}" stroke="none"/>' for x in (-6, 6)]
    if look.glasses:
        parts.append(line(_GLASSES_FRONT, 1.5))
    return parts


_GLASSES_FRONT = "M-11-1A5 5 0 1 0-1-1A5 5 0 1 0-11-1M1-1A5 5 0 1 0 11-1A5 5 0 1 0 1-1M-1-2H1M-11-2L-16-3M11-2L16-3"
_HAIR_FRONT = ("M-16 2C-23-14-12-23 0-23C12-23 23-14 16 2C15-6 10-12 2-14C-6-12-15-8-16 2Z",)
_FRINGE_FRONT = ("M-16 3C-20-4-18-12-13-14C-13-8-15-5-16 3Z", "M16 3C20-4 18-12 13-14C13-8 15-5 16 3Z")


def head_back(look: Look) -> list[str]:
    """A head looking away from us."""
    parts = [shape("M-16 0C-20-3-20 7-15 7M16 0C20-3 20 7 15 7", SKIN)]
    parts.append(shape("M-16-4C-17 10-9 17 0 17C9 17 17 10 16-4C15-23-15-23-16-4Z", HAIR if look.bun else SKIN))
    if look.bun:
        return [*parts, shape(circle(-8j, 8.5), HAIR), line("M-4-9Q0-13 4-9M-9 10Q-5 6-3 4M9 10Q5 6 3 4", 1.6)]
    return [*parts, shape("M-16-4C-17 10-9 17 0 17C9 17 17 10 16-4Q12 4 0 4Q-12 4-16-4Z", HAIR)]
