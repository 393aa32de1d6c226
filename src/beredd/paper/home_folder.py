"""Where in a home folder our papers lie. Each municipality has its own: `paper/home_folder.json` in the data folder,
without it the one that comes with us."""

import json
from pathlib import Path

from django.conf import settings

from beredd.i18n.mark import N_
from beredd.paper.words import in_language
from beredd.people.rules.access import Refused

PACKAGE = Path(__file__).resolve().parents[1]
NAME = Path("paper") / "home_folder.json"


class BadHomeFolder(Refused):
    """Code `home_folder`: the municipality's file cannot be used as it is."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            "home_folder", N_("%(file)s cannot be read. It needs a text for tab, such as “tab 4 (green)”."), file=file
        )


def usual_tab() -> str:
    """In the reader's language. Raises BadHomeFolder."""
    own = Path(settings.DATA) / NAME
    file = own if own.exists() else _shipped()
    try:
        tab = in_language(json.loads(file.read_text(encoding="utf-8"))["tab"])
    except (ValueError, KeyError, TypeError) as fault:
        raise BadHomeFolder(file) from fault
    if not tab.strip():
        raise BadHomeFolder(file)
    return tab


def _shipped() -> Path:
    installed = PACKAGE / "content" / NAME
    return installed if installed.exists() else PACKAGE.parents[1] / "content" / NAME
