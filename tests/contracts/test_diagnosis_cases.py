"""Each scenario in contract/cases/diagnosis.json is diagnosed as written there."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from beredd.disruption.landscape_file import read_plan
from beredd.disruption.notation import Town, observations, planned, reports, told
from beredd.disruption.rules.diagnosis import diagnose

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
FILE: dict[str, Any] = json.loads((ROOT / "contract" / "cases" / "diagnosis.json").read_text())
TOWN = Town(FILE["employers"], FILE["town"])
LANDSCAPE = read_plan(ROOT / "content" / "probes" / "demo.toml").landscape


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in FILE["cases"]])
def test_diagnosis(case: dict[str, Any]) -> None:
    seen = observations(case.get("seen", {}), LANDSCAPE, TOWN, NOW)
    said = reports(case.get("said", []), TOWN, NOW)
    found = diagnose(seen, said, LANDSCAPE, planned(case.get("planned", []), NOW), NOW)
    assert [told(one) for one in found] == case["expect"]


def test_no_scenario_is_told_twice() -> None:
    names = [case["name"] for case in FILE["cases"]]
    assert len(names) == len(set(names)) >= 80
