"""The exercise library at the terminal."""

from collections.abc import Mapping
from typing import Any

from beredd.cli.trouble import Trouble
from beredd.cli.words import gettext as _
from beredd.cli.words import language, ngettext
from beredd.figures.checks import check_scene
from beredd.figures.scenes import SCENES
from beredd.importing.library import read_library
from beredd.paper.contact_sheet import Cell, contact_sheet
from beredd.shipped import content

Library = Mapping[str, Mapping[str, Any]]
LANGUAGES = {"sv", "en"}
TEXTS = ("name", "start", "how", "watch", "easier", "harder", "ask_first")


def library() -> Library:
    """By key. Raises Trouble when a file cannot be read: the installation is broken then."""
    found, faults = read_library(content())
    if faults:
        raise Trouble(_("The exercise file %s cannot be read. Install Beredd again.") % faults[0].file)
    return {row.key: row.content for row in found}


def problems(library: Library) -> list[dict[str, Any]]:
    """Everything that is wrong, each with the exercise it is wrong with."""
    found: list[dict[str, Any]] = [
        {"key": key, "problem": _("no pose is drawn for it")} for key in library if key not in SCENES
    ]
    for key, told in library.items():
        found += [{"key": key, "problem": what} for what in _lacks(told)]
        if key in SCENES:
            drawn = check_scene(SCENES[key]())
            found += [{"key": key, "picture": one.picture, "problem": one.what} for one in drawn]
    return found


def _lacks(told: Mapping[str, Any]) -> list[str]:
    texts = [(name, told.get(name) or {}) for name in TEXTS] + [("alt", one["alt"]) for one in told["pictures"]]
    lacking = [
        _("%(text)s lacks %(language)s") % {"text": name, "language": one}
        for name, text in texts
        for one in sorted(LANGUAGES - {spoken for spoken, words in text.items() if words})
    ]
    dose = told.get("default_dose") or {}
    if not dose.get("sets") or not (dose.get("repetitions") or dose.get("seconds")):
        lacking.append(_("it has no default dose"))
    return lacking


def sheet(library: Library) -> bytes:
    """A PNG of every picture with its name."""
    spoken = language()
    cells = [Cell(told["name"][spoken], tuple(one["svg"] for one in told["pictures"])) for told in library.values()]
    return contact_sheet(sorted(cells, key=lambda cell: cell.name))


def as_json(library: Library, problems: list[dict[str, Any]]) -> dict[str, Any]:
    """Without the drawings: their alternative texts say what they show."""
    listed = []
    for key, told in library.items():
        pictures = [one["alt"] for one in told["pictures"]]
        listed.append({**told, "key": key, "pictures": pictures, "motion": bool(told.get("motion"))})
    return {"exercises": listed, "problems": problems}


def as_text(told: Mapping[str, Any]) -> str:
    """A line each, then what is wrong."""
    listed, problems = told["exercises"], told["problems"]
    lines = [f"{one['key']:26} {one['name'][language()]}" for one in listed]
    lines += [f"{one['key']} {one.get('picture', '')}: {one['problem']}" for one in problems]
    lines.append(ngettext("%(n)s exercise", "%(n)s exercises", len(listed)) % {"n": len(listed)})
    if problems:
        lines.append(ngettext("%(n)s thing is wrong", "%(n)s things are wrong", len(problems)) % {"n": len(problems)})
    return "\n".join(lines)
