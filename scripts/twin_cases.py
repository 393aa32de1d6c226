"""Writes contract/cases/schedule_twins.json: chance prescriptions with a fixed seed, and what Python makes of them.

The hand-written cases say what is right; these say that TypeScript agrees with Python everywhere else too.
"""

import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

from tests.contracts.test_shared_cases import planned  # noqa: E402

COUNT = 120
PARTS = ["morning", "forenoon", "noon", "afternoon", "evening", "night"]
TURNS = [
    date(2026, 3, 29),
    date(2026, 10, 25),
    date(2026, 12, 31),
    date(2027, 1, 3),
    date(2028, 2, 29),
    date(2026, 11, 23),
]


def write() -> None:
    chance = Random(20261123)  # nothing secret
    found = [with_answer(make(chance, number)) for number in range(COUNT)]
    lines = ",\n".join(json.dumps(case, ensure_ascii=False, separators=(",", ":")) for case in found)
    (ROOT / "contract" / "cases" / "schedule_twins.json").write_text(f"[\n{lines}\n]\n")


def with_answer(case: dict[str, Any]) -> dict[str, Any]:
    return {**case, "expect": planned(case)}


def make(chance: Random, number: int) -> dict[str, Any]:
    turn = chance.choice(TURNS)
    since = datetime(turn.year, turn.month, turn.day, tzinfo=UTC) + timedelta(minutes=chance.randrange(-4000, 2000))
    return {
        "name": f"twin {number}",
        "prescription": str(UUID(int=chance.getrandbits(128), version=5)),
        "versions": [version(chance, turn, count + 1) for count in range(chance.choice([1, 1, 2, 3]))],
        "pauses": [pause(chance, since)] if chance.random() < 0.3 else [],
        "since": told(since),
        "until": told(since + timedelta(hours=chance.choice([1, 24, 72]))),
    }


def version(chance: Random, turn: date, number: int) -> dict[str, Any]:
    starts = turn - timedelta(days=chance.randrange(20))
    effective = datetime(turn.year, turn.month, turn.day, tzinfo=UTC) + timedelta(minutes=chance.randrange(-9000, 1500))
    ends = starts + timedelta(days=chance.randrange(40)) if chance.random() < 0.5 else None
    return {
        "number": number,
        "effective_at": told(effective),
        "starts_on": str(starts),
        "ends_on": str(ends) if ends else None,
        "schedule": schedule(chance, turn),
    }


def schedule(chance: Random, turn: date) -> dict[str, Any]:
    form = chance.choice(["clock", "clock", "part_of_day", "times_per_week", "as_needed"])
    if form == "as_needed":
        return {"form": form}
    if form == "times_per_week":
        return {"form": form, "times": chance.randrange(1, 8)}
    every = chance.choice([1, 1, 2])
    shared = {
        "form": form,
        "weekdays": sorted(chance.sample(range(1, 8), chance.randrange(1, 8))),
        "every_weeks": every,
        "anchor": str(turn - timedelta(days=chance.randrange(30))) if every == 2 else None,
    }
    if form == "part_of_day":
        return {**shared, "parts": sorted(chance.sample(PARTS, chance.randrange(1, 3)), key=PARTS.index)}
    times = sorted(
        {f"{chance.randrange(24):02}:{chance.choice([0, 15, 30, 59]):02}" for _ in range(chance.randrange(1, 4))}
    )
    tolerances = {"before_minutes": chance.choice([0, 30, 60]), "after_minutes": chance.choice([0, 60, 120])}
    return {**shared, "times": times, **tolerances}


def pause(chance: Random, since: datetime) -> dict[str, Any]:
    starts = since + timedelta(minutes=chance.randrange(-6000, 3000))
    ends = starts + timedelta(minutes=chance.randrange(12000)) if chance.random() < 0.7 else None
    return {
        "starts_at": told(starts),
        "ends_at": told(ends) if ends else None,
        "reason": chance.choice(["hospital", "away"]),
    }


def told(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


if __name__ == "__main__":
    write()
