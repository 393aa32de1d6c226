"""A municipality on this machine for a story: its own data folder, a real server that can be stopped and started."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

BEREDD = Path(sys.executable).with_name("beredd")
PATIENCE = 40  # seconds for a server to come up on a busy machine


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """`beredd serve` on loopback."""

    data: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        command = [str(BEREDD), "serve", "--host", "127.0.0.1", "--port", str(self.port), "--workers", "1"]
        self.process = subprocess.Popen(command, env=environment(self.data))
        transport = httpx.HTTPTransport(retries=PATIENCE * 4)  # waits longer and longer between tries
        with httpx.Client(transport=transport, timeout=PATIENCE) as client:
            client.get(f"http://127.0.0.1:{self.port}/api/v1/hello").raise_for_status()

    def stop(self) -> None:
        """Really stopped: the port is closed when this returns."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=PATIENCE)
            self.process = None


def environment(data: Path) -> Mapping[str, str]:
    return {**os.environ, "BEREDD_DATA": str(data), "DATABASE_URL": "", "PYTHONWARNINGS": "default"}


def beredd(data: Path, *arguments: str) -> str:
    """What the command prints; raises when it fails."""
    return subprocess.run(
        [str(BEREDD), *arguments], env=environment(data), check=True, capture_output=True, text=True
    ).stdout


def balance(data: Path, *, unit: str, day: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(beredd(data, "balance", "--unit", unit, "--day", day, "--json"))
    return answer


def copy(data: Path, to: Path) -> Path:
    """A town of one's own, from one that is already built; nothing may be running on it."""
    shutil.copytree(data, to, symlinks=True)
    return to
