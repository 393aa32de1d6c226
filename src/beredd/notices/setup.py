"""The file in use: the municipality's own in the data folder, or the one that comes with Beredd."""

from pathlib import Path

from django.conf import settings

from beredd.notices.book_file import Setup, read_setup
from beredd.shipped import content


def setup_file() -> Path:
    own = Path(settings.DATA) / "notices.toml"
    return own if own.exists() else content() / "notices" / "none.toml"


def setup() -> Setup:
    """Raises BookFault."""
    return read_setup(setup_file())
