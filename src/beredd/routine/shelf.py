"""The routines that come with Beredd, as they lie in content/routines."""

from pathlib import Path

from beredd.shipped import content


def shelf() -> list[Path]:
    """The files, by name."""
    return sorted((content() / "routines").glob("*.yaml"))
