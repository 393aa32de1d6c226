"""Every picture of every exercise passes the checker, and a picture that is broken does not."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from beredd.figures import front, side
from beredd.figures.checks import check_bones, check_frame, check_scene
from beredd.figures.frame import Frame
from beredd.figures.geometry import toward
from beredd.figures.scenes import SCENES
from beredd.figures.skeleton import Skeleton, skeleton

FRAMES = [frame for make in SCENES.values() for frame in make().frames]
SEEN_FROM_THE_SIDE = [frame for frame in FRAMES if isinstance(frame.pose, side.Pose)]
HOLDING = [frame for frame in FRAMES if any(arm.holds for arm in skeleton(frame.pose).arms)]
ON_THE_FLOOR = [frame for frame in SEEN_FROM_THE_SIDE if not frame.props.tops]
FAR = st.floats(12, 60)
SIDES = st.sampled_from((-1, 1))


@pytest.mark.parametrize("key", SCENES)
def test_every_picture_passes(key: str) -> None:
    assert check_scene(SCENES[key]()) == []


@given(st.sampled_from(FRAMES), st.integers(0, 1), st.sampled_from(("knee", "ankle")), SIDES, st.floats(3, 40))
def test_a_bone_of_another_length_is_found(frame: Frame, which: int, joint: str, way: int, by: float) -> None:
    bones = skeleton(frame.pose)
    leg = bones.legs[which]
    along = (leg.ankle - leg.knee) / abs(leg.ankle - leg.knee)
    longer = by if joint == "ankle" else -by
    broken = replace(leg, **{joint: getattr(leg, joint) + along * longer})
    seen_short = abs(broken.ankle - broken.knee) <= 54.6 and bones.shortened < 1  # points at us: may look shorter
    assume(not seen_short)
    found = check_bones(_with_leg(bones, which, broken), frame)
    assert any("a bone" in what for what in found)


def _with_leg(bones: Skeleton, which: int, leg: object) -> Skeleton:
    legs = list(bones.legs)
    legs[which] = leg  # type: ignore[call-overload]
    return replace(bones, legs=(legs[0], legs[1]))


@given(st.sampled_from(ON_THE_FLOOR), FAR)
def test_a_person_in_the_air_is_found(frame: Frame, up: float) -> None:
    assert any("on nothing" in what or "nothing bears" in what for what in check_frame(_moved(frame, -1j * up)))


@given(st.sampled_from(ON_THE_FLOOR), FAR)
def test_a_person_in_the_ground_is_found(frame: Frame, down: float) -> None:
    assert any("below the floor" in what for what in check_frame(_moved(frame, 1j * down)))


@given(st.sampled_from(HOLDING), st.floats(14, 40), st.floats(0, 360))
def test_a_hand_away_from_what_it_holds_is_found(frame: Frame, far: float, way: float) -> None:
    away = far * toward(way)
    bones = skeleton(frame.pose)
    which = next(i for i, arm in enumerate(bones.arms) if arm.holds)
    arm = replace(bones.arms[which], palm=bones.arms[which].palm + away)
    grips = (*frame.props.grips, *frame.held(frame.pose).grips)
    assume(min(grip.distance(arm.palm) for grip in grips) > 9)  # slid along what it holds
    arms = (arm, bones.arms[1]) if which == 0 else (bones.arms[0], arm)
    assert any("a hand that holds" in what for what in check_bones(replace(bones, arms=arms), frame))


@given(st.sampled_from(SEEN_FROM_THE_SIDE), st.integers(0, 1), st.floats(10, 120))
def test_a_knee_that_bends_the_wrong_way_is_found(frame: Frame, which: int, degrees: float) -> None:
    bones = skeleton(frame.pose)
    broken = replace(bones.legs[which], knee_flexed=-degrees)
    assert any("knee_flexed" in what for what in check_bones(_with_leg(bones, which, broken), frame))


@given(st.sampled_from(FRAMES), SIDES, st.floats(260, 900))
def test_what_leaves_the_frame_is_found(frame: Frame, way: int, by: float) -> None:
    assert any("leaves the frame" in what for what in check_frame(replace(frame, centre=frame.centre + way * by)))


def _moved(frame: Frame, by: complex) -> Frame:
    pose = frame.pose
    assert isinstance(pose, side.Pose)
    feet = (replace(foot, ankle=foot.ankle + by) for foot in (pose.near_foot, pose.far_foot))
    hands = (replace(hand, wrist=hand.wrist + by, holds=False) for hand in (pose.near_hand, pose.far_hand))
    moved = replace(pose, hip=pose.hip + by).on(*feet).hands(*hands)
    return replace(frame, pose=moved)


def test_both_views_are_there() -> None:
    assert {type(frame.pose) for frame in FRAMES} == {side.Pose, front.Pose}
