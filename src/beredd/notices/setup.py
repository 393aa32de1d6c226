"""The files in use: the municipality's own in the data folder, or those that come with Beredd."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from beredd.notices.book_file import BookFault, Setup, read_setup
from beredd.notices.rules.portal import Portal, portal_of
from beredd.shipped import content


def setup_file() -> Path:
    own = Path(settings.DATA) / "notices.toml"
    return own if own.exists() else content() / "notices" / "none.toml"


def setup() -> Setup:
    """With the channels that portals bring. Raises BookFault."""
    made = read_setup(setup_file())
    own = {one.channel: one.settings for one in portals().values() if one.settings is not None}
    return replace(made, channels={**made.channels, **own})


def portals_folder() -> Path:
    own = Path(settings.DATA) / "portals"
    return own if own.is_dir() else content() / "portals"


def portals() -> Mapping[str, Portal]:
    """By key, which is the name of the file. Raises BookFault."""
    return {file.stem: _portal(file) for file in sorted(portals_folder().glob("*.json"))}


def _portal(file: Path) -> Portal:
    try:
        return portal_of(file.stem, json.loads(file.read_text(encoding="utf-8")))
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        said = f"{fault.args[0]} is missing" if isinstance(fault, KeyError) else fault
        raise BookFault(f"{file.name}: {said}") from fault
