"""What has changed between two versions of a programme comes out as in contract/cases/programme_changes.json."""

from typing import Any

import pytest
from tests.contracts.cases import cases

from beredd.care.rules.compare import compare
from beredd.care.rules.programme import Item
from beredd.ids import entity_id


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases("programme_changes")])
def test_changes(case: dict[str, Any]) -> None:
    names = {entity_id("exercise", one["exercise"]): one["exercise"] for one in case["old"] + case["new"]}
    found = compare([item(one) for one in case["old"]], [item(one) for one in case["new"]])
    told = [{"kind": one.kind, "exercise": names[one.exercise], "was": one.was, "now": one.now} for one in found]
    assert told == case["expect"]


def item(told: dict[str, Any]) -> Item:
    return Item(**{**told, "exercise": entity_id("exercise", told["exercise"])})
