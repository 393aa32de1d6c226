"""Every case of contract/cases/limits.json."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.contracts.cases import cases

from beredd.disruption.rules.incident import Move
from beredd.disruption.rules.limits import Deadline, Step, deadlines, with_routine

NINE = datetime(2026, 11, 23, 8, tzinfo=UTC)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def step(row: str) -> Step:
    move, at = row.split()
    return Step(Move(move), NINE + minutes(int(at)))


def row(one: Deadline) -> str:
    warns, passes = ((at - NINE) // minutes(1) for at in (one.warns_at, one.passes_at))
    return f"{one.limit} warns {warns} passes {passes}"


@pytest.mark.parametrize("case", cases("limits"), ids=lambda case: str(case["name"]))
def test_the_limits_that_run(case: dict[str, Any]) -> None:
    told, promised = (NINE + minutes(case[name]) if name in case else None for name in ("told", "promised"))
    limits = with_routine(map(minutes, case.get("routine", ())))
    steps = [step(one) for one in case["moves"]]
    found = deadlines(NINE, steps, told_at=told, promised_at=promised, limits=limits)
    assert [row(one) for one in found] == case["expect"]
