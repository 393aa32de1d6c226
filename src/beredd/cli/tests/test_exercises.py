"""beredd exercises: listed, judged, and all on one sheet."""

import json
from pathlib import Path

from beredd.cli import exercises
from beredd.cli.tests.command import run


def test_every_exercise_is_listed_in_both_languages_and_none_is_wrong(tmp_path: Path) -> None:
    done = run("exercises", "--json", "--check", data=tmp_path)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert len(told["exercises"]) >= 60
    assert told["problems"] == []
    assert all(set(one["name"]) == {"sv", "en"} for one in told["exercises"])


def test_the_sheet_is_a_picture(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"
    done = run("exercises", "--sheet", str(sheet), data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sheet.read_bytes().startswith(b"\x89PNG")


def test_what_lacks_is_named() -> None:
    library = dict(exercises.library())
    whole = library["chair-rise"]
    library["chair-rise"] = {**whole, "watch": {"sv": "Se upp.", "en": ""}, "default_dose": {"sets": 0}}
    library["levitation"] = whole
    found = exercises.problems(library)
    assert {one["key"] for one in found} == {"chair-rise", "levitation"}
    assert any("watch" in one["problem"] for one in found)
    assert "things are wrong" in exercises.as_text(exercises.as_json(library, found)) or "saker är fel" in (
        exercises.as_text(exercises.as_json(library, found))
    )
