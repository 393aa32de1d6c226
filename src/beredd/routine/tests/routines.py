"""Routines for the tests of this part."""

from functools import cache

from beredd.routine.rules.reading import read
from beredd.routine.rules.routine import Routine
from beredd.routine.shelf import shelf


def text(name: str) -> str:
    """As its file stands in content/routines."""
    return next(path for path in shelf() if path.stem == name).read_text("utf-8")


@cache
def routine(name: str) -> Routine:
    return read(text(name), f"{name}.yaml")


def exorlive(*replacements: tuple[str, str]) -> str:
    """The seed's routine with something else in it."""
    changed = text("exorlive")
    for old, new in replacements:
        assert old in changed, old
        changed = changed.replace(old, new, 1)
    return changed
