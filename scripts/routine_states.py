"""Draws docs/reference/routine-states.md from the table of transitions."""

from pathlib import Path

from beredd.people.rules.roles import ROLES, Permission
from beredd.routine.rules.states import PATHS, Move, State
from beredd.routine.rules.states import Path as Way

PLACE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "routine-states.md"
HEAD = """# The states of a version of a routine

Drawn from `src/beredd/routine/rules/states.py` by `python scripts/routine_states.py`; a test holds the two together.
What is in force is replaced by the next version on that one's day, without a move of its own.
"""


def drawn() -> str:
    """The diagram, and who may do what."""
    arrows = [
        f"  {source} --> {way.target}: {move}"
        for move, way in PATHS.items()
        for source in State
        if source in way.sources
    ]
    ends = [f"  {state} --> [*]" for state in State if not any(state in way.sources for way in PATHS.values())]
    diagram = "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> draft", *arrows, *ends, "```"])
    rows = [_row(move, way) for move, way in PATHS.items()]
    return "\n".join([HEAD, diagram, "", "| move | who may | says |", "|---|---|---|", *rows, ""])


def _row(move: Move, way: Way) -> str:
    says = [word for needed, word in ((way.needs_ground, "why"), (way.needs_day, "from which day")) if needed]
    return f"| {move} | {_roles(way.permission)} | {', '.join(says)} |"


def _roles(permission: Permission) -> str:
    return ", ".join(role for role, facts in ROLES.items() if permission in facts.permissions)


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(drawn())
