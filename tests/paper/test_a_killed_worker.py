"""Real workers killed while they work: every file comes to the folder once, whole, and is counted out once."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.town import BEREDD, beredd, environment

ROOT = Path(__file__).resolve().parents[2]
TIMES = 2


class Office:
    def __init__(self, data: Path, folder: Path) -> None:
        self.env: Mapping[str, str] = {**environment(data), "BEREDD_PRINT_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}

    def do(self, verb: str) -> str:
        command = [sys.executable, "-m", "tests.paper.at_data", verb]
        return subprocess.run(command, env=self.env, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def jobs(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(self.do("look"))
        return found

    def worker(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen([str(BEREDD), "work", *arguments], env=self.env, start_new_session=True)

    def work_until_killed(self, begun: int) -> None:
        """Killed, with all that it has started, once that many jobs have been begun and one is under way."""
        worker = self.worker()
        try:
            while sum(job["state"] != "waiting" for job in self.jobs()) < begun:
                assert worker.poll() is None
        finally:
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()


def test_killed_again_and_again_each_file_comes_once(tmp_path: Path) -> None:
    if os.environ.get("DATABASE_URL"):
        pytest.skip("has files of its own: once, with the run on SQLite, is enough")
    folder = tmp_path / "watched"
    folder.mkdir()
    beredd(tmp_path / "data", "demo", "--load-only")
    office = Office(tmp_path / "data", folder)
    office.do("order")
    for begun in range(1, TIMES + 1):
        office.work_until_killed(begun)
        office.do("run-out")
    last = office.worker("--once")
    assert last.wait(timeout=120) == 0
    jobs = office.jobs()
    assert {job["state"] for job in jobs} == {"done"}
    came = {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.pdf")}
    assert came == {f"beredd-{job['id']}.pdf": job["digest"] for job in jobs}
    assert [path.name for path in folder.iterdir() if path.suffix == ".part"] == []
