"""The municipality's own tab in the home folder, and what is said when its file cannot be used."""

import json
from pathlib import Path

import pytest
from django.test import override_settings

from beredd.paper.home_folder import BadHomeFolder, usual_tab


def test_ours_is_the_green_one() -> None:
    assert "4" in usual_tab()


def test_the_municipality_has_its_own(tmp_path: Path) -> None:
    put(tmp_path, {"tab": {"sv": "flik 9"}})
    with override_settings(DATA=tmp_path):
        assert usual_tab() == "flik 9"


@pytest.mark.parametrize("said", [{}, [], {"tab": " "}, {"tab": {"de": "Register 9"}}])
def test_what_cannot_be_used_is_refused_with_the_file_named(said: object, tmp_path: Path) -> None:
    put(tmp_path, said)
    with override_settings(DATA=tmp_path), pytest.raises(BadHomeFolder) as refused:
        usual_tab()
    assert refused.value.params["file"] == tmp_path / "paper" / "home_folder.json"


def put(folder: Path, said: object) -> None:
    (folder / "paper").mkdir()
    (folder / "paper" / "home_folder.json").write_text(json.dumps(said), encoding="utf-8")
