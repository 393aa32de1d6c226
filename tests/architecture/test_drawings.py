"""What is drawn in docs/reference is what the rules say."""

import pytest
from scripts.state_drawings import DRAWINGS, FOLDER


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_states_are_drawn_as_they_are(name: str) -> None:
    assert (FOLDER / name).read_text() == DRAWINGS[name].text(), "run python scripts/state_drawings.py"
