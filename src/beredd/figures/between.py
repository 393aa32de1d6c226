"""The poses on the way from one to the next: joint angles change evenly, what stands or holds stays where it is."""

import math
from dataclasses import replace

from beredd.figures import body, front, side
from beredd.figures.frame import Frame, Pose
from beredd.figures.geometry import direction, nearest_turn, toward

STEP = 28.0  # at most so many degrees between two drawn poses
MOST = 5
LIFT = 7.0  # how high a foot is lifted that steps to another place


def frames_between(start: Frame, end: Frame) -> list[Frame]:
    """The frames on the way, without the two ends; none when the view changes."""
    if type(start.pose) is not type(end.pose) or start.props != end.props or bool(start.inset) != bool(end.inset):
        return []
    count = min(max(2, math.ceil(_widest_turn(start.pose, end.pose) / STEP)), MOST)
    shares = [_eased(i / count) for i in range(1, count)]
    return [replace(start, pose=pose_between(start.pose, end.pose, share), marks=()) for share in shares]


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)


def pose_between(a: Pose, b: Pose, share: float) -> Pose:
    """The pose after a share of the way."""
    if isinstance(a, side.Pose) and isinstance(b, side.Pose):
        return _side(a, b, share)
    if isinstance(a, front.Pose) and isinstance(b, front.Pose):
        return _front(a, b, share)
    raise TypeError("poses seen from different sides")


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _turn(a: float, b: float, share: float) -> float:
    return a + nearest_turn(b - a) * share


def _point(a: complex, b: complex, share: float) -> complex:
    return a + (b - a) * share


def _side(a: side.Pose, b: side.Pose, share: float) -> side.Pose:
    on_way = replace(
        a,
        hip=_point(a.hip, b.hip, share),
        lean=_mix(a.lean, b.lean, share),
        nod=_mix(a.nod, b.nod, share),
        breath=_mix(a.breath, b.breath, share),
        slump=_mix(a.slump, b.slump, share),
    )
    return replace(
        on_way,
        near_foot=_foot(a, b, on_way, share, near=True),
        far_foot=_foot(a, b, on_way, share, near=False),
        near_hand=_hand(a, b, on_way, share, near=True),
        far_hand=_hand(a, b, on_way, share, near=False),
    )


def _foot(a: side.Pose, b: side.Pose, on_way: side.Pose, share: float, *, near: bool) -> side.Foot:
    one, two = (a.near_foot, b.near_foot) if near else (a.far_foot, b.far_foot)
    dx = 0 if near else side.FAR_HIP
    pitch = _turn(one.pitch, two.pitch, share)
    changed = replace(one, pitch=pitch, on_ball=one.on_ball or two.on_ball, air=one.air or two.air)
    if not changed.air:
        far = abs(one.ankle - two.ankle) > 14
        lift = 1j * LIFT * math.sin(math.pi * share) if far else 0
        return _within(on_way.hip + dx, replace(changed, ankle=_point(one.ankle, two.ankle, share) - lift))
    angles = []
    for hip, foot in ((a.hip + dx, one), (b.hip + dx, two)):
        knee = side.knee(hip, foot)
        angles.append((direction(knee - hip), direction(foot.ankle - knee)))
    thigh, shin = (_turn(x, y, share) for x, y in zip(*angles, strict=True))
    return replace(side.leg(on_way.hip + dx, thigh, shin, pitch), on_ball=changed.on_ball)


def _within(hip: complex, foot: side.Foot) -> side.Foot:
    """A foot no further from the hip than the leg is long: a long step lifts the heel on the way."""
    span, longest = abs(foot.ankle - hip), body.THIGH + body.SHIN
    return foot if span <= longest else replace(foot, ankle=hip + (foot.ankle - hip) * longest / span)


def _hand(a: side.Pose, b: side.Pose, on_way: side.Pose, share: float, *, near: bool) -> side.Hand:
    one, two = (a.near_hand, b.near_hand) if near else (a.far_hand, b.far_hand)
    dx = 0 if near else side.FAR_SHOULDER
    roots = a.shoulder + dx, b.shoulder + dx
    fingers = _turn(side.pointing(roots[0], one), side.pointing(roots[1], two), share)
    changed = replace(one, fingers=fingers, fist=one.fist if share < 0.5 else two.fist, holds=one.holds and two.holds)
    root, longest = on_way.shoulder + dx, body.UPPER_ARM + body.FOREARM
    if one.holds and two.holds:
        wrist = _point(one.wrist, two.wrist, share)
        span = abs(wrist - root)
        return replace(changed, wrist=wrist if span <= longest else root + (wrist - root) * longest / span)
    angles = []
    for at, hand in zip(roots, (one, two), strict=True):
        elbow = side.elbow(at, hand)
        angles.append((direction(elbow - at), direction(hand.wrist - elbow)))
    upper, fore = (_turn(x, y, share) for x, y in zip(*angles, strict=True))
    return replace(changed, wrist=root + toward(upper) * body.UPPER_ARM + toward(fore) * body.FOREARM)


def _front(a: front.Pose, b: front.Pose, share: float) -> front.Pose:
    def mixed(name: str) -> float:
        return _mix(getattr(a, name), getattr(b, name), share)

    def both(one: front.Two, two: front.Two) -> front.Two:
        return _point(one[0], two[0], share), _point(one[1], two[1], share)

    bent = both((a.knee(-1), a.knee(1)), (b.knee(-1), b.knee(1))) if a.knees or b.knees else None
    on_way = replace(
        a,
        hip=_point(a.hip, b.hip, share),
        feet=both(a.feet, b.feet),
        knees=bent,
        tilts=(_mix(a.tilts[0], b.tilts[0], share), _mix(a.tilts[1], b.tilts[1], share)),
        gaze=_mix(_gaze(a), _gaze(b), share),
        elbows=(_mix(a.elbows[0], b.elbows[0], share), _mix(a.elbows[1], b.elbows[1], share)),
        sleeves=a.sleeves if share < 0.5 else b.sleeves,
        reach=mixed("reach"),
        turn=mixed("turn"),
        nod=mixed("nod"),
        lean=mixed("lean"),
        shrug=mixed("shrug"),
        roll=mixed("roll"),
    )
    return replace(
        on_way,
        hands=(_reaching(a, b, on_way, share, -1), _reaching(a, b, on_way, share, 1)),
        fingers=(_pointing(a, b, share, -1), _pointing(a, b, share, 1)),
    )


def _gaze(pose: front.Pose) -> float:
    return pose.turn if pose.gaze is None else pose.gaze


def _reaching(a: front.Pose, b: front.Pose, on_way: front.Pose, share: float, which: int) -> complex:
    i = which > 0
    if a.holds[i] and b.holds[i]:
        return _point(a.hands[i], b.hands[i], share)
    arms = [pose.hands[i] - pose.shoulder(which) for pose in (a, b)]
    angle, length = _turn(direction(arms[0]), direction(arms[1]), share), _mix(abs(arms[0]), abs(arms[1]), share)
    return on_way.shoulder(which) + toward(angle) * length


def _pointing(a: front.Pose, b: front.Pose, share: float, which: int) -> float | None:
    one, two = a.fingers[which > 0], b.fingers[which > 0]
    return None if one is None or two is None else _turn(one, two, share)


def _widest_turn(a: Pose, b: Pose) -> float:
    """How far the limb turns that turns most, in degrees."""
    if isinstance(a, side.Pose) and isinstance(b, side.Pose):
        turns = [b.lean - a.lean, b.near_foot.pitch - a.near_foot.pitch]
        pairs = [(pose.shoulder, pose.near_hand.wrist, pose.hip, pose.near_foot.ankle) for pose in (a, b)]
    elif isinstance(a, front.Pose) and isinstance(b, front.Pose):
        turns = [b.lean - a.lean, b.roll - a.roll]
        pairs = [(pose.shoulder(1), pose.hands[1], pose.shoulder(-1), pose.hands[0]) for pose in (a, b)]
    else:
        return 0
    for i in (0, 2):
        turns.append(nearest_turn(direction(pairs[1][i + 1] - pairs[1][i]) - direction(pairs[0][i + 1] - pairs[0][i])))
    return max(abs(nearest_turn(turn)) for turn in turns)
