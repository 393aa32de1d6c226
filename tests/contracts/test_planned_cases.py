"""Every case of contract/cases/planned.json."""

from datetime import datetime
from typing import Any

import pytest
from tests.contracts.cases import cases

from beredd.clock import SWEDEN
from beredd.disruption.rules.maintenance import is_told


@pytest.mark.parametrize("case", cases("planned"), ids=lambda case: str(case["name"]))
def test_when_people_are_told(case: dict[str, Any]) -> None:
    starts, ends, now = (datetime.fromisoformat(case[name]) for name in ("starts", "ends", "now"))
    assert is_told(starts, ends, now=now, zone=SWEDEN) is case["told"]
