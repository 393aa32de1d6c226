"""The exercise library: the folder's own (exercises/ or övningar/), or the one that comes with Beredd."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import normalize
from xml.etree import ElementTree

from beredd.care.rules.exercise import UnknownKind, kinds
from beredd.importing.rules.cells import shown
from beredd.importing.rules.fault import Fault, fault
from beredd.shipped import content

FOLDERS = ("exercises", "ovningar", "övningar")
FIELDS = ("key", "name", "start", "how", "watch", "pictures")
KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
DRAWN = {"svg", "rect", "path", "g", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc"}
MOVES = {"animate", "animateTransform"}
MOVED = {"d", "transform", "visibility", "cx", "cy", "rx", "ry", "r", "x", "y", "width", "height", "stroke-width"}
LARGEST_PICTURE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Exercise:
    """`content`: the file as it is, each picture's drawing in place of its file name."""

    key: str
    name: str
    content: Mapping[str, Any]


class _Unfit(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_library(folder: Path) -> tuple[list[Exercise], list[Fault]]:
    """By file name. An exercise is whole wherever it goes: its pictures are read into it."""
    exercises, faults = [], []
    for path in sorted(_place(folder).glob("*.json")):
        try:
            exercises.append(_exercise(path))
        except _Unfit as why:
            faults.append(why.fault)
    return exercises, faults


def _place(folder: Path) -> Path:
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if path.is_dir() and normalize("NFC", path.name).lower() in FOLDERS:
                return path
    return content() / "exercises"


def _exercise(path: Path) -> Exercise:
    unfit = _Unfit(fault("exercise_file", shown(path.name)))
    try:
        found = json.loads(path.read_text("utf-8"))
        key, name = str(found["key"]), str(found["name"]["sv"])
        steps = found["how"]["sv"]
        pictures = [{"svg": _picture(path, str(one["file"])), "alt": one["alt"]} for one in found["pictures"]]
        motion = {"motion": {"svg": _picture(path, str(found["motion"]))}} if found.get("motion") else {}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        raise unfit from None
    try:
        kinds(found)
    except UnknownKind:
        raise unfit from None
    whole = all(found.get(field) for field in FIELDS) and isinstance(steps, list) and all(steps)
    if not whole or not KEY.fullmatch(key) or len(key) > 60 or len(name) > 120:
        raise unfit
    return Exercise(key, name, {**found, "pictures": pictures, **motion})


def _picture(exercise: Path, name: str) -> str:
    """Only shapes: nothing in it that could run or fetch."""
    try:
        svg = (exercise.parent / Path(name).name).read_text("utf-8")
        plain = len(svg) <= LARGEST_PICTURE and "<!" not in svg and _only_shapes(ElementTree.fromstring(svg))  # noqa: S314
    except (OSError, ValueError, ElementTree.ParseError):
        plain, svg = False, ""
    if not plain:
        raise _Unfit(fault("exercise_picture", shown(exercise.name), picture=shown(name)))
    return svg


def _only_shapes(drawing: ElementTree.Element) -> bool:
    for element in drawing.iter():
        kind = str(element.tag).rpartition("}")[2]
        if kind not in DRAWN and not (kind in MOVES and element.get("attributeName") in MOVED):
            return False
        if any("href" in name or name.startswith("on") or name == "style" for name in element.attrib):
            return False
    return True
