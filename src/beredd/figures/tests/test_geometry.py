"""A limb keeps its length and bends the way limbs do."""

import math

import pytest

from beredd.figures import body
from beredd.figures.geometry import OutOfReachError, middle_joint


def test_a_limb_keeps_its_length_wherever_it_reaches() -> None:
    for far in range(10, 110, 10):
        for bend in (-1, 1):
            knee = middle_joint(0j, complex(far, 0), body.THIGH, body.SHIN, bend)
            assert math.isclose(abs(knee), body.THIGH)
            assert math.isclose(abs(knee - far), body.SHIN)


def test_knees_bend_forward_and_elbows_back() -> None:
    assert middle_joint(0j, 100j, body.THIGH, body.SHIN, 1).real > 0
    assert middle_joint(0j, 70j, body.UPPER_ARM, body.FOREARM, -1).real < 0


def test_a_hand_that_cannot_reach_its_hold_is_refused() -> None:
    with pytest.raises(OutOfReachError):
        middle_joint(0j, 100j, body.UPPER_ARM, body.FOREARM, -1)
