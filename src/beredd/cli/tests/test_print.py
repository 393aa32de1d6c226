"""beredd print as a whole command: a unit's pack, only what changed, and what it says when it cannot."""

import json
from pathlib import Path

import pytest

from beredd.cli.tests.command import run


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    made = run("demo", "--load-only", "--today", "2026-11-23", data=folder)
    assert made.returncode == 0, made.stderr
    return folder


def test_a_unit_is_printed_and_then_nothing_has_changed(data: Path, tmp_path: Path) -> None:
    command = ("print", "unit", "skrea", "--everybody", "--by", "bo", "--from", "2026-11-23", "--json")
    first = run(*command, "--out", str(tmp_path / "pack.pdf"), data=data)
    assert first.returncode == 0, first.stderr
    told = json.loads(first.stdout)
    assert told["sheets"][0]["kind"] == "cover"
    assert told["bytes"] == (tmp_path / "pack.pdf").stat().st_size > 100_000
    again = run(*command, "--since-last", "--out", str(tmp_path / "again.pdf"), data=data)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "again.pdf").exists()


@pytest.mark.parametrize("what", ["safety-box", "workplace", "routine", "blank"])
def test_what_is_no_patients_is_printed_without_a_key(what: str, data: Path, tmp_path: Path) -> None:
    made = run("print", what, "--out", str(tmp_path / "box.pdf"), data=data)
    assert made.returncode == 0, made.stderr
    assert (tmp_path / "box.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("print", "unit"), 2),
        (("print", "unit", "nowhere"), 1),
        (("print", "patient", "nobody"), 1),
        (("print", "unit", "skrea", "--by", "nobody"), 2),
        (("print", "unit", "skrea", "--by", "cilla"), 1),
        (("print", "unit", "skrea", "--days", "93"), 1),
        (("print", "elephant"), 2),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(command: tuple[str, ...], code: int, data: Path, tmp_path: Path) -> None:
    answer = run(*command, "--out", str(tmp_path / "no.pdf"), data=data)
    assert (answer.returncode, answer.stderr.count("\n")) == (code, 1), answer.stderr
    assert not (tmp_path / "no.pdf").exists()
