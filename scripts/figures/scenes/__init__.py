"""The pictures of every exercise, grouped by what the person does: sits, stands or lies."""

from collections.abc import Callable

from . import lying, sitting, standing

Scene = Callable[[], tuple[str, ...]]

SCENES: dict[str, Scene] = {
    "ankle-pump-lying": lying.ankle_pump,
    "band-row-sitting": sitting.band_row,
    "bridge-lying": lying.bridge,
    "chair-rise": sitting.chair_rise,
    "deep-breathing-sitting": sitting.deep_breathing,
    "hand-squeeze": sitting.hand_squeeze,
    "heel-raise": standing.heel_raise,
    "hip-abduction-standing": standing.hip_abduction,
    "knee-extension-sitting": sitting.knee_extension,
    "march-sitting": sitting.march,
    "march-standing": standing.march,
    "reach-to-shelf": standing.reach_to_shelf,
    "shoulder-lift-sitting": sitting.shoulder_lift,
    "side-step": standing.side_step,
    "tandem-stand": standing.tandem,
    "toe-raise": standing.toe_raise,
    "trunk-rotation-sitting": sitting.trunk_rotation,
    "walk-with-rollator": standing.walk_with_rollator,
}


def drawings() -> dict[str, str]:
    """Every picture as SVG text, by file name."""
    return {f"{key}-{i}.svg": svg for key, scene in SCENES.items() for i, svg in enumerate(scene(), start=1)}
