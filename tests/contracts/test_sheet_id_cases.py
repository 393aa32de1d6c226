"""The number of a sheet is read alike by server and phone: contract/cases/sheet_id.json."""

from typing import Any

import pytest
from tests.contracts.cases import cases

from beredd.paper.rules.sheet import BadSheetId, find_sheet_id


@pytest.mark.parametrize("case", cases("sheet_id"), ids=lambda case: case["name"])
def test_a_number_is_read_or_told_to_be_wrong(case: dict[str, Any]) -> None:
    try:
        found = find_sheet_id(case["given"])
    except BadSheetId:
        found = None
    assert found == case["expect"]
