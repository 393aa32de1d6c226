"""How the person is made: lengths of bones, thickness, clothes, and the parts that never bend."""

from dataclasses import dataclass
from enum import Enum

from beredd.figures.svg import FLOOR, line, placed, shape

GROUND = FLOOR
THIGH, SHIN, ANKLE = 56.0, 54.0, 10.0
UPPER_ARM, FOREARM = 42.0, 38.0
SHOULDER_UP, NECK_UP, HEAD_UP = 63.0, 74.0, 97.0
STANDING = THIGH + SHIN + ANKLE - 0.8  # hip above the floor; knees are never locked
SITTING = 68.0  # hip above the floor on a chair
SEAT = 53.0  # height of a chair's seat: the hip minus what one sits on

HIP_R, KNEE_R, ANKLE_R = 15.0, 11.0, 7.5
SHOULDER_R, ELBOW_R, WRIST_R = 10.5, 8.0, 5.2
HEAD_R = 20.0

TROUSERS = "#8d939a"
TROUSERS_FAR = "#737980"
SHOE = "#4a4a4a"


class Hair(Enum):
    """How the hair is worn."""

    BUN = "bun"
    FRINGE = "fringe"
    CURLS = "curls"
    SHORT = "short"


@dataclass(frozen=True)
class Look:
    """Which of our people it is."""

    hair: Hair
    glasses: bool = False
    beard: bool = False
    skin: str = "#f6e3d3"
    grey: str = "#d9d9d9"
    top: str = "#fff"
    top_far: str = "#e2e2e2"


ASTRID = Look(Hair.BUN)
BERTIL = Look(Hair.FRINGE, glasses=True)
ELSA = Look(Hair.CURLS, glasses=True, grey="#f4f4f4")
YUSUF = Look(Hair.SHORT, beard=True, skin="#dcb896", grey="#bdbdbd")


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


def sock_front() -> list[str]:
    """A foot in a sock, pointing at us."""
    return [shape("M-7-6C-10 1-10 8-8 10H8C10 8 10 1 7-6Z", "#fff"), line("M-4 4Q0 7 4 4", 1.5)]
