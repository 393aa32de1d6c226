"""The municipality's own codes, and what is said when they cannot be used."""

import json
from pathlib import Path

import pytest
from django.test import override_settings

from beredd.paper.signing_codes import BadSigningCodes, signing_codes
from beredd.signing.rules.balance import Outcome, Reason

GOOD = {"code": "X", "outcome": "partly", "reason": None, "text": {"sv": "delvis"}}


def test_ours_has_a_letter_for_every_reason() -> None:
    assert {one.reason for one in signing_codes() if one.reason} == set(Reason)


def test_the_municipality_has_its_own(tmp_path: Path) -> None:
    put(tmp_path, [GOOD])
    with override_settings(DATA=tmp_path):
        (found,) = signing_codes()
    assert (found.code, found.outcome, found.reason, found.text) == ("X", Outcome.PARTLY, None, "delvis")


@pytest.mark.parametrize("codes", [[], [GOOD, GOOD], [{**GOOD, "outcome": "perhaps"}], [{"code": "X"}], {"code": "X"}])
def test_what_cannot_be_used_is_refused_with_the_file_named(codes: object, tmp_path: Path) -> None:
    put(tmp_path, codes)
    with override_settings(DATA=tmp_path), pytest.raises(BadSigningCodes) as refused:
        signing_codes()
    assert refused.value.params["file"] == tmp_path / "paper" / "signing_codes.json"


def put(folder: Path, codes: object) -> None:
    (folder / "paper").mkdir()
    (folder / "paper" / "signing_codes.json").write_text(json.dumps(codes), encoding="utf-8")
