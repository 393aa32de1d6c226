"""The service has a worker of its own: begun anew when it is killed, gone when the service is."""

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
PATIENCE = 120  # seconds, on a busy machine
pytestmark = pytest.mark.skipif(
    bool(os.environ.get("DATABASE_URL")) or not Path("/proc/self/task").exists(),
    reason="has files of its own, and looks for processes as Linux has them",
)


def child(parent: int, tie: bytes) -> int | None:
    """The process that it has started to work, tied to it so."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    tied = (int(one) for one in children if tie in Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0"))
    return next(tied, None)


def ended(process: int, seconds: float) -> bool:
    return bool(select.select([process], [], [], seconds)[0])


def test_what_is_asked_for_is_made_though_the_worker_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    monkeypatch.setenv("BEREDD_PRINT_FOLDER", str(folder))
    server = Server(tmp_path / "data")
    server.start()
    assert server.process is not None
    try:
        keeper = child(server.process.pid, b"--beside")
        assert keeper
        alive, until = os.pidfd_open(keeper), time.monotonic() + PATIENCE
        while not (worker := child(keeper, b"--under")):
            assert not ended(alive, 0.1) and time.monotonic() < until
        os.kill(worker, signal.SIGKILL)
        command = [sys.executable, "-m", "tests.paper.at_data", "order-blank"]
        env = {**environment(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
        subprocess.run(command, env=env, cwd=ROOT, check=True)
        while not list(folder.glob("beredd-*.pdf")):
            assert not ended(alive, 0.1) and time.monotonic() < until
        again = child(keeper, b"--under")
        assert again and again != worker
        last = os.pidfd_open(again)
    finally:
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
    assert ended(alive, PATIENCE) and ended(last, PATIENCE), "work goes on without its service"


def test_who_helps_with_the_pages_ends_when_the_worker_is_killed(tmp_path: Path) -> None:
    env = {**environment(tmp_path / "data"), "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-m", "beredd", "doctor"], env=env, check=False, capture_output=True)
    command = [sys.executable, "-m", "tests.paper.at_data", "print-without-end"]
    worker, until = subprocess.Popen(command, env=env, cwd=ROOT), time.monotonic() + PATIENCE
    alive = os.pidfd_open(worker.pid)
    try:
        while not child(worker.pid, b"--multiprocessing-fork"):
            assert not ended(alive, 0.1) and time.monotonic() < until
        worker.send_signal(signal.SIGSTOP)  # takes no more leave of those who have done their share
        children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text().split()
        helpers = [os.pidfd_open(int(one)) for one in children]
    finally:
        worker.kill()
        worker.wait()
    assert helpers and all(ended(one, PATIENCE) for one in helpers), "a helper is left behind"
