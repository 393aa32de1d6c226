"""The service has a worker of its own: what is asked for is made without anybody starting one, and it dies with it."""

import os
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.journeys.town import Server, environment

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds, on a busy machine
pytestmark = pytest.mark.skipif(
    bool(os.environ.get("DATABASE_URL")) or not Path("/proc/self/task").exists(),
    reason="has files of its own, and looks for processes as Linux has them",
)


def worker_of(service: int) -> int:
    """The process that the service has started for work."""
    children = Path(f"/proc/{service}/task/{service}/children").read_text().split()
    (found,) = (int(child) for child in children if b"work" in Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0"))
    return found


def test_the_service_makes_what_is_asked_for_and_its_worker_dies_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    monkeypatch.setenv("BEREDD_PRINT_FOLDER", str(folder))
    server = Server(tmp_path / "data")
    server.start()
    assert server.process is not None
    try:
        command = [sys.executable, "-m", "tests.paper.at_data", "order-blank"]
        env = {**environment(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
        subprocess.run(command, env=env, cwd=ROOT, check=True)
        until = time.monotonic() + PATIENCE
        worker = os.pidfd_open(worker_of(server.process.pid))
        while not list(folder.glob("beredd-*.pdf")):
            assert not select.select([worker], [], [], 0.1)[0], "the worker has ended"
            assert time.monotonic() < until
    finally:
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
    assert select.select([worker], [], [], PATIENCE)[0], "the worker lives on without its service"
