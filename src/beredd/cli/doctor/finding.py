"""What a check found."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Finding:
    """`name`: stable, for programs. `text`: what was found; `remedy`: what to do, empty when all is well."""

    name: str
    well: bool
    text: str
    remedy: str = ""

    def as_json(self) -> dict[str, Any]:
        return {"check": self.name, "ok": self.well, "text": self.text, "remedy": self.remedy}

    def as_text(self) -> str:
        return f"{'✓' if self.well else '✗'} {self.text}" + (f"\n  → {self.remedy}" if self.remedy else "")


def well(name: str, text: str) -> Finding:
    return Finding(name, True, text)


def ill(name: str, text: str, remedy: str) -> Finding:
    return Finding(name, False, text, remedy)
