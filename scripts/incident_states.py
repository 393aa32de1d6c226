"""Draws docs/reference/incident-states.md from the table of transitions."""

from pathlib import Path

from beredd.disruption.rules.incident import PATHS, Move, State
from beredd.disruption.rules.incident import Path as Way
from beredd.people.rules.roles import ROLES, Permission

PLACE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "incident-states.md"
HEAD = """# The states of an incident

Drawn from `src/beredd/disruption/rules/incident.py` by `python scripts/incident_states.py`; a test
holds the two together.
What concerns everybody is moved only by those whose right holds everywhere.
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
    diagram = "\n".join(["```mermaid", "stateDiagram-v2", "  [*] --> suspected", *arrows, *ends, "```"])
    rows = [_row(move, way) for move, way in PATHS.items()]
    return "\n".join([HEAD, diagram, "", "| move | who may | says |", "|---|---|---|", *rows, ""])


def _row(move: Move, way: Way) -> str:
    return f"| {move} | {_roles(way.permission)} | {'why' if way.needs_ground else ''} |"


def _roles(permission: Permission) -> str:
    return ", ".join(role for role, facts in ROLES.items() if permission in facts.permissions)


if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(drawn())
