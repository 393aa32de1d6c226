"""Draws docs/reference/*-states.md from the tables of transitions."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from beredd.disruption.rules import incident
from beredd.paper.rules import accounting
from beredd.people.rules.roles import ROLES, Permission
from beredd.routine.rules import states as routine

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "reference"


@dataclass(frozen=True)
class Drawing:
    """`rules` has State, Move and PATHS (move → sources, target, permission, what it asks for)."""

    title: str
    rules: ModuleType
    first: str
    note: str

    def text(self) -> str:
        """The diagram, and who may do what."""
        paths, states = self.rules.PATHS, list(self.rules.State)
        arrows = [
            f"  {one} --> {way.target}: {move}" for move, way in paths.items() for one in states if one in way.sources
        ]
        ends = [f"  {one} --> [*]" for one in states if not any(one in way.sources for way in paths.values())]
        source = self.rules.__name__.replace(".", "/")
        return "\n".join(
            [
                f"# {self.title}",
                "",
                f"Drawn from `src/{source}.py` by `python scripts/state_drawings.py`; a test holds the two together.",
                self.note,
                "",
                "```mermaid",
                "stateDiagram-v2",
                f"  [*] --> {self.first}",
                *arrows,
                *ends,
                "```",
                "",
                "| move | who may | says |",
                "|---|---|---|",
                *(f"| {move} | {_roles(way.permission)} | {_says(way)} |" for move, way in paths.items()),
                "",
            ]
        )


@dataclass(frozen=True)
class Steps:
    """States without moves of their own: what may follow upon what is all there is to say."""

    title: str
    rules: str
    first: str
    follows: Mapping[Any, Collection[Any]]
    note: str

    def text(self) -> str:
        """The diagram."""
        states = list(self.follows)
        arrows = [f"  {a} --> {b}" for a in states for b in states if b in self.follows[a]]
        ends = [f"  {one} --> [*]" for one in states if not self.follows[one]]
        by = "`python scripts/state_drawings.py`; a test holds the two together."
        source = f"Drawn from `src/{self.rules}.py` by {by}"
        diagram = ["```mermaid", "stateDiagram-v2", f"  [*] --> {self.first}", *arrows, *ends, "```", ""]
        return "\n".join([f"# {self.title}", "", source, self.note, "", *diagram])


DRAWINGS: dict[str, Drawing | Steps] = {
    "sheet-states.md": Steps(
        "The states of a sheet of paper",
        "beredd/paper/rules/accounting",
        "printed",
        accounting.NEXT,
        "What is told late has its place between other steps, by when it happened.",
    ),
    "routine-states.md": Drawing(
        "The states of a version of a routine",
        routine,
        "draft",
        "What is in force is replaced by the next version on that one's day, without a move of its own.",
    ),
    "incident-states.md": Drawing(
        "The states of an incident",
        incident,
        "suspected",
        "What concerns everybody is moved only by those whose right holds everywhere.",
    ),
}


def _says(way: Any) -> str:
    asked = ((way.needs_ground, "why"), (getattr(way, "needs_day", False), "from which day"))
    return ", ".join(word for needed, word in asked if needed)


def _roles(permission: Permission) -> str:
    return ", ".join(role for role, facts in ROLES.items() if permission in facts.permissions)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, drawing in DRAWINGS.items():
        (FOLDER / name).write_text(drawing.text())
