"""One picture of an exercise: a pose among its props, with arrows; and a scene, the pictures of one exercise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from beredd.figures import front, side
from beredd.figures.body import Look
from beredd.figures.support import Props
from beredd.figures.svg import SIZE, document

Pose = side.Pose | front.Pose
Held = Callable[[Any], Props]  # of the kind of pose that its frame has


NONE = Props()


def nothing(pose: Pose) -> Props:
    """Holds nothing that moves."""
    return NONE


@dataclass(frozen=True)
class Frame:
    """`held` is what follows the hands; `inset` is a close-up beside the person."""

    pose: Pose
    look: Look
    props: Props = NONE
    held: Held = nothing
    marks: tuple[str, ...] = ()
    inset: tuple[str, ...] = ()
    zoom: float = 1.12
    centre: float = SIZE / 2

    def draw(self) -> str:
        """The whole picture as SVG text."""
        body, arms = (side.person if isinstance(self.pose, side.Pose) else front.person)(self.pose, self.look)  # type: ignore[arg-type]
        around = self.props + self.held(self.pose)
        layers = (around.behind, body, around.between, arms, around.before, self.marks, self.inset)
        return document([part for layer in layers for part in layer], self.zoom, self.centre)

    def plain(self) -> "Frame":
        """Without arrows."""
        return replace(self, marks=())


@dataclass(frozen=True)
class Scene:
    """`returns`: the movement goes back the way it came; otherwise it begins anew."""

    frames: tuple[Frame, ...]
    returns: bool = True


def scene(*frames: Frame, returns: bool = True) -> Scene:
    """The pictures of one exercise, in order."""
    return Scene(frames, returns)


def then(before: Frame, pose: Pose, *marks: str, **others: object) -> Frame:
    """The next picture: the same place and person in another pose, with arrows."""
    return replace(before, pose=pose, marks=marks, **others)  # type: ignore[arg-type]
