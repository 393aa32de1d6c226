"""What is written down of the protocol is what the server parses, and its sums come out as written."""

import json
from typing import Any
from uuid import UUID

import pytest
from scripts.sync_contract import FOLDER, files
from tests.contracts.cases import cases

from beredd.sync.rules.chain import Link, forks, hash_of, proven
from beredd.sync.rules.scope import Ref, scope_hash

Case = dict[str, Any]


def named(name: str) -> Any:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases(name)])


def test_the_written_description_is_the_servers_own() -> None:
    written = {path.name: path.read_text() for path in FOLDER.glob("*.json")}
    assert written == files(), "run: python scripts/sync_contract.py"


@named("sync_chain")
def test_a_chain_is_judged_as_written(case: Case) -> None:
    links = [linked(payload) for payload in case["payloads"]]
    known = {int(number): hash for number, hash in case["known"].items()}
    assert [link.hash for link in links] == case["expect"]["hashes"]
    assert sorted(proven(links, case["signed"].__contains__)) == case["expect"]["proven"]
    assert sorted(forks(links, known)) == case["expect"]["forks"]


@named("sync_scope_hash")
def test_a_scope_has_the_sum_that_is_written(case: Case) -> None:
    assert scope_hash(Ref(one["k"], UUID(one["id"]), one["v"]) for one in case["held"]) == case["expect"]


def linked(payload: str) -> Link:
    read = json.loads(payload)
    return Link(read["seq"], read["prev"], hash_of(payload))
