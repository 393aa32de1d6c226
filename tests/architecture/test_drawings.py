"""What is drawn in docs/reference is what the rules say."""

from pathlib import Path
from runpy import run_path

ROOT = Path(__file__).resolve().parents[2]


def test_the_states_of_a_routine_are_drawn_as_they_are() -> None:
    script = run_path(str(ROOT / "scripts" / "routine_states.py"))
    assert script["drawn"]() == script["PLACE"].read_text(), "run python scripts/routine_states.py"


def test_the_states_of_an_incident_are_drawn_as_they_are() -> None:
    script = run_path(str(ROOT / "scripts" / "incident_states.py"))
    assert script["drawn"]() == script["PLACE"].read_text(), "run python scripts/incident_states.py"
