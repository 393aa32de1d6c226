"""Who is to be told now, as each case in contract/cases/escalation.json says. Times are of the wall clock in Sweden."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from tests.contracts.cases import FOLDER

from beredd.clock import SWEDEN
from beredd.notices.rules.book import Group, Quiet, Recipient, Step
from beredd.notices.rules.escalation import Told, due

FILE: dict[str, Any] = json.loads((FOLDER / "escalation.json").read_text(encoding="utf-8"))


def at(said: str) -> datetime:
    return datetime.combine(date(2026, 11, 23), time.fromisoformat(said), SWEDEN)


def person(key: str, said: dict[str, Any]) -> Recipient:
    starts, _, ends = said.get("quiet", "").partition("-")
    quiet = Quiet(time.fromisoformat(starts), time.fromisoformat(ends)) if starts else None
    return Recipient(key, key, dict.fromkeys(said["reach"], "x"), quiet=quiet)


def group(key: str, said: dict[str, Any]) -> Group:
    steps = tuple(Step(timedelta(minutes=after), tuple(who)) for after, who in said["steps"])
    every = timedelta(minutes=said["every"])
    return Group(key, key, steps, answers=said["answers"], every=every, most=said["most"])


def told(said: str) -> Told:
    who, turn, moment, *failed = said.split()
    return Told(who, int(turn), at(moment), failed=failed == ["failed"])


@pytest.mark.parametrize("case", [pytest.param(one, id=one["name"]) for one in FILE["cases"]])
def test_those_and_no_others_are_told_now(case: dict[str, Any]) -> None:
    turns = due(
        group(case["group"], FILE["groups"][case["group"]]),
        {key: person(key, said) for key, said in FILE["people"].items()},
        since=at(case.get("since", "09:00")),
        urgent=case.get("urgent", False),
        answered=case.get("answered", False),
        told=[told(one) for one in case["told"]],
        now=at(case["at"]),
        local=at(case["at"]),
    )
    assert [f"{one.recipient} {one.number} {one.channel}" for one in turns] == case["expect"]
