"""The moving picture begins as the first picture, moves by whole persons, and comes round."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from beredd.figures.between import frames_between
from beredd.figures.checks import check_frame
from beredd.figures.film import NAMESPACE, film
from beredd.figures.scenes import SCENES

KINDS = {f"{{{NAMESPACE}}}animate", f"{{{NAMESPACE}}}animateTransform"}


@pytest.mark.parametrize("key", SCENES)
def test_every_exercise_moves_and_ends_where_it_began(key: str) -> None:
    root = ElementTree.fromstring(film(SCENES[key]()))
    moves = [node for node in root.iter() if node.tag in KINDS]
    waiting = [node for group in root.iter() if _comes_and_goes(group) for node in group.iter()]
    assert moves
    for move in moves:
        values, times = move.attrib["values"].split(";"), move.attrib["keyTimes"].split(";")
        assert len(values) == len(times)
        assert values[0] == values[-1] or move in waiting
        assert (times[0], times[-1]) == ("0", "1")
        assert [float(time) for time in times] == sorted(float(time) for time in times)
        assert len({re.sub(r"[-+.\d ]+", " ", value) for value in values}) == 1 or move.get("calcMode") == "discrete"


def _comes_and_goes(group: ElementTree.Element) -> bool:
    """Seen only part of the time: what it does when hidden is nobody's business."""
    return any(node.get("attributeName") == "visibility" for node in group)


@pytest.mark.parametrize("key", SCENES)
def test_every_pose_on_the_way_has_whole_limbs(key: str) -> None:
    frames = SCENES[key]().frames
    for start, end in pairwise(frames):
        for frame in frames_between(start, end):
            assert not [what for what in check_frame(frame) if "a bone" in what or "a limb" in what]


def test_what_stands_still_is_not_told_to_move() -> None:
    still = film(SCENES["knee-extension-sitting"]())
    tree = ElementTree.fromstring(still)
    assert not [rect for rect in tree.iter(f"{{{NAMESPACE}}}rect") if len(rect)]
