"""Points, directions and the two-bone reach that keeps every limb its right length.

A point is a complex number: x to the right, y down, in picture units.
A direction is in degrees: 0 is straight down, 90 to the right (forward), 180 up, -90 to the left.
"""

import cmath
import math


class OutOfReachError(ValueError):
    """A hand or a foot was asked to be where the limb cannot take it."""


def toward(degrees: float) -> complex:
    """The unit vector of a direction."""
    return complex(math.sin(math.radians(degrees)), math.cos(math.radians(degrees)))


def direction(vector: complex) -> float:
    """The direction of a vector, in degrees."""
    return math.degrees(math.atan2(vector.real, vector.imag))


def turned(vector: complex, degrees: float) -> complex:
    """The vector turned clockwise as seen on the picture."""
    return vector * cmath.rect(1, math.radians(degrees))


def nearest_turn(degrees: float) -> float:
    """The same angle between -180 and 180."""
    return (degrees + 180) % 360 - 180


def middle_joint(root: complex, end: complex, upper: float, lower: float, bend: float) -> complex:
    """Where the knee or elbow is, given both ends of the limb.

    `bend` is 1 for a joint that points forward (knee) and -1 for one that points back (elbow).
    Raises OutOfReachError when the bones are too short to span the distance, or too long to fold into it.
    """
    span = abs(end - root)
    if span > upper + lower + 0.5 or span < abs(upper - lower):
        raise OutOfReachError(f"{span:.1f} units between the ends, bones of {upper} and {lower}")
    along = (upper**2 - lower**2 + span**2) / (2 * span)
    aside = math.sqrt(max(upper**2 - along**2, 0.0))
    unit = (end - root) / span
    return root + unit * along + complex(unit.imag, -unit.real) * aside * bend
