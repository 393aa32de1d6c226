"""What somebody writes finds what a therapist would expect, in the library that comes with Beredd."""

import json
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import pytest
from tests.contracts.cases import cases

from beredd.care.queries.search import findable, synonyms
from beredd.care.rules.search import Index, find, index
from beredd.shipped import content

LIBRARY = {
    uuid5(NAMESPACE_URL, one["key"]): one
    for one in (json.loads(path.read_text("utf-8")) for path in (content() / "exercises").glob("*.json"))
}
CASES = cases("exercise_search")


@pytest.fixture(scope="module")
def library() -> Index:
    return index((findable(id, one) for id, one in LIBRARY.items()), synonyms())


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_what_is_meant_is_among_the_first_five(case: dict[str, Any], library: Index) -> None:
    first = [LIBRARY[id] for id in find(library, case["query"], limit=5)]
    assert first
    assert {*case.get("expect", ())} <= {one["key"] for one in first}
    assert all(one[field] == value for field, value in case.get("all", {}).items() for one in first)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_exercise_is_found_by_its_own_name_first(language: str, library: Index) -> None:
    asked = {id: one["name"][language] for id, one in LIBRARY.items()}
    first = {id: LIBRARY[find(library, name, limit=1)[0]]["name"][language] for id, name in asked.items()}
    assert first == asked


def test_it_is_judged_on_at_least_sixty() -> None:
    assert len({case["query"] for case in CASES}) >= 60


def test_what_nobody_has_drawn_is_not_found(library: Index) -> None:
    assert find(library, "xylofonkvark", limit=5) == []


def test_what_comes_after_more_words_has_all_of_them_where_any_has(library: Index) -> None:
    found = [LIBRARY[id]["key"] for id in find(library, "armar stående", limit=5)]
    assert found and all(LIBRARY[uuid5(NAMESPACE_URL, key)]["position"] != "lying" for key in found)
