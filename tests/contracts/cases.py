"""The cases that the phone runs too."""

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[2] / "contract" / "cases"


def cases(name: str) -> list[dict[str, Any]]:
    """Read as they stand in contract/cases."""
    found: list[dict[str, Any]] = json.loads((FOLDER / f"{name}.json").read_text())
    return found
