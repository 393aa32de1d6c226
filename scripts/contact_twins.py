"""Writes contract/cases/contacts_twins.json: chance opening hours with a fixed seed, and what Python makes of them.

The rows in contacts.json say what is right; these say that TypeScript agrees with Python everywhere else too.
"""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from beredd.routine.rules.contacts import Days, Reached, reach
from beredd.routine.rules.routine import Contact, Words
from beredd.routine.tests.routines import routine

FILE = Path(__file__).resolve().parents[1] / "contract" / "cases" / "contacts_twins.json"
COUNT = 160
TURNS = [date(2026, 3, 29), date(2026, 10, 25), date(2026, 12, 24), date(2027, 3, 28), date(2028, 2, 29)]
CLOCKS = ["00:00:00", "01:30:00", "02:00:00", "02:30:00", "03:00:00", "07:30:00", "12:00:00", "16:00:00", "23:59:00"]


def text() -> str:
    """What is to stand in the file."""
    chance = Random(20261123)  # nothing secret
    rows = [with_answer(make(chance, number)) for number in range(COUNT)]
    return "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]\n"


def make(chance: Random, number: int) -> dict[str, Any]:
    turn = chance.choice(TURNS)
    near = [str(turn + timedelta(days=days)) for days in range(-3, 4)]
    at = datetime(turn.year, turn.month, turn.day, tzinfo=UTC) + timedelta(minutes=chance.randrange(-3000, 3000))
    return {
        "name": f"twin {number}",
        "hours": [hours(chance) for _ in range(chance.choice([1, 1, 2, 3]))],
        "closed": sorted(chance.sample(near, chance.randrange(4))),
        "shortened": {day: chance.choice(CLOCKS) for day in sorted(chance.sample(near, chance.randrange(3)))},
        "at": f"{at:%Y-%m-%dT%H:%M:%SZ}",
    }


def hours(chance: Random) -> dict[str, Any]:
    return {
        "weekdays": sorted(chance.sample(range(1, 8), chance.randrange(1, 8))),
        "opens": chance.choice(CLOCKS),
        "closes": chance.choice(CLOCKS),
        "holidays": chance.choice(["closed", "closed", "open", "only"]),
    }


def with_answer(row: dict[str, Any]) -> dict[str, Any]:
    plain = {"id": "any", "name": {"sv": "any"}, "hours": row["hours"]}
    closed = {date.fromisoformat(day): Words("stängt") for day in row["closed"]}
    shortened = msgspec.convert(row["shortened"], Days.__annotations__["shortened"])
    days = Days(date(2026, 1, 1), date(2028, 12, 31), closed, shortened)
    now = datetime.fromisoformat(row["at"])
    return {**row, "expect": told(reach(routine("exorlive"), msgspec.convert(plain, Contact), now=now, days=days))}


def told(found: Reached) -> dict[str, Any]:
    said = {"open_until": found.open_until, "opens_at": found.opens_at}
    return {"open": found.open, **{name: f"{at:%Y-%m-%dT%H:%M:%SZ}" if at else None for name, at in said.items()}}


if __name__ == "__main__":
    FILE.write_text(text())
