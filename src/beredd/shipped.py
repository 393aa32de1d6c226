"""Where the content that comes with Beredd lies: in the repository, or inside the installed package."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def content() -> Path:
    """The folder with exercises, routines and import templates."""
    installed = PACKAGE / "content"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "content"
