"""A looping picture: the drawn poses of an exercise, and those between them, as one SVG that moves by itself.

Each pose is drawn as a whole; the drawings are laid on each other, and what differs is told as SVG animation. So the
picture that stands still is the first pose, for whoever cannot or does not want to see it move.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from beredd.figures.between import frames_between
from beredd.figures.frame import Frame, Scene

NAMESPACE = "http://www.w3.org/2000/svg"
MOVE, REST = 1.2, 0.9  # seconds from pose to pose, and in each
TRANSFORM = re.compile(r"translate\(([^)]*)\)(?: rotate\(([^)]*)\))?( scale\([^)]*\))?")
NUMBERS = re.compile(r"[-+.\d\s]+")
ARCS = re.compile(r"A\S+ \S+ \S+ (\d) (\d)")


@dataclass(frozen=True)
class Reel:
    """Which drawings follow each other at which share of the loop."""

    drawings: list[Element]
    times: list[float]
    seconds: float


def film(scene: Scene) -> str:
    """The whole movement as SVG text."""
    reel = _reel(scene)
    root = _moving(reel.drawings, reel)
    ElementTree.register_namespace("", NAMESPACE)
    return ElementTree.tostring(root, encoding="unicode") + "\n"


def _reel(scene: Scene) -> Reel:
    stops = [frame.plain() for frame in scene.frames]
    if scene.returns:
        stops += stops[-2::-1]
    frames, times, now = [stops[0], stops[0]], [0.0, REST], REST
    for start, end in pairwise(stops):
        between = frames_between(start, end)
        for i, frame in enumerate([*between, end], start=1):
            frames.append(frame)
            times.append(now + MOVE * i / (len(between) + 1))
        now += MOVE
        if end is not stops[0]:
            now += REST
            frames.append(end)
            times.append(now)
    if not scene.returns:
        frames, times, now = [*frames, stops[0]], [*times, now + 0.3], now + 0.3
    drawn: dict[int, Element] = {}
    drawings = [drawn.setdefault(id(frame), _drawing(frame)) for frame in frames]
    return Reel(drawings, [time / now for time in times], now)


def _drawing(frame: Frame) -> Element:
    return ElementTree.fromstring(frame.draw())  # noqa: S314 (our own drawing)


def _moving(nodes: Sequence[Element], reel: Reel) -> Element:
    """One element that shows all of these, which are the same thing at different times."""
    first = nodes[0]
    result = Element(first.tag, dict(first.attrib))
    for name in sorted({name for node in nodes for name in node.attrib}):
        values = [node.get(name, "") for node in nodes]
        if len(set(values)) > 1 and name != "transform":
            result.append(_animate(name, values, reel, smooth=True))
    lists = [list(node) for node in nodes]
    shapes = [[_shape(child) for child in children] for children in lists]
    if all(shape == shapes[0] for shape in shapes):
        for group in zip(*lists, strict=True):
            result.append(_moving(group, reel))
    else:
        _side_by_side(result, lists, shapes, reel)
    return _turning(result, nodes, reel) if len({node.get("transform") for node in nodes}) > 1 else result


def _side_by_side(result: Element, lists: list[list[Element]], shapes: list[list[str]], reel: Reel) -> None:
    """What has not the same parts all the time: each set of parts, shown in turn."""
    same = 0
    while all(len(shape) > same and shape[same] == shapes[0][same] for shape in shapes):
        same += 1
    for i in range(same):
        result.append(_moving([children[i] for children in lists], reel))
    for variant in dict.fromkeys(tuple(shape[same:]) for shape in shapes):
        shown = [tuple(shape[same:]) == variant for shape in shapes]
        example = lists[shown.index(True)][same:]
        filled = [children[same:] if there else None for children, there in zip(lists, shown, strict=True)]
        group = Element(f"{{{NAMESPACE}}}g")
        group.append(_animate("visibility", ["visible" if there else "hidden" for there in shown], reel, smooth=False))
        if not shown[0]:
            group.set("visibility", "hidden")
        for i in range(len(example)):
            group.append(_moving(_nearest([parts[i] if parts else None for parts in filled]), reel))
        result.append(group)


def _nearest(nodes: list[Element | None]) -> list[Element]:
    """While a part is hidden it waits in the shape it had last, or will have first."""
    known = next(node for node in nodes if node is not None)
    result = []
    for node in nodes:
        known = known if node is None else node
        result.append(known)
    return result


def _turning(element: Element, nodes: Sequence[Element], reel: Reel) -> Element:
    """Moved by an outer group and turned by an inner one, since each can do only one of the two."""
    found = [TRANSFORM.fullmatch(node.get("transform", "")) for node in nodes]
    places = [match.group(1) if match else "0 0" for match in found]
    turns = [(match.group(2) if match else None) or "0" for match in found]
    fixed = next((match.group(3) for match in found if match and match.group(3)), "")
    element.attrib.pop("transform", None)
    if fixed:
        element.set("transform", fixed.strip())
    for kind, values in (("rotate", turns), ("translate", places)):
        group = Element(f"{{{NAMESPACE}}}g", {"transform": f"{kind}({values[0]})"})
        if len(set(values)) > 1:
            group.append(_animate("transform", values, reel, smooth=True, kind=kind))
        group.append(element)
        element = group
    return element


def _animate(name: str, values: list[str], reel: Reel, *, smooth: bool, kind: str = "") -> Element:
    times, values = _only_changes(reel.times, values)
    timing = {
        "dur": f"{reel.seconds:.3g}s",
        "repeatCount": "indefinite",
        "keyTimes": ";".join(f"{time:.3f}".rstrip("0").rstrip(".") or "0" for time in times),
        "values": ";".join(values),
    }
    how = {} if smooth else {"calcMode": "discrete"}
    if kind:
        return Element(f"{{{NAMESPACE}}}animateTransform", {"attributeName": name, "type": kind, **timing, **how})
    return Element(f"{{{NAMESPACE}}}animate", {"attributeName": name, **timing, **how})


def _only_changes(times: list[float], values: list[str]) -> tuple[list[float], list[str]]:
    """Without the middle of three that are the same."""
    last = len(values) - 1
    kept = [i for i in range(last + 1) if i in (0, last) or not values[i - 1] == values[i] == values[i + 1]]
    return [times[i] for i in kept], [values[i] for i in kept]


def _shape(node: Element) -> str:
    """What must be the same for one drawing to flow into the next: elements, path commands, arcs, colours."""
    data = node.get("d", "")
    commands, arcs = NUMBERS.sub(" ", data), "".join(large + sweep for large, sweep in ARCS.findall(data))
    return f"{node.tag} {commands} {arcs} {node.get('fill')} {[_shape(child) for child in node]}"
