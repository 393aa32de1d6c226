"""Every case of contract/cases/coverage.json. Days are counted from the first of November, minus is October."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.contracts.cases import cases

from beredd.disruption.rules.coverage import Judged, Loss, Span, Stay, is_sound, judge, visits

FIRST, NOW = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 25, 12, tzinfo=UTC)
WHEN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)?")


def on(day: str, clock: str) -> datetime:
    hours, minutes = map(int, clock.split(":"))
    return FIRST + timedelta(days=int(day) - 1, hours=hours, minutes=minutes)


def spans(row: str) -> list[tuple[datetime, datetime | None]]:
    day = row.split()[0]
    return [(on(day, began), on(day, ended) if ended else None) for began, ended in WHEN.findall(row)]


def stay(row: str) -> Stay:
    (began, ended), *lost = spans(row)
    assert ended
    return Stay(began, ended, tuple(Loss(*one) for one in lost))


def words(found: Judged) -> str:
    told = [f"{found.coverage} {found.visits} visits"]
    told += [f"{found.broken} broken"] if found.broken else []
    return ", ".join(told + ([f"{found.none} without"] if found.none else []))


@pytest.mark.parametrize("case", cases("coverage"), ids=lambda case: str(case["name"]))
def test_how_the_coverage_of_a_home_is_judged(case: dict[str, Any]) -> None:
    stays = [stay(row) for row in case["stays"]]
    assert all(map(is_sound, stays))
    said = [on(*row.split()) for row in case.get("said", ())]
    out = [Span(*one) for row in case.get("out", ()) for one in spans(row)]
    assert words(judge(visits(stays, said, out), now=NOW)) == case["expect"]
