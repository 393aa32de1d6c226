"""Python's side of what exists twice: each case in contract/cases must come out as written there."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from tests.contracts.cases import cases

from beredd.care.rules.occurrences import Occurrence, Pause, Version, find, occurrence_id, occurrences
from beredd.care.rules.schedule import schedule_from_json
from beredd.people.rules.delegation import Delegation, valid_delegation
from beredd.signing.rules.balance import Signed, balance

SWEDEN = ZoneInfo("Europe/Stockholm")
Case = dict[str, Any]


def named(name: str) -> Any:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases(name)])


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


def told(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@named("schedule")
def test_schedule(case: Case) -> None:
    expected = case["expect"]
    found = planned(case)
    assert [{name: one[name] for name in wanted} for one, wanted in zip(found, expected, strict=True)] == expected


@named("schedule_twins")
def test_schedule_as_the_twin_has_it(case: Case) -> None:
    assert planned(case) == case["expect"]


@named("occurrence_ids")
def test_occurrence_ids(case: Case) -> None:
    assert str(occurrence_id(UUID(case["prescription"]), case["slot"])) == case["expect"]


@named("schedule")
def test_each_is_found_again_by_its_slot(case: Case) -> None:
    versions = [version(one) for one in case["versions"]]
    for one in case["expect"]:
        found = find(UUID(case["prescription"]), versions, one["slot"], zone=SWEDEN)
        assert found and (found.version, told(found.due_at)) == (one["version"], one["due_at"])


@named("balance")
def test_balance(case: Case) -> None:
    (line,) = balance(
        [occurrence(case["occurrence"])], [signed(one) for one in case["signatures"]], instant(case["now"])
    )
    assert {
        "state": line.state.value,
        "reason": line.reason,
        "signatures": [str(id) for id in line.signatures],
    } == case["expect"]


@named("delegation")
def test_delegation(case: Case) -> None:
    performer = UUID(int=1)
    given = [delegation(one, UUID(int=index + 2), performer) for index, one in enumerate(case["delegations"])]
    holds = valid_delegation(
        given, performer=performer, task=case["task"], unit=UUID(case["unit"]), at=instant(case["at"]), zone=SWEDEN
    )
    assert holds == (None if case["expect"] is None else given[case["expect"]])


def planned(case: Case) -> list[Case]:
    found = occurrences(
        UUID(case["prescription"]),
        [version(one) for one in case["versions"]],
        [pause(one) for one in case["pauses"]],
        since=instant(case["since"]),
        until=instant(case["until"]),
        zone=SWEDEN,
    )
    return [
        {
            "id": str(one.id),
            "slot": one.slot,
            "version": one.version,
            "opens": told(one.opens),
            "due_at": told(one.due_at),
            "due_by": told(one.due_by),
            "closes": told(one.closes),
            "paused": one.paused,
        }
        for one in found
    ]


def version(data: Case) -> Version:
    return Version(
        number=data["number"],
        effective_at=instant(data["effective_at"]),
        starts_on=date.fromisoformat(data["starts_on"]),
        ends_on=date.fromisoformat(data["ends_on"]) if data["ends_on"] else None,
        schedule=schedule_from_json(data["schedule"]),
    )


def pause(data: Case) -> Pause:
    return Pause(instant(data["starts_at"]), instant(data["ends_at"]) if data["ends_at"] else None, data["reason"])


def occurrence(data: Case) -> Occurrence:
    times = {name: instant(data[name]) for name in ("opens", "due_at", "due_by", "closes")}
    return Occurrence(
        id=UUID(data["id"]),
        prescription=UUID(int=7),
        slot=data["slot"],
        version=data["version"],
        paused=data["paused"],
        **times,
    )


def signed(data: Case) -> Signed:
    return Signed(
        id=UUID(data["id"]),
        occurrence=UUID(data["occurrence"]) if data["occurrence"] else None,
        outcome=data["outcome"],
        reason=data["reason"],
        performed_at=instant(data["performed_at"]),
        corrects=UUID(data["corrects"]) if data["corrects"] else None,
        counts=data["counts"],
        beside=data.get("beside", False),
    )


def delegation(data: Case, id: UUID, performer: UUID) -> Delegation:
    return Delegation(
        id=id,
        performer=performer,
        task=data["task"],
        unit=UUID(data["unit"]) if data["unit"] else None,
        given_by=UUID(int=99),
        starts_on=date.fromisoformat(data["starts_on"]),
        ends_on=date.fromisoformat(data["ends_on"]),
        withdrawn_at=instant(data["withdrawn_at"]) if data["withdrawn_at"] else None,
    )
