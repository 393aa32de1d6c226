"""The command's own words, in Swedish unless the machine speaks English. Without Django: `--help` answers at once."""

import gettext as catalogue
import os
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"


def language() -> str:
    """`en` when the environment says English (LANGUAGE, LC_ALL, LC_MESSAGES or LANG, first found), otherwise `sv`."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    wanted = next((value for name in names if (value := os.environ.get(name))), "")
    return "en" if wanted.lower().startswith("en") else "sv"


def gettext(text: str) -> str:
    """The text in the language of the command line."""
    return _catalogue().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """As gettext, for a number of things."""
    return _catalogue().ngettext(one, many, count)


def _catalogue() -> catalogue.NullTranslations:
    return catalogue.translation("django", str(LOCALE), languages=[language()], fallback=True)
