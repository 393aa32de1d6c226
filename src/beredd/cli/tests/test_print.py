"""beredd print as a whole command: a unit's pack, only what changed, and what it says when it cannot."""

import json
from collections import Counter
from hashlib import sha256
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
    told, pdf = json.loads(first.stdout), tmp_path / "pack.pdf"
    assert told["sheets"][0]["kind"] == "cover"
    assert told["bytes"] == pdf.stat().st_size > 100_000
    assert (told["kind"], told["first"], told["last"]) == ("unit", "2026-11-01", "2026-11-30")
    assert told["sha256"] == sha256(pdf.read_bytes()).hexdigest()
    assert told["pages"] > len(told["sheets"])
    with_paper = Counter(one["patient"] for one in told["sheets"] if one["patient"])
    assert {one["patient"]: one["sheets"] for one in told["patients"]} == with_paper
    assert all(one["why"] for one in told["patients"])
    again = run(*command, "--since-last", "--out", str(tmp_path / "again.pdf"), data=data)
    assert (again.returncode, again.stderr.count("\n")) == (1, 1)
    assert not (tmp_path / "again.pdf").exists()


def test_a_file_that_cannot_be_written_is_not_said_to_be_printed(data: Path, tmp_path: Path) -> None:
    command = ("print", "unit", "skreanas-strand", "--everybody", "--from", "2026-11-23", "--since-last", "--json")
    failed = run(*command, "--out", str(tmp_path / "nowhere" / "pack.pdf"), data=data)
    assert (failed.returncode, failed.stderr.count("\n")) == (1, 1)
    assert str(tmp_path / "nowhere" / "pack.pdf") in failed.stderr
    made = run(*command, "--out", str(tmp_path / "pack.pdf"), data=data)
    assert made.returncode == 0, made.stderr
    assert {one["replaces"] for one in json.loads(made.stdout)["sheets"]} == {None}


def test_the_file_is_its_makers_alone_and_nothing_lies_beside_it(data: Path, tmp_path: Path) -> None:
    made = run("print", "routine", "--out", str(tmp_path / "routine.pdf"), data=data)
    assert made.returncode == 0, made.stderr
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0


def test_who_gets_none_and_why_is_said(data: Path, tmp_path: Path) -> None:
    command = ("print", "unit", "humana-hjortsberg", "--from", "2026-11-23", "--out", str(tmp_path / "pack.pdf"))
    told = json.loads(run(*command, "--json", data=data).stdout)
    reasons = Counter(one["why"] for one in told["left_out"])
    assert reasons["no_reason"] > 0
    without = {one["patient"] for one in told["left_out"]}
    assert without.isdisjoint(one["patient"] for one in told["sheets"])
    said = run(*command, data=data, language="en_GB.UTF-8").stdout
    assert f"{reasons['no_reason']} patients get no paper: No reason for paper." in said


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
