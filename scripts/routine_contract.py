"""Writes contract/routines/*.json: each routine as a phone carries it, with the closed days of three years.

The phone's tests read them; a test sees to it that they are what the files in content/routines say."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from beredd.routine.calendar import days
from beredd.routine.plain import to_plain
from beredd.routine.rules.reading import read
from beredd.routine.shelf import shelf

FOLDER = Path(__file__).resolve().parents[1] / "contract" / "routines"
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)


def compiled() -> dict[str, str]:
    """By file name, the text that is to stand in it."""
    return {f"{path.stem}.json": _text(path) for path in shelf()}


def _text(path: Path) -> str:
    routine = read(path.read_text("utf-8"), path.name)
    found: dict[str, Any] = {
        "routine": to_plain(routine),
        "days": msgspec.to_builtins(days(routine.calendar, FIRST, LAST)),
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    for name, text in compiled().items():
        (FOLDER / name).write_text(text)
